import { expect, it } from 'vitest';
import { packResult, packSteps, unpackResult, unpackSteps } from '../../src/vm/worker-messages.ts';
import { call, load, p } from './steps.ts';

it('packs steps into columns and unpacks the same', () => {
  const steps = [
    load(1, 5),
    call(2, 'max', 1, p(1), p(7, 'ffffffffffffffff')),
    { ...call(3, 'zero'), prefix: 'eeeeeeeeeeeeeeee' },
    { ...call(4_294_967_295, 'random', 3), seed: new Uint8Array(0) },
    call(5, 'random', 3),
    load(6, new Float64Array(20_000)),
  ];
  // Cloned on both sides: encoders give Node Buffers, which cross as plain arrays.
  expect(unpackSteps(structuredClone(packSteps(steps)))).toEqual(structuredClone(steps));
  expect(unpackSteps(packSteps([]))).toEqual([]);
});

it('packs what became of steps, failures by their position', () => {
  const steps = [load(1, 5), call(2, 'loop'), call(3, 'inc', p(1))];
  const [first, second, third] = steps.map(({ object }) => object) as [string, string, string];
  const result = {
    outcomes: [
      { object: first, weight: 8 },
      { object: second, weight: 0, failure: 'LIBRARY_FAILED' as const, detail: 'no' },
      { object: third, weight: 16 },
    ],
    evicted: [first],
  };
  expect(unpackResult(structuredClone(packResult(result)), steps)).toEqual(result);
});

it('sends of a larger buffer what belongs to the value, and shared memory as it is', () => {
  const large = new Uint8Array(1_000_000);
  const shared = new Uint8Array(new SharedArrayBuffer(100));
  const value = { head: large.subarray(5, 8), parts: [large.subarray(100, 200), shared.subarray(10, 20)] };
  const [exact] = packSteps([{ kind: 'load', object: '0123456789abcdef:1', value }]).loads;
  expect([exact?.head.buffer.byteLength, exact?.parts[0]?.buffer.byteLength]).toEqual([3, 100]);
  expect(exact?.parts[1]?.buffer).toBe(shared.buffer);
});
