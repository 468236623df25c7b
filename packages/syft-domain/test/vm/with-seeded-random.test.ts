import { expect, it } from 'vitest';
import { withSeededRandom } from '../../src/vm/with-seeded-random.ts';

const draw = (seed: Uint8Array, count: number) => withSeededRandom(seed, () => Array.from({ length: count }, () => Math.random()));

it('draws the same numbers for the same seed and different ones for seeds that differ in one bit', () => {
  const seed = Uint8Array.from({ length: 32 }, (_, index) => index);
  const other = seed.with(31, 30);
  expect(draw(seed, 5)).toEqual(draw(seed, 5));
  expect(draw(seed, 5)).not.toEqual(draw(other, 5));
  expect(draw(new Uint8Array(0), 2)).not.toEqual(draw(new Uint8Array(1), 2));
});

it('spreads them evenly over [0, 1)', () => {
  const numbers = draw(Uint8Array.of(7), 100_000);
  const counts = new Array<number>(10).fill(0);
  for (const number of numbers) counts[Math.floor(number * 10)]! += 1;
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

it('gives the engine its own generator back, after an error too', () => {
  const own = Math.random;
  expect(() =>
    withSeededRandom(Uint8Array.of(1), () => {
      expect(Math.random).not.toBe(own);
      throw new Error('raised');
    }),
  ).toThrow('raised');
  expect(Math.random).toBe(own);
});

it('seeds what was taken of the generator while a library was loaded, and lets go of it afterwards', () => {
  const kept = Math.random;
  const seed = Uint8Array.of(3);
  const drawn = withSeededRandom(seed, () => [kept(), Math.random()]);
  expect(drawn).toEqual(draw(seed, 2));
  expect(kept()).not.toBe(kept());
});
