import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type InstalledModule, installModule } from './install-module.ts';
import { type ProbedLibrary, probeInstalled } from './probe-installed.ts';

vi.setConfig({ testTimeout: 60_000 });

/** State that is there for some calls only. */
const MODULE = `
let lastError = null;
const setError = (error) => { lastError = error; };
export function safeSqrt(x) { if (x < 0) { setError('negative'); return NaN; } setError(null); return Math.sqrt(x); }
export function hasError() { return lastError !== null; }
const stats = { empty: 0 };
const noteEmpty = () => { stats.empty = 1; };
const clear = () => { stats.empty = 0; };
export function total(values) { if (values.length === 0) noteEmpty(); else clear(); return values.reduce((a, b) => a + b, 0); }
export function wasEmpty() { return stats.empty; }
let isNegative = false;
const setNegative = (is) => { isNegative = is; };
export function magnitude(x) { setNegative(x < 0); return Math.abs(x); }
export function signed(x) { return isNegative ? -x : x; }
const memo = new Map();
const once = (key, make) => { if (!memo.has(key)) memo.set(key, make()); return memo.get(key); };
const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;
export function variance(values) { return once(values.map((v) => v.toFixed(1)).join(), () => mean(values.map((v) => (v - mean(values)) ** 2))); }
export function roundSqrt(x) { return once('root' + Math.round(x * 10), () => Math.sqrt(Math.abs(x))); }
let last = { key: null, value: null };
const lastOf = (key, make) => { if (last.key !== key) last = { key, value: make() }; return last.value; };
export function longest(values) { return lastOf([values.length, values[0], values.at(-1)].join(), () => Math.max(...values)); }
export function hash(text) { return once('hash' + text.trim().toLowerCase(), () => text.length * 31 + text.charCodeAt(0)); }
const LONG = /[a-z]{4,}/y;
export function startsLong(text) { return LONG.test(text); }
const point = { x: 0, y: 0 };
const place = (target, x, y) => { target.x = x; target.y = y; return target; };
export function polar(r, angle) { return place(point, r * Math.cos(angle), r * Math.sin(angle)); }
const box = new Map();
const fill = (map, a, b) => { map.set('a', a); map.set('b', b); return map; };
export function pair(a, b) { return fill(box, a, b); }
export const hub = { name: 'hub' };
export function fresh(r, angle) { return place({ x: 0, y: 0 }, r * Math.cos(angle), r * Math.sin(angle)); }
export function shared() { return hub; }
const fail = () => { Promise.reject(new Error('no')); };
export function half(x) { if (x === 0) fail(); return x / 2; }
let failures = 0;
const failOnce = () => { if (failures++ === 0) Promise.reject(new Error('once')); };
export function third(x) { failOnce(); return x / 3; }
export function exact(values) { return once(JSON.stringify(values), () => mean(values)); }
export function steps(n) { let count = 0; for (let left = n; left !== 0 && count < 1e3; left -= Math.sign(left)) count++; return count; }
export function plain(x) { return x + 3; }
`;

const TYPES = [
  ...['safeSqrt', 'magnitude', 'signed', 'roundSqrt', 'steps', 'plain', 'half', 'third'].map(
    (name) => `export function ${name}(x: number): number;`,
  ),
  ...['total', 'variance', 'longest', 'exact'].map((name) => `export function ${name}(values: number[]): number;`),
  'export const hub: { name: string };',
  'export function polar(r: number, angle: number): { x: number, y: number };',
  'export function fresh(r: number, angle: number): { x: number, y: number };',
  'export function pair(a: number, b: number): Map<string, number>;',
  'export function shared(): { name: string };',
  'export function hasError(): boolean;',
  'export function wasEmpty(): number;',
  'export function hash(text: string): number;',
  'export function startsLong(text: string): boolean;',
];

/** So many exported objects that they are not all looked at after each call. */
const LARGE = `
export const parts = Array.from({ length: 3_000 }, (_, index) => ({ index }));
export const status = { error: null };
const fail = (error) => { status.error = error; };
export function safeRoot(x) { if (x < 0) { fail('negative'); return 0; } fail(null); return Math.sqrt(x); }
export function plain(x) { return x + 3; }
`;

let installed: InstalledModule;
let library: ProbedLibrary;

beforeAll(async () => {
  installed = installModule('careless', MODULE, TYPES.join('\n'));
  library = await probeInstalled('careless', { from: installed.folder });
}, 120_000);

afterAll(() => installed.remove());

const changing = (names: readonly string[]) => names.filter((name) => library.facts(name).changesModule);

test('what an odd call leaves behind until the next ordinary one is told', () => {
  expect(changing(['safeSqrt', 'total', 'magnitude'])).toEqual(['safeSqrt', 'total', 'magnitude']);
});

test('what an odd call changes of a large module until the next ordinary one is told', async () => {
  const large = installModule('lasting', LARGE);
  const found = await probeInstalled('lasting', { from: large.folder, only: /^(?:safeRoot|plain)/ });
  large.remove();
  expect(found.facts('safeRoot').changesModule).toBe(true);
  expect(found.facts('plain').changesModule).toBe(false);
});

test('a result that is remembered by a key which says too little is state', () => {
  const names = ['variance', 'roundSqrt', 'longest', 'hash'];
  expect(changing(names)).toEqual(names);
});

test('an object or a map that the next call fills anew is state', () => {
  expect(changing(['polar', 'pair'])).toEqual(['polar', 'pair']);
  expect(changing(['fresh', 'shared'])).toEqual([]);
});

test('an error that a helper leaves to nobody for one value alone is told', () => {
  expect(library.facts('half').crash).toBe('leaves Error uncaught');
  expect(library.facts('third').crash).toBe('leaves Error uncaught');
  expect(library.facts('plain').crash).toBe(null);
});

test('an expression that goes on where it has stopped is state', () => {
  expect(changing(['startsLong'])).toEqual(['startsLong']);
});

test('what remembers all that it was asked, or reads nothing of another, is told of nothing', () => {
  expect(changing(['exact', 'steps', 'plain', 'hasError', 'wasEmpty', 'signed'])).toEqual([]);
});
