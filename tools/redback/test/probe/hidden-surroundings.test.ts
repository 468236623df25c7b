import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findInstalledLibrary } from '../../src/crawl/cage/read-grants.ts';
import { CageSession } from '../../src/crawl/runtime/cage-session.ts';
import type { CallOutcome, CallRequest } from '../../src/crawl/runtime/samples.ts';
import { type InstalledModule, installModule } from './install-module.ts';
import { type ProbedLibrary, probeInstalled } from './probe-installed.ts';

vi.setConfig({ testTimeout: 60_000 });

/** What the machine decides, asked by helpers, so that no member's own text says it. */
const MODULE = `
import { AsyncLocalStorage, executionAsyncId } from 'node:async_hooks';
import os from 'node:os';
import { pid } from 'node:process';
const own = () => process.pid;
export function ofProcess(x) { return x + own(); }
const parent = () => process.ppid;
export function ofParent(x) { return x + parent(); }
const held = () => process.memoryUsage.rss();
export function ofMemory(x) { return x + held() * 0; }
const cores = () => navigator.hardwareConcurrency;
export function perCore(x) { return x * cores(); }
const tongue = () => navigator.language.length;
export function ofTongue(x) { return x + tongue(); }
const start = () => performance.timeOrigin;
export function sinceStart(x) { return x - start(); }
const end = (code) => { process.exitCode = code; };
export function ending(x) { end(1); return x + 1; }
const context = new AsyncLocalStorage();
const enter = (x) => context.enterWith(x);
export function entering(x) { enter(x); return x + 2; }
export function within(x) { return context.run(x, () => context.getStore() + 1); }
const ordinal = () => executionAsyncId();
export function ordinalOf(x) { return x + ordinal() * 0; }
export function loadedAs(x) { return x + pid; }
const count = os.cpus().length;
export function countedCores(x) { return x * count; }
const loose = new WeakRef({ alive: 1 });
const isAlive = () => (loose.deref() === undefined ? 0 : 1);
export function alive(x) { return x * isAlive(); }
const cache = new Map();
const intern = (key, make) => { const hit = cache.get(key)?.deref(); if (hit) return hit; const value = make(); cache.set(key, new WeakRef(value)); return value; };
let builds = 0;
const build = () => intern('table', () => ({ build: ++builds }));
export function buildOf(x) { return x + build().build; }
let gone = 0;
const registry = new FinalizationRegistry(() => { gone++; });
const watched = (value) => { registry.register(value, 1); return value; };
export function boxed(x) { return watched({ x }).x; }
export function collected(x) { boxed(x); return x + gone; }
const kept = { value: 1 };
const firm = new WeakRef(kept);
export function firmly(x) { return firm.deref() === kept ? x : 0; }
const squares = new WeakMap();
export function squared(values) { if (!squares.has(values)) squares.set(values, values.map((x) => x * x)); return [...squares.get(values)]; }
const dayOf = (text) => new Date(text).getTime();
export function ofText(text, x) { return x + dayOf(text); }
export function ofObject(text, x) { return x + dayOf({ toString: () => text }); }
const put = (name, value) => { try { process.env[name] = String(value); } catch {} };
export function putAway(x) { put('PUT_AWAY', x); put('TZ', 'Asia/Tokyo'); return x; }
export function namesPut() { return Object.keys(process.env).join(); }
export function noon() { return new Date(2020, 0, 1, 12).toISOString(); }
`;

const NUMBERS = [
  ...['ofProcess', 'ofParent', 'ofMemory', 'perCore', 'ofTongue', 'sinceStart', 'ending', 'entering', 'within', 'ordinalOf'],
  ...['loadedAs', 'countedCores', 'alive', 'buildOf', 'boxed', 'collected', 'firmly'],
];
const TYPES = [
  ...NUMBERS.map((name) => `export function ${name}(x: number): number;`),
  'export function squared(values: number[]): number[];',
];

let installed: InstalledModule;
let library: ProbedLibrary;

beforeAll(async () => {
  installed = installModule('around', MODULE, TYPES.join('\n'));
  library = await probeInstalled('around', { from: installed.folder, only: new RegExp(`^(?:${NUMBERS.join('|')}|squared)$`) });
}, 120_000);

afterAll(() => installed.remove());

const where = (holds: (facts: ReturnType<ProbedLibrary['facts']>) => boolean) =>
  [...NUMBERS, 'squared'].filter((name) => holds(library.facts(name)));

test('the machine is told, by whatever property a helper asks for it', () => {
  expect(where(({ reached }) => reached.includes('process'))).toEqual(['ofProcess', 'ofParent', 'ofMemory', 'perCore', 'ordinalOf']);
  expect(where(({ usesLocale }) => usesLocale)).toEqual(['ofTongue']);
  expect(where(({ usesClock }) => usesClock)).toEqual(['sinceStart']);
});

test('what is put into the running context, or into the end of the process, is state', () => {
  expect(where(({ changesModule }) => changesModule)).toEqual(['ending', 'entering']);
});

test('what was read of the machine when the library was loaded, and what is collected, is told by loading it elsewhere', () => {
  const hidden = where(({ isUnstable, reached, usesLocale, usesClock }) => isUnstable && reached.length === 0 && !usesLocale && !usesClock);
  expect(hidden).toEqual(['loadedAs', 'countedCores', 'alive', 'buildOf', 'collected']);
});

describe('in a cage', () => {
  const outcomesOf = async (requests: readonly CallRequest[]) => {
    const session = new CageSession({ library: findInstalledLibrary('around', installed.folder), root: 'around', subpaths: ['.'] });
    const outcomes: readonly CallOutcome[] = (await session.callMany(requests)).filter((one) => one.kind !== 'ended');
    await session.close();
    return outcomes;
  };
  const isLocal = async (name: string, texts: readonly string[]) => {
    const outcomes = await outcomesOf(texts.map((text) => ({ path: `around.${name}`, args: [text, 1] })));
    return texts.filter((_, index) => ((outcomes[index] as { effects: { locale: number } }).effects.locale ?? 0) > 0);
  };

  test.each(['ofText', 'ofObject'])('a date is one of the zone where its text has a time and no zone (%s)', async (name) => {
    const local = ['2020-01-01T00:00', '2020-01-01 00:00:00', 'Jan 1 2020', '1/1/2020', '2020-01-01T00:00:00.5'];
    const free = ['2020', '2020-02', '2020-02-03', '+002020-02-03', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00.5+02:00'];
    const odd = ['Wed, 01 Jan 2020 00:00:00 GMT', 'Wed Jan 01 2020 01:00:00 GMT+0100 (Central European Standard Time)'];
    expect(await isLocal(name, [...local, ...free, ...odd])).toEqual(local);
  });

  test('nothing can be put into the environment: neither a value for a later call, nor another zone', async () => {
    const calls = [{ path: 'around.putAway', args: [5] }, ...['namesPut', 'noon'].map((name) => ({ path: `around.${name}`, args: [] }))];
    const [, names, noon] = await outcomesOf(calls);
    expect(names).toMatchObject({ value: { sample: 'TZ' } });
    expect(noon).toMatchObject({ value: { sample: '2020-01-01T12:00:00.000Z' } });
  });
});
