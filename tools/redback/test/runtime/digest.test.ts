import { expect, test } from 'vitest';
import { digestOf } from '../../src/crawl/runtime/inside/describe-value.ts';

test('what is not a number has one digest, whatever its bits', () => {
  const bits = (high: number) => new Float64Array(new Uint32Array([0, high]).buffer);
  const [quiet, signed] = [bits(0x7ff80000), bits(0xfff80000)];
  expect([quiet[0], signed[0]]).toEqual([Number.NaN, Number.NaN]);
  expect(digestOf([signed])).toBe(digestOf([quiet]));
  expect(digestOf([quiet])).not.toBe(digestOf([new Float64Array([0])]));
  expect(digestOf([new Float64Array([-0])])).not.toBe(digestOf([new Float64Array([0])]));
});
