import { expect, it } from 'vitest';
import { scanNumber, scanOwnCounter, scanPointer } from '../../src/vm/scan-operand.ts';
import { encode, PREFIX, p } from './steps.ts';

const head = (value: unknown): Uint8Array => encode(value).head;

it.each([1, 127, 128, 16_383, 16_384, 4_294_967_295])('reads a pointer to object %i as the decoder does', (counter) => {
  expect(scanPointer(head(p(counter)), PREFIX)).toBe(`${PREFIX}:${counter}`);
  expect(scanPointer(head(p(counter, 'fedcba9876543210')), PREFIX)).toBe(`fedcba9876543210:${counter}`);
  expect(scanOwnCounter(head(p(counter)))).toBe(counter);
  expect(scanOwnCounter(head(p(counter, 'fedcba9876543210')))).toBe(0);
});

it('leaves all that is no plain pointer to the decoder', () => {
  const pointer = head(p(300));
  const odd = [
    head(1),
    head([p(1)]),
    head('text'),
    new Uint8Array(0),
    pointer.subarray(0, -1),
    Uint8Array.of(...pointer, 0),
    Uint8Array.of(8, 15, 18, 2, 16, 0),
    Uint8Array.of(8, 15, 18, 3, 16, 0x81, 0),
    Uint8Array.of(8, 15, 18, 7, 16, 0xff, 0xff, 0xff, 0xff, 0x1f, 0),
    Uint8Array.of(8, 15, 18, 6, 16, 0xff, 0xff, 0xff, 0xff, 0x1f),
    Uint8Array.of(8, 15, 18, 4, 10, 8, 1, 2),
  ];
  for (const bytes of odd) {
    expect(scanPointer(bytes, PREFIX)).toBeUndefined();
    expect(scanOwnCounter(bytes)).toBe(0);
  }
});

it.each([0, -0, 1.5, Number.NaN, Number.NEGATIVE_INFINITY, 5e-324])('reads the number %d to the bit', (number) => {
  expect(scanNumber(head(number))).toBe(number);
});

it('reads a number from anywhere in a frame, and nothing else as one', () => {
  const frame = Uint8Array.of(1, 2, 3, ...head(0.1), 4);
  expect(scanNumber(frame.subarray(3, 15))).toBe(0.1);
  for (const bytes of [head(p(1)), head(true), head(1).subarray(0, 11), head(new Date(1))]) expect(scanNumber(bytes)).toBeUndefined();
});
