import { type ColumnInfo, type DatasetInfo, isRecord, type ObjectInfo, REQUEST_STATES, type RequestInfo, SyftError } from '@syft-libs/ast';

/** Checks one field of an answer. */
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isNumber: Check = (value) => typeof value === 'number';
const isNumberOrNull: Check = (value) => value === null || isNumber(value);
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const isBounds: Check = (value) => Array.isArray(value) && value.length === 2 && value.every(isNumber);
const isRows: Check = (value) =>
  isRecord(value) && ['exact', 'rounded', 'hidden'].includes(value['shown'] as string) && isNumberOrNull(value['count']);

type Shape<T> = { readonly [Key in keyof Required<T>]: Check };

const COLUMN: Shape<ColumnInfo> = { name: isText, type: isText, unit: isText, bounds: isBounds, categories: isTexts, mayBeMissing: isFlag };

const DATASET: Shape<DatasetInfo> = {
  name: isText,
  description: isText,
  columns: Array.isArray,
  subject: isText,
  rows: isRows,
  mockRows: isNumberOrNull,
  until: isNumberOrNull,
  purpose: isText,
};

const OBJECT: Shape<ObjectInfo> = { uid: isText, type: isText, readable: isFlag, origin: isText };

const REQUEST: Shape<RequestInfo> = {
  id: isText,
  object: isText,
  type: isText,
  reason: isText,
  state: (value) => REQUEST_STATES.some((state) => state === value),
  created: isNumber,
  expires: isNumberOrNull,
  usesLeft: isNumberOrNull,
};

/** The known fields of an answer, checked and frozen; others are left out. Throws `PROTOCOL`. */
function readShape<T>(json: unknown, shape: Shape<T>, optional: readonly (keyof T)[] = []): T {
  const result: Record<string, unknown> = {};
  for (const [name, check] of Object.entries(shape) as [string, Check][]) {
    const isThere = isRecord(json) && Object.hasOwn(json, name);
    if (!isThere && optional.includes(name as keyof T)) continue;
    if (!isThere || !check(json[name])) throw new SyftError('PROTOCOL', `cannot read answer: its ${name} is missing or of another type`);
    result[name] = json[name];
  }
  return Object.freeze(result) as T;
}

function readList<T>(json: unknown, read: (item: unknown) => T): readonly T[] {
  if (!Array.isArray(json)) throw new SyftError('PROTOCOL', 'cannot read answer: not a list');
  return Object.freeze(json.map(read));
}

export function readObjectInfo(json: unknown): ObjectInfo {
  return readShape(json, OBJECT);
}

export function readRequestInfo(json: unknown): RequestInfo {
  return readShape(json, REQUEST);
}

export function readRequestInfos(json: unknown): readonly RequestInfo[] {
  return readList(json, readRequestInfo);
}

export function readDatasetInfos(json: unknown): readonly DatasetInfo[] {
  return readList(json, (item) => {
    const info = readShape(item, DATASET);
    return Object.freeze({
      ...info,
      columns: readList(info.columns, (column) => readShape(column, COLUMN, ['unit', 'bounds', 'categories'])),
    });
  });
}
