import { SyftError } from '../errors.ts';
import type { Limits } from '../limits.ts';

/** Bytes before a chunk's payload. */
export const CHUNK_HEADER_BYTES = 16;

/** One piece of a transfer, in place. `data` is a view on the message that brought it. */
export interface Chunk {
  readonly transfer: number;
  readonly offset: number;
  readonly data: Uint8Array;
}

/** A message is a chunk when its first byte is zero: no protobuf message begins so. */
export function isChunk(message: Uint8Array): boolean {
  return message[0] === 0;
}

/**
 * A chunk's header: four zero bytes, the transfer (uint32) and the payload's offset in it (float64), little-endian. It is sent as a
 * part of its own, so that the payload needs no copy.
 */
export function chunkHeader(transfer: number, offset: number): Uint8Array {
  const header = new Uint8Array(CHUNK_HEADER_BYTES);
  const view = new DataView(header.buffer);
  view.setUint32(4, transfer, true);
  view.setFloat64(8, offset, true);
  return header;
}

/** Reads a chunk. Throws `PROTOCOL` or `LIMIT`. */
export function readChunk(message: Uint8Array, limits: Limits): Chunk {
  if (message.byteLength <= CHUNK_HEADER_BYTES) throw new SyftError('PROTOCOL', 'cannot read chunk: no payload');
  if (message.byteLength > CHUNK_HEADER_BYTES + limits.chunkBytes) throw new SyftError('LIMIT', 'cannot read chunk: chunkBytes exceeded');
  const view = new DataView(message.buffer, message.byteOffset, CHUNK_HEADER_BYTES);
  const offset = view.getFloat64(8, true);
  if (view.getUint32(0, true) !== 0 || !Number.isSafeInteger(offset) || offset < 0) {
    throw new SyftError('PROTOCOL', 'cannot read chunk: malformed header');
  }
  return { transfer: view.getUint32(4, true), offset, data: message.subarray(CHUNK_HEADER_BYTES) };
}
