import type { ArrayValue } from '../serde/array-value.ts';
import { hasFields } from '../serde/structure-value.ts';

/**
 * What is publicly known of an operand's or a result's size: an upper bound on its elements, and one for each axis
 * where the number of axes is public. A scalar has one element and no axis; a string has one element a UTF-16 unit.
 */
export interface Bound {
  readonly elements: number;
  readonly dims?: readonly number[];
  /** The elements are characters, or stand beside some: rendering the value as text does not lengthen it further. */
  readonly isText?: true;
}

/** The bound of a single value. */
export const SCALAR_BOUND: Bound = Object.freeze({ elements: 1, dims: Object.freeze([]) });

/** Characters of a number, a boolean or a date at most, written with its type's own `toString`. */
export const RENDERED_LENGTH = 32;

/** The bound of a known shape. */
export function boundOfShape(shape: readonly number[]): Bound {
  return { elements: shape.reduce((product, length) => product * length, 1), dims: shape };
}

/** The bound of a string of at most so many UTF-16 units. */
export function boundOfText(length: number): Bound {
  return { elements: Math.max(1, length), isText: true };
}

/** Characters at most of what is known by a bound, written as text. */
export function renderedLength({ elements, isText }: Bound): number {
  return isText === true ? elements : elements * RENDERED_LENGTH;
}

/**
 * The bound of a plain value: strings by their length, arrays by their shape, containers and structures by all that is in
 * them, all else as one element. A record is no array, whatever its keys say.
 */
export function boundOfValue(value: unknown): Bound {
  if (typeof value === 'string') return boundOfText(value.length);
  if (typeof value !== 'object' || value === null) return SCALAR_BOUND;
  if (Array.isArray(value)) return boundOfItems(value, true);
  if (value instanceof Set) return boundOfItems([...value], false);
  if (value instanceof Map) return boundOfItems([...value].flat(), false);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null) return boundOfItems(Object.entries(value).flat(), false);
  // Its keys are its class's, and so public: they are no content.
  if (hasFields(value)) return boundOfFields(Object.values(value.fields));
  const { shape, length, byteLength } = value as { readonly [name in 'shape' | 'length' | 'byteLength']?: unknown };
  if (Array.isArray(shape)) return boundOfShape((value as ArrayValue).shape);
  if (prototype === Object.prototype) return boundOfItems(Object.entries(value).flat(), false);
  const size = length ?? byteLength;
  return typeof size === 'number' ? boundOfShape([size]) : SCALAR_BOUND;
}

/** Adds fields up. The axes are those of the longest list among them. */
function boundOfFields(fields: readonly unknown[]): Bound {
  const bound = boundOfItems(fields, false);
  const lengthOf = (field: unknown) =>
    Array.isArray(field) || ArrayBuffer.isView(field) ? ((field as ArrayLike<unknown>).length ?? 0) : -1;
  const longest = fields.reduce((left, right) => (lengthOf(right) > lengthOf(left) ? right : left), undefined);
  const { dims } = lengthOf(longest) < 0 ? ({} as Partial<Bound>) : boundOfValue(longest);
  return dims === undefined || bound.isText === true ? bound : { elements: bound.elements, dims };
}

/** Adds items up. A list whose items have the same number of axes has one more, each as long as the longest. */
function boundOfItems(items: readonly unknown[], isList: boolean): Bound {
  let elements = 0;
  let isText = false;
  let inner: readonly number[] | undefined;
  let isEven = isList;
  for (const item of items) {
    const bound = boundOfValue(item);
    elements += bound.elements;
    isText ||= bound.isText === true;
    if (!isEven) continue;
    const { dims } = bound;
    if (dims === undefined || (inner !== undefined && dims.length !== inner.length)) isEven = false;
    else inner = inner?.map((length, axis) => Math.max(length, dims[axis] as number)) ?? dims;
  }
  if (isText) return boundOfText(elements);
  if (isEven) return { elements, dims: [items.length, ...(inner ?? [])] };
  return isList || elements > 1 ? { elements: Math.max(1, elements) } : SCALAR_BOUND;
}
