import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Bound, boundOfValue, buildAllowlist, parseManifest } from '@syft-libs/ast';
import { describe, expect, test } from 'vitest';
import { js } from '../src/index.ts';
import { libraries } from '../src/runtime.ts';
import { cases } from './gen/cases.ts';

const manifest = parseManifest(await js.manifest());
const [library] = manifest.libraries;
const allowlist = buildAllowlist([{ support: js, manifest, loaded: await js.load() }]);
const call = (path: string, ...operands: readonly unknown[]) => allowlist.resolve(path).call?.(operands);

describe('numbers', () => {
  test('have JavaScript’s own operators, NaN and -0 included', () => {
    expect(call('js.Number.add', 2, 3)).toBe(5);
    expect(call('js.Number.mod', -5, 3)).toBe(-2);
    expect(call('js.Number.floorMod', -5, 3)).toBe(1);
    expect(call('js.Number.floorDiv', -5, 3)).toBe(-2);
    expect(call('js.Number.neg', 0)).toBe(-0);
    expect(call('js.Number.eq', Number.NaN, Number.NaN)).toBe(false);
    expect(call('js.Number.is', Number.NaN, Number.NaN)).toBe(true);
    expect(call('js.Number.eq', 0, -0)).toBe(true);
    expect(call('js.Number.is', 0, -0)).toBe(false);
    expect(call('js.Number.max', 1, 5, 3)).toBe(5);
    expect(call('js.Number.max', 1, Number.NaN)).toBe(Number.NaN);
    expect(call('js.Number.sign', -0)).toBe(-0);
    expect(call('js.Number.clamp', 7, 0, 5)).toBe(5);
  });

  test('are written in decimal or to another base', () => {
    expect(call('js.Number.toFixed', 1.25, 1)).toBe('1.3');
    expect(call('js.Number.toFixed', 7)).toBe('7');
    expect(call('js.Number.toText', 255, 16)).toBe('ff');
    expect(() => call('js.Number.toFixed', 1, 101)).toThrow(RangeError);
  });

  test('become bigints that can travel', () => {
    expect(call('js.Number.toBigInt', 2 ** 60)).toBe(2n ** 60n);
    expect(() => call('js.Number.toBigInt', 0.5)).toThrow(RangeError);
    expect(() => call('js.Number.toBigInt', Number.MAX_VALUE)).toThrow(RangeError);
    expect(() => call('js.String.toBigInt', '9'.repeat(400))).toThrow(RangeError);
  });
});

test('booleans and bigints combine', () => {
  expect(call('js.Boolean.and', true, false)).toBe(false);
  expect(call('js.Boolean.implies', false, false)).toBe(true);
  expect(call('js.Boolean.choose', true, 1, 2)).toBe(1);
  expect(call('js.BigInt.add', 2n ** 64n, 1n)).toBe(2n ** 64n + 1n);
  expect(call('js.BigInt.div', -7n, 2n)).toBe(-3n);
  expect(call('js.BigInt.asUintN', 8, 257n)).toBe(1n);
  expect(() => call('js.BigInt.div', 1n, 0n)).toThrow(RangeError);
});

describe('strings', () => {
  test('count code units and never hold half a character', () => {
    expect(call('js.String.length', 'a😀')).toBe(3);
    expect(call('js.String.slice', 'a😀', 0, 2)).toBe('a\uFFFD');
    expect(call('js.String.charAt', '😀', 0)).toBe('\uFFFD');
    expect(call('js.String.characters', 'a😀')).toEqual(['a', '😀']);
    expect(call('js.String.codePoints', '😀')).toEqual([0x1f600]);
    expect(call('js.String.at', 'abc', 5)).toBe(undefined);
  });

  test('take a replacement as it is', () => {
    expect(call('js.String.replace', 'abc', 'b', '$&$&')).toBe('a$&$&c');
    expect(call('js.String.replaceAll', 'abab', 'b', '$1')).toBe('a$1a$1');
    expect(call('js.String.count', 'aaaa', 'aa')).toBe(2);
  });
});

