import { type ArrayValue, dtypeOfTypedArray, isPointer, sizeOfShape } from '@syft-libs/ast';

/** An array that the requester brought along, by what tells a mask of few rows from a parameter. */
export interface SuppliedValue {
  readonly step: string;
  readonly shape: readonly number[];
  readonly elements: number;
  /** How many elements were looked at, evenly spread; all the rest is about these. Fewer than `elements` for very many; none when its bytes are gone. */
  readonly sampled: number;
  readonly distinct: number;
  /** There are more than `distinct`: counting stopped there. */
  readonly distinctIsFloor: boolean;
  /** Between 0 and 1. What is next to nothing beside the largest counts as zero. */
  readonly nonZeroShare: number;
  /** How often the rarest value occurs; 0 when there are too many values to tell. */
  readonly rarest: number;
  /** The largest absolute value's share of the sum of all absolute values: 1 when one element is all that counts. */
  readonly heaviestShare: number;
}

/** Elements that are looked at in one value. */
export const LONGEST_SAMPLE = 1_000_000;
const COUNTED_DISTINCT = 1_000;
/** A weight below this part of the largest changes no sum that anybody would notice. */
const NEXT_TO_NOTHING = 1e-6;

const ARRAY_KEYS: ReadonlySet<string> = new Set(['type', 'dtype', 'shape', 'data']);
const LONGEST_SHAPE = 32;

/** Summarises a value from a client; `undefined` for a scalar, which is shown in its step. Pointers in it are passed over. */
export function summarizeSupplied(step: string, value: unknown, longest = LONGEST_SAMPLE): SuppliedValue | undefined {
  if (isScalar(value)) return undefined;
  const segments = segmentsOf(value);
  const elements = segments.reduce((sum, { length }) => sum + length, 0);
  const sample = sampleOf(segments, elements, longest);
  return { step, shape: shapeOf(value), elements, sampled: sample.length, ...weigh(sample) };
}

/** An upload whose bytes are gone: nothing can be said of it but its size in bytes. */
export function unreadSupplied(step: string, bytes: number): SuppliedValue {
  const nothing = { sampled: 0, distinct: 0, distinctIsFloor: true, nonZeroShare: 0, rarest: 0, heaviestShare: 0 };
  return { step, shape: [], elements: Math.max(1, Math.ceil(bytes / 8)), ...nothing };
}

/** The scalars of a value in its order, as lists that are not copied where they are typed arrays. */
export function segmentsOf(value: unknown): readonly ArrayLike<unknown>[] {
  const segments: ArrayLike<unknown>[] = [];
  const visit = (container: object): void => {
    if (isPointer(container)) return;
    if (dtypeOfTypedArray(container) !== undefined) {
      segments.push(container as unknown as ArrayLike<unknown>);
      return;
    }
    const scalars: unknown[] = [];
    for (const child of childrenOf(container)) {
      if (isScalar(child)) scalars.push(child);
      else visit(child as object);
    }
    if (scalars.length > 0) segments.push(scalars);
  };
  if (!isScalar(value)) visit(value as object);
  return segments;
}

/** What a decoded value holds directly; an array's data in place of its description. */
export function childrenOf(container: object): Iterable<unknown> {
  if (Array.isArray(container) || container instanceof Set) return container;
  if (container instanceof Map) return [...container].flat();
  if (isBuffer(container)) return [new Uint8Array(container)];
  return isArrayBody(container) ? [container.data] : Object.values(container);
}

export function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null || value instanceof Date;
}

/** The axes of an array, else how many things a container holds. */
export function shapeOf(value: unknown): readonly number[] {
  if (isScalar(value)) return [];
  if (isBuffer(value)) return [value.byteLength];
  if (isArrayBody(value as object)) return (value as ArrayValue).shape;
  const { length, size } = value as { readonly length?: unknown; readonly size?: unknown };
  if (Array.isArray(value)) return [value.length, ...(Array.isArray(value[0]) ? shapeOf(value[0]) : [])];
  return [typeof length === 'number' ? length : typeof size === 'number' ? size : Object.keys(value as object).length];
}

/** An array in plain form, and no record that looks like one so as to hide something in its shape. */
function isArrayBody(value: object): value is Pick<ArrayValue, 'shape' | 'data'> {
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return false;
  const { shape, data } = value as { readonly shape?: unknown; readonly data?: unknown };
  if (Object.keys(value).some((key) => !ARRAY_KEYS.has(key)) || !Array.isArray(shape) || shape.length > LONGEST_SHAPE) return false;
  const length = Array.isArray(data) || dtypeOfTypedArray(data) !== undefined ? (data as ArrayLike<unknown>).length : -1;
  if (length === 0 && shape.length > 1) return false;
  return shape.every((size) => typeof size === 'number') && sizeOfShape(shape) === length;
}

function isBuffer(value: unknown): value is ArrayBuffer {
  return /^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(value));
}

/** All elements, or one from each of `longest` equal stretches: which one is left to chance, so that none is safe from it. */
function sampleOf(segments: readonly ArrayLike<unknown>[], elements: number, longest: number): readonly unknown[] {
  const sample: unknown[] = [];
  const stretch = Math.max(1, elements / longest);
  let start = 0;
  for (const segment of segments) {
    const end = start + segment.length;
    while (sample.length < Math.min(elements, longest)) {
      const place = stretch === 1 ? sample.length : Math.floor((sample.length + Math.random()) * stretch);
      if (place >= end) break;
      sample.push(segment[Math.max(0, place - start)]);
    }
    start = end;
  }
  return sample;
}

function weigh(sample: readonly unknown[]): Omit<SuppliedValue, 'step' | 'shape' | 'elements' | 'sampled'> {
  let largest = 0;
  for (const element of sample) largest = Math.max(largest, weightOf(element));
  const counts = new Map<unknown, number>();
  let distinctIsFloor = false;
  let nonZero = 0;
  let total = 0;
  for (const element of sample) {
    const weight = largest === 0 ? 0 : weightOf(element) / largest;
    const isZero = weight < NEXT_TO_NOTHING && !Number.isNaN(element);
    total += weight;
    if (!isZero) nonZero++;
    if (distinctIsFloor) continue;
    const key = isZero && typeof element === 'number' ? 0 : element instanceof Date ? element.getTime() : element;
    const count = counts.get(key);
    if (count === undefined && counts.size === COUNTED_DISTINCT) distinctIsFloor = true;
    else counts.set(key, (count ?? 0) + 1);
  }
  let rarest = distinctIsFloor ? 0 : sample.length;
  for (const count of counts.values()) rarest = Math.min(rarest, count);
  return {
    distinct: counts.size,
    distinctIsFloor,
    nonZeroShare: sample.length === 0 ? 0 : nonZero / sample.length,
    rarest,
    heaviestShare: total === 0 ? 0 : 1 / total,
  };
}

/** How much an element counts for in a sum. Texts and the like count for one; a NaN for nothing, though it is no zero. */
function weightOf(element: unknown): number {
  if (element === null || element === undefined) return 0;
  if (typeof element !== 'number' && typeof element !== 'bigint' && typeof element !== 'boolean') return 1;
  const weight = Math.abs(Number(element));
  return Number.isNaN(weight) ? 0 : Math.min(weight, Number.MAX_VALUE);
}
