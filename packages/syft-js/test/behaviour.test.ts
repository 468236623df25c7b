import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Bound, boundOfValue, buildAllowlist, parseManifest } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import { js } from '../src/index.ts';
import { js as loaded } from '../src/runtime.ts';

const manifest = parseManifest(await js.manifest());
const allowlist = buildAllowlist([{ support: js, manifest, loaded: await js.load() }]);
const call = (path: string, ...operands: readonly unknown[]) => allowlist.resolve(path).call?.(operands);

test('operators on primitive receivers are JavaScript’s own, NaN and -0 included', () => {
  expect(call('js.Number.add', 2, 3)).toBe(5);
  expect(call('js.Number.mod', -5, 3)).toBe(-2);
  expect(call('js.Number.neg', 0)).toBe(-0);
  expect(call('js.Number.eq', Number.NaN, Number.NaN)).toBe(false);
  expect(call('js.Number.eq', 0, -0)).toBe(true);
  expect(call('js.Number.max', 1, 5, 3)).toBe(5);
  expect(call('js.Number.max', 1, Number.NaN)).toBe(Number.NaN);
  expect(call('js.Number.toFixed', 1.25, 1)).toBe('1.3');
  expect(call('js.Number.toFixed', 7)).toBe('7');
  expect(call('js.Boolean.and', true, false)).toBe(false);
  expect(call('js.Boolean.not', false)).toBe(true);
  expect(call('js.String.concat', 'a', 'b', 'c')).toBe('abc');
  expect(call('js.String.length', 'abc')).toBe(3);
  expect(call('js.BigInt.add', 2n ** 64n, 1n)).toBe(2n ** 64n + 1n);
});

test('Math is the engine’s, constants and rest parameters included', () => {
  expect(call('js.Math.PI')).toBe(Math.PI);
  expect(call('js.Math.hypot', 3, 4)).toBe(5);
  expect(call('js.Math.max')).toBe(-Infinity);
  expect(call('js.Math.expm1', 1e-10)).toBe(Math.expm1(1e-10));
});

test('random draws from whatever source Math has at the time, and is marked', () => {
  const { random } = Math;
  Math.random = () => 0.25;
  try {
    expect(call('js.Math.random')).toBe(0.25);
  } finally {
    Math.random = random;
  }
  expect(allowlist.entries.filter(({ effects }) => effects.random).map(({ path }) => path)).toEqual(['js.Math.random']);
});

test('toFixed is guarded, for it throws outside of 0 to 100 digits', () => {
  const guard = allowlist.resolve('js.Number.toFixed').guard;
  const refuses = (value: unknown) => guard?.([number(1), number(value)]) !== undefined;
  expect([0, 100].map(refuses)).toEqual([false, false]);
  expect([-1, 101, 1.5, Number.NaN].map(refuses)).toEqual([true, true, true, true]);
  expect(guard?.([number(1)])).toBeUndefined();
});

test('strings cost their length: joined again and again they outgrow any limit', () => {
  const { cost } = allowlist.resolve('js.String.concat');
  let bound = boundOfValue('x'.repeat(1_000));
  for (let round = 0; round < 10; round++) bound = cost([hidden(bound), hidden(bound)]).result;
  expect(bound.elements).toBe(1_024_000);
  expect(cost([hidden(bound)])).toMatchObject({ operations: 1_024_000, elementBytes: 2 });
  const longest = (-1e20 / 3).toFixed(100).length;
  expect(allowlist.resolve('js.Number.toFixed').cost([number(1), number(100)]).result.elements).toBeGreaterThanOrEqual(longest);
  expect(allowlist.resolve('js.String.length').cost([hidden(bound)]).result.elements).toBe(1);
});

const hidden = (bound: Bound) => ({ bound, value: undefined, isPublic: false });
const number = (value: unknown) => ({ bound: { elements: 1, dims: [] }, value, isPublic: true });

test('every entry was seen in the engine, and its examples gave what its signature says', () => {
  const [library] = manifest.libraries;
  for (const { path, verdict, reason, evidence, signatures } of library!.members) {
    expect([path, verdict, evidence.runtime]).toEqual([path, 'allow', true]);
    expect([path, evidence.probe?.types]).toEqual([path, [signatures[0]!.returns]]);
    expect(reason).not.toBe('');
  }
  expect(library!.members).toHaveLength(89);
});

test('the surface names the manifest by its digest and lists the same entries', () => {
  const text = readFileSync(new URL('../manifest.json', import.meta.url));
  const [surface] = js.surfaces;
  expect(surface!.digest).toBe(createHash('sha256').update(text).digest('hex'));
  expect(surface!.entries.map(([path]) => `js.${path}`)).toEqual(allowlist.entries.map(({ path }) => path));
  expect(surface!.version).toBe(loaded.version);
});
