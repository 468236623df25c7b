/** How large a value is, and what its rows are. Own data properties are read by descriptor: no getter of the library fires. */
import { createHash } from 'node:crypto';
import { types } from 'node:util';
import type { ValueFacts } from '../samples.ts';
import { seenThrough } from './lenses.ts';

const { ownKeys, getOwnPropertyDescriptor } = Reflect;
const hash = createHash;
const { isInteger } = Number;

const MOST_NODES = 200_000;
const MOST_ROWS = 64;
const MOST_DISTINCT = 64;
const DEEPEST = 12;

/** A flat buffer, and how its elements are found: what libraries of arrays share, whatever their classes. */
interface StridedView {
  readonly data: ArrayLike<unknown>;
  readonly shape: readonly number[];
  readonly stride: readonly number[];
  readonly offset: number;
}

const everything = globalThis;

/**
 * Own data properties with string names, in their order; a getter stands for itself. Of a class with a lens what that shows. The
 * global object, which a function without a receiver may give, is nobody's value.
 */
export function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  if (value === everything) return [];
  const entries: [string, unknown][] = [];
  for (const key of ownKeys(value)) {
    if (typeof key === 'symbol' || (key === 'length' && Array.isArray(value))) continue;
    const descriptor = getOwnPropertyDescriptor(value, key);
    if (descriptor !== undefined) entries.push([key, 'value' in descriptor ? descriptor.value : '(getter)']);
  }
  entries.push(...(seenThrough(value) as readonly [string, unknown][]));
  return entries;
}

type Measured = Pick<ValueFacts, 'elements' | 'weight' | 'distinct' | 'isBlank' | 'hasText' | 'hasEmpty'>;

/** Counts the plain values inside. Shared parts are counted once. */
export function measureValue(value: unknown): Measured {
  let elements = 0;
  let isBlank = true;
  let hasText = false;
  let hasEmpty = false;
  let left = MOST_NODES;
  const distinct = new Set<unknown>();
  const seen = new Set<object>();
  const leaf = (at: unknown): void => {
    elements += typeof at === 'string' ? Math.max(1, at.length) : 1;
    if (distinct.size < MOST_DISTINCT) distinct.add(at);
    if (typeof at === 'string') hasText = true;
    if (at !== undefined && at !== null && !(typeof at === 'number' && Number.isNaN(at))) isBlank = false;
  };
  const visit = (at: unknown, depth: number): void => {
    if (typeof at !== 'object' || at === null || types.isDate(at)) {
      leaf(at);
      return;
    }
    if (seen.has(at) || left-- <= 0 || depth > DEEPEST || types.isProxy(at)) return;
    seen.add(at);
    const parts = partsOf(at);
    hasEmpty ||= parts.length === 0 && isList(at);
    for (let index = 0; index < parts.length && index < MOST_NODES; index++) visit(parts[index], depth + 1);
    if (parts.length > MOST_NODES) elements += parts.length - MOST_NODES;
  };
  visit(value, 0);
  return { elements, weight: weightOf(value), distinct: distinct.size, isBlank, hasText, hasEmpty };
}

/** What a domain's bound counts: all elements, those of shared parts as often as they stand somewhere, and the names in records. */
export function weightOf(value: unknown): number {
  let left = MOST_NODES;
  const weigh = (at: unknown, depth: number): number => {
    if (typeof at === 'string') return Math.max(1, at.length);
    if (typeof at !== 'object' || at === null || types.isDate(at) || types.isProxy(at)) return 1;
    if (types.isTypedArray(at)) return (at as Uint8Array).length;
    if (types.isAnyArrayBuffer(at)) return at.byteLength;
    if (left-- <= 0 || depth > DEEPEST) return 0;
    const view = viewIn(at);
    if (view !== undefined) return view.shape.reduce((product, length) => product * length, 1);
    return heldIn(at).reduce<number>((sum, part) => sum + weigh(part, depth + 1), 0);
  };
  return weigh(value, 0);
}

function heldIn(value: object): readonly unknown[] {
  if (types.isMap(value) || types.isSet(value) || Array.isArray(value)) return partsOf(value) as readonly unknown[];
  const fields = entriesOf(value).filter(([, field]) => typeof field !== 'function');
  if (!isInstance(value)) return fields.flat();
  const own = fields.map(([, field]) => field);
  // A few numbers beside what an instance holds would make much of small ones.
  const objects = own.filter((field) => typeof field === 'object' && field !== null);
  return objects.length > 0 ? objects : own;
}

function partsOf(value: object): ArrayLike<unknown> {
  if (types.isTypedArray(value)) return value as unknown as ArrayLike<unknown>;
  if (types.isAnyArrayBuffer(value)) return new Uint8Array(value);
  if (types.isMap(value)) return [...value].flat();
  if (types.isSet(value)) return [...value];
  const view = viewIn(value);
  if (view !== undefined) return viewElements(view);
  if (Array.isArray(value)) return itemsOf(value);
  const fields = entriesOf(value).filter(([, field]) => typeof field !== 'function');
  const lists = fields.filter(([, field]) => isList(field));
  // Of an instance the lists are its data, and single numbers beside them their bounds.
  return (isInstance(value) && lists.length > 0 ? lists : fields).map(([, field]) => field);
}

