/** What an instance is made of, read off property descriptors: no getter fires, no method is called. */
import { types } from 'node:util';
import type { Sample } from '../../../surface/sample.ts';
import type { FieldFacts, InstanceParts, LengthFacts, ViewFacts } from '../instance-parts.ts';
import { describeValue, typeText } from './describe-value.ts';
import { dtypeOf } from './make-value.ts';
import type { ExportWalk } from './walk-exports.ts';

const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
const NAME = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
const MOST_ELEMENTS = 256;
const DEEPEST_PATH = 3;
const DEEPEST_AXIS = 4;
/** The path of an instance's own items. */
const OF_ITEMS = '';

/** Takes an instance apart. Throws `TypeError` for what is no object. */
export function takeApart(value: unknown, walk: ExportWalk): InstanceParts {
  if (typeof value !== 'object' || value === null || types.isProxy(value)) throw new TypeError('not an instance');
  const keys = ownKeys(value);
  const names = keys.filter((key): key is string => typeof key === 'string' && NAME.test(key));
  const items = itemsIn(value);
  return {
    type: walk.typeOf(value),
    className: classNameOf(value),
    fields: names.map((name) => fieldOf(value, name, walk)),
    items: items.length === 0 ? null : typeText(items, walk),
    lengths: [...(items.length === 0 ? [] : axesOf(OF_ITEMS, [items])), ...lengthsIn(value, walk)],
    hasOthers: names.length + items.length < keys.length,
    view: findView(value, names, walk),
  };
}

/** What it holds under 0, 1 and so on, as data. */
function itemsIn(value: object): readonly unknown[] {
  const items: unknown[] = [];
  for (const key of ownKeys(value)) {
    const property = key === String(items.length) ? getOwnPropertyDescriptor(value, key) : undefined;
    if (property === undefined || !('value' in property)) break;
    items.push(property.value);
  }
  return items;
}

function classNameOf(value: object): string | null {
  const prototype = getPrototypeOf(value);
  const made: unknown = prototype === null ? undefined : getOwnPropertyDescriptor(prototype, 'constructor')?.value;
  const name: unknown = typeof made === 'function' ? getOwnPropertyDescriptor(made, 'name')?.value : undefined;
  return typeof name === 'string' && name !== '' ? name : null;
}

function fieldOf(value: object, name: string, walk: ExportWalk): FieldFacts {
  const property = getOwnPropertyDescriptor(value, name);
  if (property === undefined || !('value' in property)) return { name, kind: 'getter', type: 'unknown', number: null };
  const field: unknown = property.value;
  const kind = typeof field === 'function' ? 'function' : 'data';
  return { name, kind, type: typeText(field, walk), number: typeof field === 'number' && Number.isFinite(field) ? field : null };
}

function lengthsIn(value: object, walk: ExportWalk, path = '', depth = 1): readonly LengthFacts[] {
  const found: LengthFacts[] = [];
  for (const key of ownKeys(value)) {
    const field: unknown = typeof key === 'string' && NAME.test(key) ? getOwnPropertyDescriptor(value, key)?.value : undefined;
    if (typeof field !== 'object' || field === null || types.isProxy(field)) continue;
    const of = `${path}${String(key)}`;
    if (Array.isArray(field) || types.isTypedArray(field)) found.push(...axesOf(of, [field as ArrayLike<unknown>]));
    else if (depth < DEEPEST_PATH && walk.typeOf(field) !== null) found.push(...lengthsIn(field, walk, `${of}.`, depth + 1));
  }
  return found;
}

function axesOf(of: string, lists: readonly ArrayLike<unknown>[], axis = 0): readonly LengthFacts[] {
  if (axis >= DEEPEST_AXIS) return [];
  const [first] = lists;
  if (first === undefined) return [{ of, axis, length: null }, ...axesOf(of, [], axis + 1)];
  if (lists.some(({ length }) => length !== first.length)) return [];
  const here = { of, axis, length: first.length };
  if (!lists.every(Array.isArray)) return [here];
  const inner = lists.flatMap((list) => Array.from(list as readonly unknown[]));
  const areLists = inner.every((item) => Array.isArray(item) || types.isTypedArray(item));
  return areLists ? [here, ...axesOf(of, inner as ArrayLike<unknown>[], axis + 1)] : [here];
}

function findView(value: object, names: readonly string[], walk: ExportWalk): ViewFacts | null {
  const own = readView(value, null, walk);
  if (own !== null) return own;
  for (const name of names) {
    const field: unknown = getOwnPropertyDescriptor(value, name)?.value;
    if (typeof field !== 'object' || field === null || types.isProxy(field)) continue;
    const view = readView(field, name, walk);
    if (view !== null) return view;
  }
  return null;
}

interface Strided {
  readonly data: ArrayLike<unknown>;
  readonly shape: readonly number[];
  readonly stride: readonly number[];
  readonly offset: number;
}

function readView(holder: object, field: string | null, walk: ExportWalk): ViewFacts | null {
  const view = stridedOf(holder);
  if (view === null) return null;
  const { data, shape } = view;
  const dtype = Array.isArray(data) ? 'list' : dtypeOf(Object.prototype.toString.call(data).slice(8, -1));
  if (dtype === undefined) return null;
  const positions = positionsOf(view);
  const elements =
    positions === null
      ? null
      : describeValue(
          positions.map((at) => data[at]),
          walk,
        ).sample;
  const list = typeof elements === 'object' && elements !== null && elements.$ === 'list' ? elements.items : null;
  const isCompact = positions !== null && positions.length === data.length && positions.every((at, index) => at === index);
  return { field, dtype, shape, elements: list as readonly Sample[] | null, isCompact };
}

function stridedOf(holder: object): Strided | null {
  const read = (name: string): unknown => {
    const above = getPrototypeOf(holder);
    return getOwnPropertyDescriptor(holder, name)?.value ?? (above === null ? undefined : getOwnPropertyDescriptor(above, name)?.value);
  };
  const [data, shape, stride, offset] = ['data', 'shape', 'stride', 'offset'].map(read);
  if (!Array.isArray(data) && !types.isTypedArray(data)) return null;
  if (!isWholeNumbers(shape) || !isWholeNumbers(stride) || shape.length !== stride.length || !Number.isSafeInteger(offset)) return null;
  return shape.every((length) => length >= 0) ? { data: data as ArrayLike<unknown>, shape, stride, offset: offset as number } : null;
}

function isWholeNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(Number.isSafeInteger);
}

/** Where the elements lie, in C order; `null` for too many, or for one outside the data. */
function positionsOf({ data, shape, stride, offset }: Strided): readonly number[] | null {
  if (!(shape.reduce((product, length) => product * length, 1) <= MOST_ELEMENTS)) return null;
  let positions = [offset];
  for (const [axis, length] of shape.entries()) {
    const step = stride[axis] as number;
    positions = positions.flatMap((at) => Array.from({ length }, (_, index) => at + index * step));
  }
  return positions.every((at) => at >= 0 && at < data.length) ? positions : null;
}