describe('lists', () => {
  test('of nothing have no sum to speak of, and no item', () => {
    expect(call('js.NumberList.sum', [])).toBe(0);
    expect(call('js.NumberList.mean', [])).toBe(Number.NaN);
    expect(call('js.NumberList.max', [])).toBe(Number.NEGATIVE_INFINITY);
    expect(call('js.NumberList.at', [], 0)).toBe(undefined);
    expect(call('js.NumberList.removeAt', [], -1)).toEqual([]);
    expect(call('js.BooleanList.all', [])).toBe(true);
    expect(call('js.StringList.join', [], '-')).toBe('');
    expect(call('js.NumberList.repeat', [], 3)).toEqual([]);
  });

  test('know NaN, and sort numbers as numbers', () => {
    expect(call('js.NumberList.includes', [Number.NaN], Number.NaN)).toBe(true);
    expect(call('js.NumberList.eq', [Number.NaN, 0], [Number.NaN, -0])).toBe(true);
    expect(call('js.NumberList.min', [1, Number.NaN])).toBe(Number.NaN);
    expect(call('js.NumberList.indexOfMin', [1, Number.NaN])).toBe(-1);
    expect(call('js.NumberList.toSorted', [10, 9, Number.NaN, -1])).toEqual([-1, 9, 10, Number.NaN]);
    expect(call('js.NumberRows.column', [[1, 2], [3]], 1)).toEqual([2, Number.NaN]);
  });

  test('stay as they are', () => {
    const list = Object.freeze([3, 1, 2]);
    expect(call('js.NumberList.toSorted', list)).toEqual([1, 2, 3]);
    expect(call('js.NumberList.fill', list, 0)).toEqual([0, 0, 0]);
    expect(call('js.NumberList.with', list, -1, 9)).toEqual([3, 1, 9]);
    expect(list).toEqual([3, 1, 2]);
  });
});

test('sets and maps are made anew', () => {
  const set = new Set([1, Number.NaN]);
  expect(call('js.NumberSet.without', set, Number.NaN)).toEqual(new Set([1]));
  expect(call('js.NumberSet.eq', set, new Set([Number.NaN, 1]))).toBe(true);
  expect(call('js.NumberSet.size', new Set())).toBe(0);
  const map = new Map([['a', 1]]);
  expect(call('js.NumberMap.with', map, 'b', 2)).toEqual(new Map([['a', 1], ['b', 2]])); // biome-ignore format: pairs
  expect(call('js.NumberMap.lookup', map, 'toString')).toBe(undefined);
  expect([set.size, map.size]).toEqual([2, 1]);
});

