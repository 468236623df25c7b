// A NaN has many bit patterns, and all of them travel. What is bound and released carries the one standard pattern, so that
// equal values have equal bytes and nothing can be hidden in the others.
import { bytesOf, dtypeOfTypedArray, isRecord, type TypedArray, type TypedArrayConstructor, typedArrayOf } from '@syft-libs/ast';

/** Of each float, the words that it has, and the upper word of infinity and of the quiet NaN. */
const FLOATS = {
  float16: { word: Uint16Array, words: 1, infinity: 0x7c00, quiet: 0x7e00 },
  float32: { word: Uint32Array, words: 1, infinity: 0x7f80_0000, quiet: 0x7fc0_0000 },
  float64: { word: Uint32Array, words: 2, infinity: 0x7ff0_0000, quiet: 0x7ff8_0000 },
} as const;

/**
 * A plain value with every NaN in it the standard quiet one, at any depth. What holds no other NaN is returned as it is;
 * nothing is changed in place.
 */
export function canonicalValue(value: unknown): unknown {
  if (typeof value === 'number') return Number.isNaN(value) ? Number.NaN : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(canonicalValue);
  if (value instanceof Set) return new Set([...value].map(canonicalValue));
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [canonicalValue(key), canonicalValue(item)]));
  if (value instanceof Date) return new Date(canonicalValue(value.getTime()) as number);
  if (dtypeOfTypedArray(value) !== undefined) return canonicalArray(value as TypedArray);
  if (!isRecord(value)) return value;
  const record = Object.create(Object.getPrototypeOf(value) as object | null) as Record<string, unknown>;
  for (const key of Object.keys(value)) {
    Object.defineProperty(record, key, { value: canonicalValue(value[key]), enumerable: true, configurable: true, writable: true });
  }
  return record;
}

function canonicalArray(array: TypedArray): TypedArray {
  const dtype = dtypeOfTypedArray(array);
  if (dtype !== 'float16' && dtype !== 'float32' && dtype !== 'float64') return array;
  const { word, words, infinity, quiet } = FLOATS[dtype];
  const isNaNPattern = (upper: number, lower: number) => {
    const magnitude = upper & (word === Uint16Array ? 0x7fff : 0x7fff_ffff);
    return magnitude > infinity || (magnitude === infinity && lower !== 0);
  };
  let copy: TypedArray | undefined;
  let bits: Uint16Array | Uint32Array = new word(array.buffer as ArrayBuffer, array.byteOffset, array.length * words);
  for (let at = words - 1; at < bits.length; at += words) {
    const lower = words === 2 ? (bits[at - 1] as number) : 0;
    const upper = bits[at] as number;
    if (!isNaNPattern(upper, lower) || (upper === quiet && lower === 0)) continue;
    if (copy === undefined) {
      const bytes = new Uint8Array(bytesOf(array));
      const Own = typedArrayOf(dtype) as TypedArrayConstructor;
      copy = new Own(bytes.buffer);
      bits = new word(bytes.buffer);
    }
    bits[at] = quiet;
    if (words === 2) bits[at - 1] = 0;
  }
  return copy ?? array;
}
