import { type ArrayValue, isArrayValue, sizeOfShape, type TypedArray } from '@syft-libs/ast';

/** A call whose cost can be measured. */
export interface BenchEntry {
  readonly path: string;
  /** Plain operands of calls, the receiver first, of about `size` elements: alternatives, as not every call is still one when it has grown. */
  readonly growing: readonly ((size: number) => readonly unknown[])[];
  /** Plain operands of a call that was seen, for where none grows. */
  readonly seen: () => readonly unknown[];
}

/**
 * The items over and over, until there are about `size` elements in all; items that are lists keep their lengths. All axes of an
 * array grow alike, and one without axes or elements gets a single axis or stays as it is. What is no list or array stays so too.
 */
export function grown<Value>(value: Value, size: number): Value {
  if (Array.isArray(value)) return repeated(value, Math.ceil(size / elementsOf(value[0]))) as Value;
  if (ArrayBuffer.isView(value)) return repeated(value as unknown as TypedArray, size) as Value;
  if (!isArray(value) || value.data.length === 0) return value;
  const shape = value.shape.length === 0 ? [Math.max(1, Math.round(size))] : grownShape(value.shape, size);
  return Object.freeze({ ...value, shape: Object.freeze(shape), data: repeated(value.data, sizeOfShape(shape)) });
}

/** A shape with as many axes and the same proportions, of about `size` elements. One without elements stays as it is. */
export function grownShape(shape: readonly number[], size: number): number[] {
  const factor = (size / sizeOfShape(shape)) ** (1 / shape.length);
  return shape.map((length) => (Number.isFinite(factor) ? Math.max(1, Math.round(length * factor)) : length));
}

function isArray(value: unknown): value is ArrayValue {
  return isArrayValue(value, (value as { readonly type?: string } | null)?.type ?? '');
}

function repeated<List extends readonly unknown[] | TypedArray>(items: List, count: number): List {
  const length = Math.max(1, count);
  if (Array.isArray(items)) {
    const list: unknown[] = [];
    for (let index = 0; index < length; index++) list.push(items[index % items.length]);
    return list as unknown as List;
  }
  const typed = items as TypedArray & { readonly constructor: new (length: number) => TypedArray };
  const made = new typed.constructor(length) as unknown as Record<number, unknown> & Pick<Uint8Array, 'copyWithin'>;
  const first = Math.min(typed.length, length);
  for (let index = 0; index < first; index++) made[index] = typed[index];
  // Copies what is there already, twice as much each time.
  for (let filled = first; filled > 0 && filled < length; filled *= 2) made.copyWithin(filled, 0, Math.min(filled, length - filled));
  return made as unknown as List;
}

function elementsOf(item: unknown): number {
  if (!Array.isArray(item) && !ArrayBuffer.isView(item)) return 1;
  const items = item as ArrayLike<unknown>;
  return Math.max(1, items.length * elementsOf(items[0]));
}
