/**
 * Element types of arrays, each with a fixed number on the wire and its size in bytes.
 * `array` holds any JavaScript values; its size is that of the float64 payload used when all of them are numbers.
 */
export const DTYPES = {
  int8: { wire: 1, bytes: 1 },
  uint8: { wire: 2, bytes: 1 },
  uint8_clamped: { wire: 3, bytes: 1 },
  int16: { wire: 4, bytes: 2 },
  uint16: { wire: 5, bytes: 2 },
  int32: { wire: 6, bytes: 4 },
  uint32: { wire: 7, bytes: 4 },
  bigint64: { wire: 8, bytes: 8 },
  biguint64: { wire: 9, bytes: 8 },
  float16: { wire: 10, bytes: 2 },
  float32: { wire: 11, bytes: 4 },
  float64: { wire: 12, bytes: 8 },
  array: { wire: 13, bytes: 8 },
} as const;

export type Dtype = keyof typeof DTYPES;
export type TypedDtype = Exclude<Dtype, 'array'>;

export type TypedArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | Float32Array
  | Float64Array
  | Float16ArrayLike;

/** `Float16Array` where the engine has it; declared by shape since Node 22 has none. */
export interface Float16ArrayLike extends Omit<Float32Array, typeof Symbol.toStringTag> {
  readonly [Symbol.toStringTag]: 'Float16Array';
}

export interface TypedArrayConstructor {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): TypedArray;
  new (buffer: ArrayBufferLike, byteOffset?: number, length?: number): TypedArray;
}

const NAMES: Readonly<Record<TypedDtype, string>> = {
  int8: 'Int8Array',
  uint8: 'Uint8Array',
  uint8_clamped: 'Uint8ClampedArray',
  int16: 'Int16Array',
  uint16: 'Uint16Array',
  int32: 'Int32Array',
  uint32: 'Uint32Array',
  bigint64: 'BigInt64Array',
  biguint64: 'BigUint64Array',
  float16: 'Float16Array',
  float32: 'Float32Array',
  float64: 'Float64Array',
};

const CONSTRUCTORS = new Map<Dtype, TypedArrayConstructor>();
const BY_NAME = new Map<string, TypedDtype>();
const BY_WIRE = new Map<number, Dtype>();
for (const [dtype, name] of Object.entries(NAMES) as [TypedDtype, string][]) {
  const found = (globalThis as unknown as Record<string, TypedArrayConstructor | undefined>)[name];
  if (found !== undefined) CONSTRUCTORS.set(dtype, found);
  BY_NAME.set(name, dtype);
}
for (const [dtype, { wire }] of Object.entries(DTYPES) as [Dtype, { wire: number }][]) BY_WIRE.set(wire, dtype);

/** The typed array class of a dtype; `undefined` for `array`, and for float16 where the engine has none. */
export function typedArrayOf(dtype: Dtype): TypedArrayConstructor | undefined {
  return CONSTRUCTORS.get(dtype);
}

/** The name of a dtype's class: `Float64Array` for float64. */
export function typedArrayName(dtype: TypedDtype): string {
  return NAMES[dtype];
}

/** The dtype of a typed array (a Node `Buffer` is uint8); `undefined` for anything else. */
export function dtypeOfTypedArray(value: unknown): TypedDtype | undefined {
  if (!ArrayBuffer.isView(value)) return undefined;
  return BY_NAME.get((value as { readonly [Symbol.toStringTag]?: string })[Symbol.toStringTag] ?? '');
}

/** The dtype of a number on the wire; `undefined` for a number that no dtype has. */
export function dtypeFromWire(wire: number): Dtype | undefined {
  return BY_WIRE.get(wire);
}

/** True for the name of a dtype. */
export function isDtype(value: unknown): value is Dtype {
  return typeof value === 'string' && Object.hasOwn(DTYPES, value);
}
