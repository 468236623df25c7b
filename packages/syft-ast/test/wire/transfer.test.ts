import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alignPart,
  CHUNK_HEADER_BYTES,
  chunkHeader,
  DEFAULT_LIMITS,
  isChunk,
  joinParts,
  readChunk,
  resolveLimits,
  sliceTransfer,
  TransferBuffer,
  transferSize,
} from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';

describe('a transfer', () => {
  test('in chunks of any size, resumed anywhere, brings every part, each aligned', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 5 }), fc.integer({ min: 1, max: 64 }), (parts, chunk) => {
        const sizes = parts.map((part) => part.byteLength);
        const buffer = new TransferBuffer(sizes);
        expect(buffer.size).toBe(transferSize(sizes));
        while (!buffer.done) buffer.write(buffer.received, sliceTransfer(parts, buffer.received, chunk));
        expect(buffer.parts()).toEqual(parts);
        expect(buffer.parts().every((part) => part.byteOffset % 8 === 0)).toBe(true);
        expect(sliceTransfer(parts, buffer.size, chunk)).toHaveLength(0);
      }),
    );
  });

  test('pads with zeros and never with what stands beside a part in memory', () => {
    const part = Uint8Array.of(1, 2, 3, 0xee, 0xee).subarray(0, 3);
    expect(sliceTransfer([part], 3, 100)).toEqual(new Uint8Array(5));
    expect(alignPart(3)).toBe(8);
  });

  test('refuses a length that would never end, such as half a byte of credit', () => {
    for (const length of [0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
      errorOf(() => sliceTransfer([new Uint8Array(16)], 0, length), 'PROTOCOL');
  });

  test('refuses an offset that a peer made up', () => {
    for (const offset of [-1, -8, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      errorOf(() => sliceTransfer([new Uint8Array(16)], offset, 8), 'PROTOCOL');
    }
    expect(sliceTransfer([new Uint8Array(16)], 1e12, 8)).toHaveLength(0);
  });

  test('refuses a chunk that leaves a gap, comes again or goes past the end', () => {
    const buffer = new TransferBuffer([16]);
    buffer.write(0, new Uint8Array(8));
    for (const [offset, length] of [
      [0, 8],
      [16, 8],
      [7, 1],
      [8, 9],
      [-8, 8],
      [Number.NaN, 8],
    ] as const) {
      errorOf(() => buffer.write(offset, new Uint8Array(length)), 'PROTOCOL');
    }
    expect(buffer.received).toBe(8);
    buffer.write(8, new Uint8Array(8));
    expect(buffer.done).toBe(true);
    errorOf(() => buffer.write(16, new Uint8Array(1)), 'PROTOCOL');
  });

  test('of nothing is done before it begins', () => {
    expect(new TransferBuffer([]).done).toBe(true);
    expect(new TransferBuffer([0, 0]).parts()).toEqual([new Uint8Array(0), new Uint8Array(0)]);
  });

  test('goes into the memory that it was given, shared memory too', () => {
    const shared = new SharedArrayBuffer(8);
    const buffer = new TransferBuffer([8], () => shared);
    buffer.write(0, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8));
    expect(buffer.parts()[0]?.buffer).toBe(shared);
  });
});

describe('a chunk', () => {
  test('brings transfer, offset and payload, the payload in place', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.maxSafeNat(),
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        (transfer, offset, data) => {
          const message = joinParts([chunkHeader(transfer, offset), data]);
          expect(isChunk(message)).toBe(true);
          const chunk = readChunk(message, DEFAULT_LIMITS);
          expect(chunk).toEqual({ transfer, offset, data });
          expect(chunk.data.buffer).toBe(message.buffer);
        },
      ),
    );
  });

  test('without payload, with a bad header or past the limit is refused', () => {
    const chunk = (offset: number, length: number) => joinParts([chunkHeader(1, offset), new Uint8Array(length)]);
    for (const message of [
      new Uint8Array(0),
      new Uint8Array(CHUNK_HEADER_BYTES),
      chunk(0, 0),
      chunk(-1, 1),
      chunk(0.5, 1),
      chunk(Number.NaN, 1),
      chunk(2 ** 53, 1),
    ]) {
      errorOf(() => readChunk(message, DEFAULT_LIMITS), 'PROTOCOL');
    }
    const odd = chunk(0, 1);
    odd[3] = 1;
    errorOf(() => readChunk(odd, DEFAULT_LIMITS), 'PROTOCOL');
    const limits = resolveLimits({ chunkBytes: 10 });
    expect(readChunk(chunk(0, 10), limits).data).toHaveLength(10);
    errorOf(() => readChunk(chunk(0, 11), limits), 'LIMIT');
  });
});