test('dates are told in UTC, and stay as they are', () => {
  const date = new Date(Date.UTC(2024, 1, 29, 23, 59));
  expect(call('js.Date.getUTCDay', date)).toBe(4);
  expect(call('js.Date.withUTCFullYear', date, 2023)).toEqual(new Date(Date.UTC(2023, 2, 1, 23, 59)));
  expect(call('js.Date.UTC', 2024, 1, 29, 23, 59)).toBe(date.getTime());
  expect(call('js.Date.isValid', new Date(Number.NaN))).toBe(false);
  expect(date.getUTCFullYear()).toBe(2024);
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

const view = (bound: Bound, value?: unknown) => ({ bound, value, isPublic: value !== undefined });
const shown = (value: unknown) => view(boundOfValue(value), value);

test('bits are few, for more would make a value without end', () => {
  const guard = allowlist.resolve('js.BigInt.asUintN').guard;
  const refuses = (bits: unknown) => guard?.([shown(bits), view(boundOfValue(-1n))]) !== undefined;
  expect([0, 1_000].map(refuses)).toEqual([false, false]);
  expect([-1, 1_001, 1.5, Number.NaN].map(refuses)).toEqual([true, true, true, true]);
});

describe('costs', () => {
  test('of strings are their lengths: joined again and again they outgrow any limit', () => {
    const { cost } = allowlist.resolve('js.String.concat');
    let bound = boundOfValue('x'.repeat(1_000));
    for (let round = 0; round < 10; round++) bound = cost([view(bound), view(bound)]).result;
    expect(bound.elements).toBe(1_024_000);
    expect(cost([view(bound)])).toMatchObject({ operations: 1_024_000, elementBytes: 2 });
    expect(allowlist.resolve('js.String.length').cost([view(bound)]).result.elements).toBe(1);
  });

  test('bound the longest ways to write a number', () => {
    const written = [['toFixed', (-1e20 / 3).toFixed(100)], ['toPrecision', (1e-6).toPrecision(100)], ['toText', (-5e-324).toString(2)]]; // biome-ignore format: pairs
    for (const [name, text] of written) {
      const { result } = allowlist.resolve(`js.Number.${name}`).cost([view(boundOfValue(1)), shown(100)]);
      expect(result.elements).toBeGreaterThanOrEqual((text as string).length);
    }
  });

  test.each([
    ['js.String.repeat', 'abc', 1_000],
    ['js.String.padStart', 'abc', 1_000, 'xy'],
    ['js.String.padEnd', '', 1_000],
    ['js.String.replaceAll', 'aaaa', 'a', 'x'.repeat(100)],
    ['js.String.replaceAll', 'aaaa', '', 'x'.repeat(100)],
    ['js.String.replace', 'a', 'a', 'x'.repeat(100)],
    ['js.String.normalize', '\uFDFA'.repeat(10), 'NFKD'],
    ['js.String.toUpperCase', '\u0390'.repeat(10)],
    ['js.String.split', ',,,,,,', ','],
    ['js.NumberList.join', [1, 2, 3], 'x'.repeat(100)],
    ['js.NumberList.join', [-1.2345678901234e-300, 2]],
    ['js.StringList.join', ['', '', ''], 'x'.repeat(100)],
    ['js.StringList.fill', ['', '', ''], 'x'.repeat(100)],
    ['js.StringList.with', ['', '', ''], 0, 'x'.repeat(100)],
    ['js.StringList.repeat', ['ab', ''], 50],
    ['js.NumberList.repeat', [1, 2], 50],
    ['js.NumberList.toSpliced', [], 0, 0, 1, 2, 3],
    ['js.NumberRows.concat', [[1]], [[2, 3]], [[4]]],
    ['js.StringMap.with', new Map(), 'k'.repeat(50), 'v'.repeat(50)],
    ['js.NumberMap.entries', new Map([['a', 1]])],
  ])('%s gives no more than was said before', (path, ...operands) => expectWithin(path, operands));

  test('of every call that was ever seen are enough', () => {
    for (const [path, calls] of Object.entries(cases)) for (const operands of calls) expectWithin(path, operands);
  });
});

/** Operands in public places are seen, all others by their bounds alone. */
function expectWithin(path: string, operands: readonly unknown[]): void {
  const entry = allowlist.resolve(path);
  const shift = entry.receiver === undefined ? 0 : 1;
  const places = operands.map((operand, index) => {
    const params = entry.signatures[0]?.params ?? [];
    const isPublic = index >= shift && params[Math.min(index - shift, params.length - 1)]?.public === true;
    return isPublic ? shown(operand) : view(boundOfValue(operand));
  });
  const { result, operations } = entry.cost(places);
  const real = boundOfValue(entry.call?.(operands)).elements;
  expect([path, operands, real <= result.elements, real <= operations]).toEqual([path, operands, true, true]);
}

describe('the manifest', () => {
  const members = library?.members ?? [];

  test('allows at least as many paths as PySyft did on its primitives: 392, constants and properties not counted', () => {
    const callable = members.filter(({ verdict, kind }) => verdict === 'allow' && (kind === 'method' || kind === 'function'));
    expect(callable.length).toBeGreaterThanOrEqual(392);
    expect(new Set(callable.map(({ path }) => path)).size).toBe(callable.length);
  });

  test('has every member of every table', () => {
    const module = libraries[0]?.module as Readonly<Record<string, object>>;
    const paths = Object.entries(module).flatMap(([table, members]) => Object.keys(members).map((name) => `js.${table}.${name}`));
    expect(members.map(({ path }) => path)).toEqual(paths.sort());
  });

  test('takes for a private argument only what decides no length', () => {
    const known = new Set(['js.String.padEnd', 'js.String.padStart', 'js.String.repeat', 'js.NumberList.repeat', 'js.NumberList.take']);
    for (const { path, signatures } of members.filter((member) => known.has(member.path))) {
      expect([path, signatures[0]?.params[0]?.public]).toEqual([path, true]);
    }
    for (const path of ['js.Boolean.and', 'js.String.concat', 'js.String.startsWith', 'js.Number.add', 'js.NumberList.includes']) {
      expect([path, allowlist.resolve(path).signatures[0]!.params[0]!.public]).toEqual([path, false]);
    }
  });

  test('is what the surface names by its digest, with the same entries', () => {
    const text = readFileSync(new URL('../manifest.json', import.meta.url));
    const [surface] = js.surfaces;
    expect(surface!.digest).toBe(createHash('sha256').update(text).digest('hex'));
    expect(surface!.entries.map(([path]) => `js.${path}`)).toEqual(allowlist.entries.map(({ path }) => path));
    expect(surface!.version).toBe(libraries[0]?.version);
  });
});
