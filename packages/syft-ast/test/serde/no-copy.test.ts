import { expect, test } from 'vitest';
import {
  bytesOf,
  columnOf,
  DEFAULT_LIMITS,
  decodeValue,
  encodeValue,
  sliceTransfer,
  TransferBuffer,
  transferSize,
  validateHead,
} from '../../src/index.ts';
import { context } from './context.ts';

const ELEMENTS = 10_000_000;
const data = new Float64Array(ELEMENTS);
data[0] = -0;
data[ELEMENTS - 1] = Number.NaN;

test('80 MB go out and come in without a copy: sender’s part and receiver’s array are the memory that was given', () => {
  const encoded = encodeValue(columnOf(data), context);
  expect(encoded.parts).toHaveLength(1);
  expect(encoded.parts[0]?.buffer).toBe(data.buffer);
  expect(encoded.parts[0]?.byteLength).toBe(data.byteLength);
  expect(encoded.head.byteLength).toBeLessThan(64);

  const received = decodeValue(encoded, context, DEFAULT_LIMITS) as { data: Float64Array };
  expect(received.data.buffer).toBe(data.buffer);
  expect(received.data).toHaveLength(ELEMENTS);
  expect(Object.is(received.data[0], -0)).toBe(true);
});

test('neither takes longer for 80 MB than for 80 kB', () => {
  const small = columnOf(data.subarray(0, 10_000));
  const large = columnOf(data);
  const timeOf = (value: unknown) => {
    const times = Array.from({ length: 501 }, () => {
      const started = performance.now();
      decodeValue(encodeValue(value, context), context, DEFAULT_LIMITS);
      return performance.now() - started;
    });
    return times.sort((left, right) => left - right)[250] as number;
  };
  timeOf(small);
  timeOf(large);
  // A copy of 80 MB takes some 20 ms; a millisecond leaves room for a busy machine.
  expect(timeOf(large)).toBeLessThan(1);
});

test('a transfer is sent in views of the array, and received into one buffer whose parts are the values', () => {
  const encoded = encodeValue(data, context);
  const sizes = encoded.parts.map((part) => part.byteLength);
  validateHead(encoded.head, sizes, context, DEFAULT_LIMITS);
  const buffer = new TransferBuffer(sizes);
  for (let offset = 0; offset < transferSize(sizes); ) {
    const chunk = sliceTransfer(encoded.parts, offset, 1 << 20);
    expect(chunk.buffer).toBe(data.buffer);
    buffer.write(offset, chunk);
    offset += chunk.byteLength;
  }
  const parts = buffer.parts();
  const received = decodeValue({ head: encoded.head, parts }, context, DEFAULT_LIMITS) as Float64Array;
  expect(received.buffer).toBe(parts[0]?.buffer);
  expect(Buffer.compare(bytesOf(received), bytesOf(data))).toBe(0);
});
