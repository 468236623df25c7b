import { SyftError } from '../errors.ts';
import { type ArrayValue, decodeArray, encodeArray, isArrayValue, sizeOfShape, weighArray } from './array-value.ts';
import type { Codec } from './codec.ts';
import { dtypeOfTypedArray, isDtype, type TypedArray } from './dtype.ts';
import { type CompactArray, compactView, type StridedView, viewOf } from './strided-view.ts';

/** What a library's arrays are, for {@link arrayCodec}. */
export interface ArrayOptions {
  /** `numjs/NdArray`. */
  readonly tag: string;
  /** `numjs.NdArray`. */
  readonly type: string;
  /** The own field that holds the view; `null` where the instance is one. */
  readonly view: string | null;
  /** Where that stands below the library's module which makes an array of row-major data and a shape. */
  readonly factory: readonly string[];
  readonly how: 'call' | 'construct';
  /** The element types that the library takes and gives back as they are. */
  readonly dtypes: readonly string[];
}

type Elements = ArrayValue['data'];

/**
 * The codec of a library's strided arrays. Any copy of the library makes a live value; a plain one is an `ArrayValue`. Strides
 * and offset never travel: what is encoded are the elements that the view shows, in C order. Elements of dtype `array` are
 * numbers, strings, booleans, bigints, `null` or `undefined` (holes become that); anything else throws `BAD_ARGUMENT`, from a
 * peer `PROTOCOL`. A dtype that the library has not is refused with `BAD_ARGUMENT`, from a peer with `UNSUPPORTED`.
 */
export function arrayCodec({ tag, type, view: field, factory, how, dtypes }: ArrayOptions): Codec<ArrayValue, object> {
  const known: ReadonlySet<string> = new Set(dtypes);
  const make = (library: unknown, data: Elements, shape: readonly number[]): object => {
    const made = makerOf(library, factory, how)(data, [...shape]);
    if (isSameShape(viewOf(made, field), shape)) return made;
    throw new SyftError('UNSUPPORTED', `cannot make ${type}: the library makes no array of this shape`);
  };
  return {
    tag,
    type,
    schema: 'ArrayBody',
    detect: (value): value is ArrayValue | object => viewOf(value, field) !== undefined || isArrayValue(value, type),
    encode(value, encoder) {
      const array = plainOf(value, field);
      refuse('BAD_ARGUMENT', `encode ${type}`, objectionTo(array, known));
      return encodeArray(array, encoder);
    },
    decode(body, decoder) {
      const array = decodeArray(body, type, decoder);
      if (!known.has(array.dtype)) throw new SyftError('UNSUPPORTED', `cannot read ${type}: it is never of this dtype`);
      if (!hasScalarsOnly(array.data)) throw new SyftError('PROTOCOL', `cannot read ${type}: an element is no scalar`);
      return array;
    },
    weigh(value) {
      const data = (viewOf(value, field) ?? (value as ArrayValue)).data as Elements;
      const dtype = dtypeOfTypedArray(data) ?? 'array';
      return weighArray({ dtype, data }) + (dtype === 'array' ? weighStrings(data as readonly unknown[]) : 0);
    },
    revive(value, library) {
      if (isOwn(value, { field, factory, how, library })) return value as object;
      const array = plainOf(value, field);
      refuse('BAD_ARGUMENT', `make ${type}`, objectionTo(array, known));
      return make(library, withoutSubclass(array.data), array.shape);
    },
    isolate(live, shared, library) {
      const view = viewOf(live, field) as StridedView;
      const { data, shape } = compactView(view);
      const own = data === view.data ? ownElements(data, shared) : withoutSubclass(data);
      return own === view.data ? live : make(library, own, shape);
    },
  };
}

type Maker = (data: Elements, shape: readonly number[]) => object;

function makerOf(library: unknown, path: readonly string[], how: ArrayOptions['how']): Maker {
  const owner = path.slice(0, -1).reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>>)[name], library);
  const name = path.at(-1) as string;
  const made = owner as Readonly<Record<string, Maker & (new (data: Elements, shape: readonly number[]) => object)>>;
  const maker = made[name];
  if (typeof maker !== 'function') throw new SyftError('UNSUPPORTED', `cannot make array: the library has no ${name}`);
  return how === 'construct' ? (data, shape) => new maker(data, shape) : (data, shape) => made[name]?.(data, shape) as object;
}

/** Whether a value is the library's own already. What a function makes has no class to ask for: there any copy's will do. */
function isOwn(
  value: unknown,
  { field, factory, how, library }: Pick<ArrayOptions, 'factory' | 'how'> & { readonly field: string | null; readonly library: unknown },
): boolean {
  if (how === 'call') return viewOf(value, field) !== undefined;
  const Class = factory.reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>> | undefined)?.[name], library);
  return typeof Class === 'function' && value instanceof Class;
}

/** What an array is made of: a view, a plain array, a column, or a typed array. */
function plainOf(value: unknown, field: string | null): CompactArray {
  const view = viewOf(value, field);
  if (view !== undefined) return compactView(view);
  const dtype = dtypeOfTypedArray(value);
  return dtype === undefined ? (value as ArrayValue) : { dtype, data: value as TypedArray, shape: [(value as TypedArray).length] };
}

function objectionTo({ dtype, shape, data }: CompactArray, known: ReadonlySet<string>): string | undefined {
  if (!isDtype(dtype) || !known.has(dtype)) return 'it is never of this dtype';
  if (data.length !== sizeOfShape(shape)) return 'its data does not fill its shape';
  return hasScalarsOnly(data) ? undefined : 'an element is no scalar';
}

function refuse(code: 'BAD_ARGUMENT', what: string, objection: string | undefined): void {
  if (objection !== undefined) throw new SyftError(code, `cannot ${what}: ${objection}`);
}

function isSameShape(view: StridedView | undefined, shape: readonly number[]): boolean {
  return view !== undefined && view.shape.length === shape.length && view.shape.every((length, axis) => length === shape[axis]);
}

/** The same memory as a `Uint8Array` where it is a subclass: a copy that a library makes of a Node `Buffer` would share its bytes. */
function withoutSubclass(data: Elements): Elements {
  if (!(data instanceof Uint8Array) || data.constructor === Uint8Array) return data;
  return new Uint8Array(data.buffer, data.byteOffset, data.length);
}

/** The data when it fills an unshared buffer of its own, else a copy. A list is always copied: no one knows who else holds it. */
function ownElements(data: Elements, shared: (buffer: ArrayBufferLike) => boolean): Elements {
  if (Array.isArray(data)) return data.slice();
  const typed = withoutSubclass(data) as TypedArray;
  const isOwnData = typed === data && typed.byteLength === typed.buffer.byteLength && !shared(typed.buffer);
  return isOwnData ? typed : typed.slice();
}

function hasScalarsOnly(data: Elements): boolean {
  return (
    !Array.isArray(data) || !data.some((element) => (typeof element === 'object' && element !== null) || typeof element === 'function')
  );
}

function weighStrings(data: readonly unknown[]): number {
  let bytes = 0;
  for (const element of data) if (typeof element === 'string') bytes += 2 * element.length;
  return bytes;
}
