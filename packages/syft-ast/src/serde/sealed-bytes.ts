import { SyftError } from '../errors.ts';
import type { Encoded } from './encode.ts';

/** Parts begin at multiples of this, so that any typed array can stand on them uncopied. */
export const PART_ALIGNMENT = 8;

const HEADER_WORDS = 2;

/** The next multiple of eight. */
export function alignPart(bytes: number): number {
  return Math.ceil(bytes / PART_ALIGNMENT) * PART_ALIGNMENT;
}

/**
 * One value as one run of bytes, for files and for hashing. Layout, little-endian: the head's size and the number of
 * parts (uint32 each), each part's size (float64), the head, then the parts, everything padded with zeros to a multiple
 * of eight. {@link fromBytes} reads it.
 */
export function toBytes(encoded: Encoded): Uint8Array<ArrayBuffer> {
  const sizes = HEADER_WORDS * 4 + encoded.parts.length * 8;
  const total = encoded.parts.reduce((sum, part) => sum + alignPart(part.byteLength), sizes + alignPart(encoded.head.byteLength));
  const bytes = new Uint8Array(new ArrayBuffer(total));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, encoded.head.byteLength, true);
  view.setUint32(4, encoded.parts.length, true);
  encoded.parts.forEach((part, index) => {
    view.setFloat64(8 + index * 8, part.byteLength, true);
  });
  bytes.set(encoded.head, sizes);
  let at = sizes + alignPart(encoded.head.byteLength);
  for (const part of encoded.parts) {
    bytes.set(part, at);
    at += alignPart(part.byteLength);
  }
  return bytes;
}

/** Reads what {@link toBytes} wrote; head and parts are views. Throws `CORRUPT` when the sizes do not add up. */
export function fromBytes(bytes: Uint8Array): Encoded {
  if (bytes.byteLength < 8) throw corrupt();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headSize = view.getUint32(0, true);
  const count = view.getUint32(4, true);
  let at = 8 + count * 8;
  if (at > bytes.byteLength) throw corrupt();
  const take = (size: number): Uint8Array => {
    if (!(Number.isSafeInteger(size) && size >= 0 && at + size <= bytes.byteLength)) throw corrupt();
    const part = bytes.subarray(at, at + size);
    at += alignPart(size);
    return part;
  };
  const head = take(headSize);
  const parts = Array.from({ length: count }, (_, index) => take(view.getFloat64(8 + index * 8, true)));
  if (at !== bytes.byteLength) throw corrupt();
  return { head, parts };
}

function corrupt(): SyftError {
  return new SyftError('CORRUPT', 'cannot read stored value: its sizes do not add up');
}
