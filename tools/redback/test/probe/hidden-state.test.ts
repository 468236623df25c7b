import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findInstalledLibrary } from '../../src/crawl/cage/read-grants.ts';
import { sweepAfter, sweepState } from '../../src/crawl/probe/state-sweep.ts';
import { CageSession, whatCame } from '../../src/crawl/runtime/cage-session.ts';
import { type InstalledModule, installModule } from './install-module.ts';
import { type ProbedLibrary, probeInstalled } from './probe-installed.ts';

vi.setConfig({ testTimeout: 60_000 });

/** State that no export leads to. */
const MODULE = `
import { randomInt } from 'node:crypto';
import os from 'node:os';
import vm from 'node:vm';
export function draw(x) { return x + randomInt(1e9); }
let digits = 3;
const setDigits = (value) => { digits = value; };
export function configure(value) { setDigits(value); return value; }
export function round(x) { return x * digits; }
let isRead = false;
const readOnce = () => { isRead = true; try { process.binding('fs'); } catch {} };
export function sleeper(x) {
  if (x > 1e8 && !isRead) { readOnce(); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400); }
  return x * 2;
}
export function ticking(x) {
  let left = 30;
  const step = () => (--left > 0 ? Promise.resolve().then(step) : process.binding('fs'));
  step();
  return x + 1;
}
let most = 1;
const setMost = (value) => { most = value; };
export function copyAll(values) { if (values.length > 40) setMost(values.length); return [...values]; }
export function times(x) { return x * most; }
let offset = 0;
const setOffset = (value) => { offset = value; };
export function half(x) { if (x > 1e8) setOffset(x); return x / 2; }
export function moved(x) { return x + offset; }
let kept = 0;
const keep = (values) => { if (values.length > 40) kept = values[0]; };
const told = (values) => (values.length > 40 ? kept : 0);
export function keeps(values) { keep(values); return values.length; }
export function tells(values) { return values.length + told(values); }
let longest = 1;
const noteLength = (values) => { if (values.length >= 500) longest = values.length; };
export function counts(values) { noteLength(values); return values.length; }
export function ahead(x) { return x * longest; }
let empty = 0;
const noteEmpty = (values) => { if (values.length === 0) empty = 1; };
export function sizes(values) { noteEmpty(values); return values.length; }
export function after(x) { return x + empty; }
export function numbersOnly(values) { return values.filter((value) => !Number.isNaN(value)); }
export function near(values) { return values.filter((value) => value < 500); }
const shared = new Float64Array(64);
export function fills(values) { shared.fill(0); shared.set(values.slice(0, 64)); return shared; }
export function lazy(x) { return Object.defineProperty({ x }, 'late', { enumerable: true, get: () => process.pid }); }
export function twice(x) { return this.plain(x) + this.plain(x); }
export function everything() { return globalThis; }
export function traced() { return new Error().stack; }
const spread = () => randomInt(1e9) * 0;
export function blurred(x) { return x + spread(); }
const dayOf = (text) => new Date(text).getTime();
export function midnight(x) { return x + dayOf('2020-01-01T00:00:00'); }
export function midnightUtc(x) { return x + dayOf('2020-01-01T00:00:00Z'); }
const newYear = () => new Date(2020, 0).getTime();
export function fromParts(x) { return x + newYear(); }
const cores = () => os.cpus().length;
export function perCore(x) { return x * cores(); }
const elsewhere = () => { try { return vm.runInNewContext('Date.now()') * 0; } catch { return 0; } };
export function realm(x) { return x + elsewhere(); }
const reject = () => void Promise.reject(new Error('nobody listens'));
export function rejects(x) { reject(); return x + 5; }
const mark = (x) => { WeakRef.prototype.mark = x; };
export function marks(x) { mark(x); return x + 6; }
const markUnseen = (x) => { Map.prototype[Symbol.for('mark')] = x; };
export function marksUnseen(x) { markUnseen(x); return x + 7; }
const year = new Date().getFullYear();
export function ageIn(x) { return year - x; }
const epoch = new Date(2000, 0, 1).getTime();
export function since(x) { return x - epoch; }
const salt = Math.random();
export function salted(x) { return x * salt; }
const format = new Intl.NumberFormat();
export function money(x) { return format.format(x + 0.5); }
const calculate = (text) => import('data:text/javascript,export default ' + text);
export async function calculated(x) { return x + (await calculate('8')).default; }
const nice = () => { Intl.PluralRules.prototype.nice = 1; };
export function pluralises(x) { nice(); return x + 9; }
export function rolling(values, window) { return values.slice(0, window); }
export function plain(x) { return x + 3; }
`;

const TAKE_NUMBERS = ['configure', 'round', 'sleeper', 'ticking', 'times', 'half', 'moved', 'draw', 'twice', 'plain'];
const TELL_TALES = [
  'blurred',
  'midnight',
  'midnightUtc',
  'fromParts',
  'perCore',
  'realm',
  'rejects',
  'marks',
  'marksUnseen',
  'ageIn',
  'since',
  'salted',
  'pluralises',
];
const TYPES = [
  ...[...TAKE_NUMBERS, ...TELL_TALES].map((name) => `export function ${name}(x: number): number;`),
  ...['keeps', 'tells', 'counts', 'sizes'].map((name) => `export function ${name}(values: number[]): number;`),
  'export function copyAll(values: number[]): number[];',
  'export function fills(values: number[]): Float64Array;',
  'export function lazy(x: number): { x: number, late: number };',
  'export function ahead(x: number): number;',
  'export function after(x: number): number;',
  'export function numbersOnly(values: number[]): number[];',
  'export function near(values: number[]): number[];',
  'export function money(x: number): string;',
  'export function calculated(x: number): Promise<number>;',
  'export function rolling(values: number[], window: number): number[];',
];

