import { DEFAULT_LIMITS, decodeValue, messages } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import type { CodecBench } from './codec-bench.ts';

const { ArrayBody } = messages;

/** Bodies that no honest side writes; each with the reason why it is none. */
const FORGED: readonly (readonly [reason: string, body: messages.ArrayBody.$Properties, code: string])[] = [
  ['a dtype that does not exist', { dtype: 99, shape: [1], data: new Uint8Array(8) }, 'PROTOCOL'],
  ['no dtype', { shape: [1], data: new Uint8Array(8) }, 'PROTOCOL'],
  ['a payload one byte short', { dtype: 12, shape: [2], data: new Uint8Array(15) }, 'PROTOCOL'],
  ['a payload one byte long', { dtype: 12, shape: [2], data: new Uint8Array(17) }, 'PROTOCOL'],
  ['a shape without a payload', { dtype: 12, shape: [1_000] }, 'PROTOCOL'],
  ['a shape larger than memory', { dtype: 12, shape: [65_536, 65_536, 65_536], data: new Uint8Array(8) }, 'LIMIT'],
  ['a product of lengths past 2^53', { dtype: 1, shape: [4_294_967_295, 4_294_967_295, 4_294_967_295], data: new Uint8Array(1) }, 'LIMIT'],
  ['more axes than arrays have', { dtype: 12, shape: new Array<number>(65).fill(1), data: new Uint8Array(8) }, 'LIMIT'],
  ['two payloads', { dtype: 12, shape: [1], data: new Uint8Array(8), part: 1 }, 'PROTOCOL'],
  ['a part that was not sent', { dtype: 12, shape: [1], part: 1 }, 'PROTOCOL'],
  ['single elements of a typed array', { dtype: 12, shape: [1], elements: [new Uint8Array(0)] }, 'PROTOCOL'],
  ['elements that are no values', { dtype: 13, shape: [1], elements: [Uint8Array.of(0xff)] }, 'PROTOCOL'],
];

/** The part of the suite for types that travel as arrays: nothing is allocated for a shape that its payload does not fill. */
export function describeArrayBody<Plain, Live>(bench: CodecBench<Plain, Live>): void {
  test.each(FORGED)('refuses %s', (_, body, code) => {
    const bytes = ArrayBody.encode(body).finish();
    expect(() => decodeValue(bench.wrap(bytes), bench.serde, DEFAULT_LIMITS)).toThrow(expect.objectContaining({ name: 'SyftError', code }));
  });

  test('a decoded array is compact: exactly its elements, in memory of its own', () => {
    for (const { plain } of bench.samples) {
      const { data } = bench.read(bench.write(plain)) as { readonly data?: unknown };
      if (ArrayBuffer.isView(data)) expect(data.buffer.byteLength).toBe(data.byteLength);
    }
  });
}