/** Lengths along each axis; `null` for what has none. */
export function shapeOf(value: unknown): readonly number[] | null {
  if (typeof value !== 'object' || value === null || types.isProxy(value)) return null;
  if (types.isTypedArray(value)) return [(value as Uint8Array).length];
  const view = viewIn(value);
  if (view !== undefined) return view.shape;
  const list = Array.isArray(value) ? (value as readonly unknown[]) : largestList(value);
  if (list === undefined) return null;
  const inner = list.length > 0 && !types.isTypedArray(list) ? shapeOf(itemAt(list, 0)) : null;
  return [list.length, ...(inner ?? [])];
}

/** A digest of each of the first 64 things along the first axis; `null` for what has no axis. */
export function rowsOf(value: unknown): readonly string[] | null {
  if (typeof value !== 'object' || value === null || types.isProxy(value)) return null;
  const view = types.isTypedArray(value) ? undefined : viewIn(value);
  if (view !== undefined) {
    const count = Math.min(view.shape[0] ?? 0, MOST_ROWS);
    return view.shape.length === 0 ? null : Array.from({ length: count }, (_, row) => digest(viewRow(view, row)));
  }
  const list = isList(value) ? (value as ArrayLike<unknown>) : largestList(value);
  if (list === undefined) return null;
  return Array.from({ length: Math.min(list.length, MOST_ROWS) }, (_, row) => digest(flat(itemAt(list, row), 0)));
}

function flat(value: unknown, depth: number): readonly unknown[] {
  if (typeof value !== 'object' || value === null || depth > DEEPEST || types.isProxy(value)) return [value];
  if (types.isDate(value)) return [Number(value)];
  const parts = partsOf(value);
  return Array.from({ length: Math.min(parts.length, MOST_NODES) }, (_, index) => flat(parts[index], depth + 1)).flat();
}

function digest(leaves: readonly unknown[]): string {
  const text = leaves.map((leaf) => (Object.is(leaf, -0) ? '-0' : `${typeof leaf}:${typeof leaf === 'symbol' ? '' : String(leaf)}`)).join();
  return hash('sha256').update(text).digest('base64url').slice(0, 12);
}

/** The view that a value is, or that one of its fields holds. */
function viewIn(value: object): StridedView | undefined {
  const own = viewOf(value);
  if (own !== undefined || Array.isArray(value)) return own;
  for (const [, field] of entriesOf(value)) {
    const view = typeof field === 'object' && field !== null && !types.isProxy(field) && !isList(field) ? viewOf(field) : undefined;
    if (view !== undefined) return view;
  }
  return undefined;
}

function viewOf(value: object): StridedView | undefined {
  const read = (name: string): unknown => getOwnPropertyDescriptor(value, name)?.value;
  const [data, shape, stride, offset] = [read('data'), read('shape'), read('stride'), read('offset')];
  const isSizes = (list: unknown): list is number[] => Array.isArray(list) && list.every((size) => isInteger(size));
  if (!isList(data) || !isSizes(shape) || !isSizes(stride) || typeof offset !== 'number') return undefined;
  if (shape.length !== stride.length || shape.some((size) => size < 0)) return undefined;
  return { data: data as unknown as ArrayLike<unknown>, shape, stride, offset };
}

function viewElements({ data, shape, stride, offset }: StridedView): readonly unknown[] {
  const found: unknown[] = [];
  const visit = (axis: number, at: number): void => {
    if (axis === shape.length) return void found.push(data[at]);
    const count = shape[axis] as number;
    for (let index = 0; index < count && found.length < MOST_NODES; index++) visit(axis + 1, at + index * (stride[axis] as number));
  };
  visit(0, offset);
  return found;
}

function viewRow({ data, shape, stride, offset }: StridedView, row: number): readonly unknown[] {
  return viewElements({ data, shape: shape.slice(1), stride: stride.slice(1), offset: offset + row * (stride[0] as number) });
}

/** What an instance is about; a plain record is about all of its fields alike. */
function largestList(value: object): ArrayLike<unknown> | undefined {
  if (!isInstance(value)) return undefined;
  let largest: ArrayLike<unknown> | undefined;
  for (const [, field] of entriesOf(value)) {
    if (isList(field) && (largest === undefined || (field as unknown as ArrayLike<unknown>).length > largest.length)) {
      largest = field as unknown as ArrayLike<unknown>;
    }
  }
  return largest;
}

function isInstance(value: object): boolean {
  const prototype = Reflect.getPrototypeOf(value);
  return prototype !== Object.prototype && prototype !== null;
}

function isList(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !types.isProxy(value) && (Array.isArray(value) || types.isTypedArray(value));
}

function itemsOf(list: readonly unknown[]): readonly unknown[] {
  return Array.from({ length: Math.min(list.length, MOST_NODES) }, (_, index) => itemAt(list, index));
}

function itemAt(list: ArrayLike<unknown>, index: number): unknown {
  return types.isTypedArray(list) ? list[index] : getOwnPropertyDescriptor(list, String(index))?.value;
}
