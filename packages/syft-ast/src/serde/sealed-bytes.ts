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
 * of eight. {@link fromBytes} reads it. `allocate` may give memory that is not zeroed.
 */
export function toBytes(
  encoded: Encoded,
  allocate: (bytes: number) => ArrayBuffer = (bytes) => new ArrayBuffer(bytes),
): Uint8Array<ArrayBuffer> {
  const pieces = toPieces(encoded);
  const bytes = new Uint8Array(allocate(pieces.reduce((total, piece) => total + piece.byteLength, 0)));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return bytes;
}

/** What {@link toBytes} writes, in pieces to be written one after another; parts are not copied. */
export function toPieces({ head, parts }: Encoded): readonly Uint8Array[] {
  const sizes = new Uint8Array(HEADER_WORDS * 4 + parts.length * 8);
  const view = new DataView(sizes.buffer);
  view.setUint32(0, head.byteLength, true);
  view.setUint32(4, parts.length, true);
  parts.forEach((part, index) => {
    view.setFloat64(8 + index * 8, part.byteLength, true);
  });
  const padded = [head, ...parts].flatMap((piece) => [piece, new Uint8Array(alignPart(piece.byteLength) - piece.byteLength)]);
  return [sizes, ...padded].filter((piece) => piece.byteLength > 0);
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
