import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignPart, type Encoded, fromBytes, toBytes } from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';

const bytes = fc.uint8Array({ maxLength: 40 });
const encoded: fc.Arbitrary<Encoded> = fc.record({ head: bytes, parts: fc.array(bytes, { maxLength: 4 }) });

test('head and parts come back, each part aligned to eight', () => {
  fc.assert(
    fc.property(encoded, (value) => {
      const sealed = toBytes(value);
      expect(sealed.byteLength % 8).toBe(0);
      const opened = fromBytes(sealed);
      expect(opened.head).toEqual(value.head);
      expect(opened.parts).toEqual(value.parts);
      expect(opened.parts.every((part) => part.byteOffset % 8 === 0 && part.buffer === sealed.buffer)).toBe(true);
    }),
  );
});

test('equal values have equal bytes, and different ones do not', () => {
  fc.assert(
    fc.property(encoded, encoded, (left, right) => {
      const same = Buffer.compare(toBytes(left), toBytes(right)) === 0;
      const text = ({ head, parts }: Encoded) => JSON.stringify([[...head], ...parts.map((part) => [...part])]);
      expect(same).toBe(text(left) === text(right));
    }),
  );
});

test('bytes whose sizes do not add up are corrupt, whatever they claim, and nothing is allocated for them', () => {
  fc.assert(
    fc.property(encoded, fc.nat(), fc.integer({ min: 1, max: 255 }), fc.nat(40), (value, place, change, cut) => {
      const sealed = toBytes(value);
      errorOf(() => fromBytes(sealed.subarray(0, Math.max(0, sealed.length - 1 - (cut % 7)))), 'CORRUPT');
      // Only the sizes in front decide; a change further back is another value, which the hash around it tells.
      const sizes = 8 + value.parts.length * 8;
      sealed[place % sizes] = (sealed[place % sizes] ?? 0) ^ change;
      let opened: Encoded | undefined;
      try {
        opened = fromBytes(sealed);
      } catch (error) {
        errorOf(() => {
          throw error;
        }, 'CORRUPT');
      }
      const total = (opened?.parts ?? []).reduce((sum, part) => sum + alignPart(part.byteLength), 0);
      expect(total).toBeLessThanOrEqual(sealed.byteLength);
    }),
    { numRuns: 2_000 },
  );
});

test('two billion parts in eight bytes are corrupt', () => {
  for (const sealed of [
    Uint8Array.of(0, 0, 0, 0, 255, 255, 255, 255),
    Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 0),
    new Uint8Array(0),
    new Uint8Array(7),
  ]) {
    errorOf(() => fromBytes(sealed), 'CORRUPT');
  }
});