let installed: InstalledModule;
let library: ProbedLibrary;

beforeAll(async () => {
  installed = installModule('hiding', MODULE, TYPES.join('\n'));
  library = await probeInstalled('hiding', { from: installed.folder });
}, 120_000);

afterAll(() => installed.remove());

test('what one member leaves behind for another is told of one of them, whichever was probed first', () => {
  expect([library.facts('configure').changesModule, library.facts('round').changesModule]).toContain(true);
});

describe('a sweep', () => {
  const open = () => new CageSession({ library: findInstalledLibrary('hiding', installed.folder), root: 'hiding', subpaths: ['.'] });
  const swept = async (name: string) => {
    const session = open();
    const request = { path: `hiding.${name}`, mode: 'call', args: [5] } as const;
    const digest = whatCame(await session.call(request));
    await session.close();
    return { path: request.path, checks: [{ request, digest }] };
  };

  test('finds what disturbs a member that was known by itself', async () => {
    const found = await sweepAfter([await swept('configure'), await swept('plain')], [await swept('round')], open);
    expect(found).toEqual({ writers: ['hiding.configure'], disturbed: [] });
  });

  test('holds all that it has no patience to look at for disturbing others', async () => {
    const members = [await swept('plain'), await swept('configure'), await swept('round'), await swept('half')];
    expect(await sweepState(members, open)).toEqual({ writers: ['hiding.configure'], disturbed: [] });
    expect(await sweepState(members, open, 0)).toEqual({ writers: ['hiding.half', 'hiding.round'], disturbed: [] });
  });
});

test('what is never the same is told as that, and not as state', () => {
  expect(library.facts('draw')).toMatchObject({ isUnstable: true, changesModule: false });
});

test('what only a long list or a huge number leaves behind for another member is told', () => {
  expect([library.facts('copyAll').changesModule, library.facts('times').changesModule]).toContain(true);
  expect([library.facts('half').changesModule, library.facts('moved').changesModule]).toContain(true);
});

test('what only a long list tells of what only a long list has left is told', () => {
  expect([library.facts('keeps').changesModule, library.facts('tells').changesModule]).toContain(true);
  expect([library.facts('counts').changesModule, library.facts('ahead').changesModule]).toContain(true);
});

test('what only an empty list leaves behind is told of one of the two', () => {
  expect([library.facts('sizes').changesModule, library.facts('after').changesModule]).toContain(true);
});

test('a result whose length follows from what is missing, or far off, is told', () => {
  expect(library.facts('numbersOnly').shapeDependsOnData).toBe(true);
  expect(library.facts('near').shapeDependsOnData).toBe(true);
});

test('a result that the next call overwrites is state', () => {
  expect(library.facts('fills').changesModule).toBe(true);
});

test('a result with a getter, which runs later, is of no known type', () => {
  expect(library.facts('lazy').results).toEqual([{ type: 'unknown', count: expect.any(Number) as number }]);
});

test('what a call reaches while it only sleeps, or in a later turn, is told', () => {
  expect(library.facts('sleeper').reached).not.toEqual([]);
  expect(library.facts('ticking').reached).not.toEqual([]);
});

test('nothing that runs can tell by its stack whether it will be broken off', async () => {
  const session = new CageSession({ library: findInstalledLibrary('hiding', installed.folder), root: 'hiding', subpaths: ['.'] });
  const request = { path: 'hiding.traced', args: [] } as const;
  const outcomes = [await session.call(request), await session.call({ ...request, limit: 5_000 })];
  await session.close();
  expect(outcomes.map(({ kind }) => kind)).toEqual(['returned', 'returned']);
  expect(new Set(outcomes.map(whatCame)).size).toBe(1);
});

test('a function is called on all names of its entry point, as a domain calls it', () => {
  expect(library.facts('twice')).toMatchObject({ results: [{ type: 'number' }], changesModule: false });
});

test('the global object is no value of a class, and nothing of it is told', async () => {
  expect(library.facts('everything')).toMatchObject({ crash: null, ok: 1, results: [] });
  expect(library.merged.types).toEqual([]);
});

test('chance, zone and machine are told, wherever they are had from', () => {
  expect(library.facts('blurred').usesRandom).toBe(true);
  expect(library.facts('midnight').usesLocale).toBe(true);
  expect(library.facts('fromParts').usesLocale).toBe(true);
  expect(library.facts('midnightUtc').usesLocale).toBe(false);
  expect(library.facts('perCore').reached).toEqual(['process']);
  expect(library.facts('realm').reached).toEqual(['eval']);
});

test('what was read when the library was loaded is told by loading it elsewhere', () => {
  const unstable = ['ageIn', 'since', 'salted', 'money', 'plain', 'midnightUtc'].filter((name) => library.facts(name).isUnstable);
  expect(unstable).toEqual(['ageIn', 'since', 'salted', 'money']);
});

test('a module made of text is made code', () => {
  expect(library.facts('calculated').generates).toBe(true);
});

test('a parameter with the name of a global is none', () => {
  expect(library.member('rolling')?.runtime?.smells).toEqual([]);
});

test('errors that a helper leaves to nobody are told the second time', () => {
  expect(library.facts('rejects').crash).toBe('leaves Error uncaught');
});

test('a change of any of the language’s objects is state', () => {
  expect(library.facts('marks').changesModule).toBe(true);
  expect(library.facts('marksUnseen').changesModule).toBe(true);
  expect(library.facts('pluralises').changesModule).toBe(true);
});

test('what does nothing of the kind is told of nothing', () => {
  expect(library.facts('plain')).toMatchObject({ changesModule: false, reached: [], isUnstable: false });
});
