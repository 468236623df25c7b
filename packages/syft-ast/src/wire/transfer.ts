import { SyftError } from '../errors.ts';
import { alignPart } from '../serde/sealed-bytes.ts';

/**
 * A transfer's bytes are its parts in order, each padded with zeros to a multiple of eight. So the receiver needs one
 * allocation, and each part is aligned in it.
 */
export function transferSize(parts: readonly number[]): number {
  return parts.reduce((total, size) => total + alignPart(size), 0);
}

/**
 * The run of bytes at `offset`, at most `length` of them, uncopied; padding comes as zeros, and past the end there is
 * nothing. Throws `PROTOCOL` for an offset or a length that is no whole number, since a peer may have named them: half a
 * byte of credit would send nothing, for ever.
 */
export function sliceTransfer(parts: readonly Uint8Array[], offset: number, length: number): Uint8Array {
  if (!Number.isSafeInteger(offset) || offset < 0 || !Number.isSafeInteger(length) || length < 1) {
    throw new SyftError('PROTOCOL', 'cannot send chunk: no such offset or length');
  }
  let start = 0;
  for (const part of parts) {
    const inside = offset - start;
    if (inside < part.byteLength) return part.subarray(inside, Math.min(part.byteLength, inside + length));
    const end = start + alignPart(part.byteLength);
    if (offset < end) return new Uint8Array(Math.min(length, end - offset));
    start = end;
  }
  return new Uint8Array(0);
}

/** Collects a transfer's chunks into one buffer, which is allocated when the first is due. */
export class TransferBuffer {
  readonly size: number;
  readonly #sizes: readonly number[];
  readonly #bytes: Uint8Array;
  #received = 0;

  /** `allocate` gives a zeroed buffer; sizes have been checked against the limits before. */
  constructor(sizes: readonly number[], allocate: (bytes: number) => ArrayBufferLike = (bytes) => new ArrayBuffer(bytes)) {
    this.#sizes = sizes;
    this.size = transferSize(sizes);
    this.#bytes = new Uint8Array(allocate(this.size));
  }

  get received(): number {
    return this.#received;
  }

  get done(): boolean {
    return this.#received === this.size;
  }

  /** Takes the next run. Throws `PROTOCOL` when it does not follow on, or goes past the end. */
  write(offset: number, data: Uint8Array): void {
    if (offset !== this.#received || offset + data.byteLength > this.size) {
      throw new SyftError('PROTOCOL', 'cannot receive chunk: it does not follow the one before');
    }
    this.#bytes.set(data, offset);
    this.#received += data.byteLength;
  }

  /** The parts, as aligned views. */
  parts(): readonly Uint8Array[] {
    let at = 0;
    return this.#sizes.map((size) => {
      const part = this.#bytes.subarray(at, at + size);
      at += alignPart(size);
      return part;
    });
  }
}
