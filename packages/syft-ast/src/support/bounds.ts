import type { ArrayValue } from '../serde/array-value.ts';

/**
 * What is publicly known of an operand's or a result's size: an upper bound on its elements, and one for each axis
 * where the number of axes is public. A scalar has one element and no axis.
 */
export interface Bound {
  readonly elements: number;
  readonly dims?: readonly number[];
}

/** The bound of a single value. */
export const SCALAR_BOUND: Bound = Object.freeze({ elements: 1, dims: Object.freeze([]) });

/** The bound of a known shape. */
export function boundOfShape(shape: readonly number[]): Bound {
  return { elements: shape.reduce((product, length) => product * length, 1), dims: shape };
}

/** The bound of a plain value: arrays by their shape, lists by their length, all else as one element. */
export function boundOfValue(value: unknown): Bound {
  if (typeof value !== 'object' || value === null) return SCALAR_BOUND;
  const { shape, length } = value as { readonly shape?: unknown; readonly length?: unknown };
  if (Array.isArray(shape)) return boundOfShape((value as ArrayValue).shape);
  if (Array.isArray(value)) {
    const inner = value.length > 0 && Array.isArray(value[0]) ? (boundOfValue(value[0]).dims ?? []) : [];
    return { elements: countLeaves(value), dims: [value.length, ...inner] };
  }
  return typeof length === 'number' ? boundOfShape([length]) : SCALAR_BOUND;
}

function countLeaves(list: readonly unknown[]): number {
  let count = 0;
  for (const item of list) count += Array.isArray(item) ? countLeaves(item) : 1;
  return count;
}
