import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { otherContents } from '../../src/crawl/probe/other-contents.ts';
import { spotsOf } from '../../src/crawl/probe/value-spots.ts';
import type { Sample } from '../../src/surface/sample.ts';
import { type InstalledModule, installModule } from './install-module.ts';
import { type ProbedLibrary, probeInstalled } from './probe-installed.ts';

vi.setConfig({ testTimeout: 60_000 });

const MODULE = `
export function mean(values) { return values.reduce((a, b) => a + b, 0) / values.length; }
export class Column {
  constructor(values) { this.values = values; }
  unique() { return [...new Set(this.values)]; }
  toArray() { return [...this.values]; }
}
export class Hidden {
  #values;
  constructor(values) { this.#values = [...values]; }
  unique() { return [...new Set(this.#values)]; }
  toArray() { return [...this.#values]; }
}
export function kinds(column) { return column.unique(); }
export function compress(values, mask) { return values.filter((_, at) => mask[at]); }
export function dropEmpty(names) { return names.filter((name) => name.trim() !== ''); }
export function dedupe(names) { return [...new Set(names)]; }
export function words(text) { return text.split(' '); }
export function capitals(text) { return text.toUpperCase(); }
export function adults(people) { return people.filter(({ age }) => age >= 18); }
export function peaks(rows) { return rows.filter((row) => Math.max(...row) > 50_000); }
export function recent(dates) { return dates.filter((date) => date.getTime() > 1e12); }
export function known(values) { return values.filter((value) => value !== null); }
export function between(data) { const at = data.x.findIndex((x) => x > 1e5); return at < 0 ? data : { x: data.x.slice(at), y: data.y.slice(at) }; }
export function scaled(data) { return { x: data.x.map((x) => 2 * x), y: [...data.y] }; }
export function few(limit) { return new Array(limit > 5_000 ? 5 : 1).fill(0); }

export function lastSpins(values) { let n = 0; for (let at = 0; at < values[values.length - 1]; at++) n++; return n; }
export function typedSpins(values) { let n = 0; for (const value of values) for (let at = 0; at < value; at++) n++; return n; }
export function rowSpins(rows) { let n = 0; for (let at = 0; at < rows[0][0]; at++) n++; return n; }
export function recordSpins(items) { let n = 0; for (const { count } of items) for (let at = 0; at < count; at++) n++; return n; }
export function bigSpins(most) { let n = 0; for (let at = 0n; at < most; at++) n++; return n; }
export function daySpins(from, to) { let n = 0; for (let at = from.getTime(); at < to.getTime(); at += 1e3) n++; return n; }
export function isWordy(text) { return /^(\\w+\\s?)+$/.test(text); }
export class Trials {
  constructor(count, chance) { this.count = count; this.chance = chance; }
  expected() { let sum = 0; for (let at = 0; at < this.count; at++) sum += this.chance; return sum; }
  product() { return this.count * this.chance; }
}
export function trialSpins(trials) { return trials.expected(); }

export function padded(values, options = {}) { return [...values, ...new Array(options.padding?.size ?? 0).fill(0)]; }
export function lagged(values, { lag = values.length - 1 } = {}) { return new Array(2 * lag + 1).fill(0); }
export function spread({ from = 0, length = 1_000 } = {}) { return Array.from({ length }, (_, at) => from + at); }
export function halved(data, { depth = 3 } = {}) { return new Float64Array(2 ** depth).fill(data.x.length); }
export function smooth(values, { weights = values, factor = 2 } = {}) { return values.map((value, at) => value * factor * (weights[at] ?? 1)); }
`;

const DECLARATIONS = `
export declare function mean(values: number[]): number;
export declare class Column { constructor(values: number[]); values: number[]; unique(): number[]; toArray(): number[]; }
export declare class Hidden { constructor(values: number[]); unique(): number[]; toArray(): number[]; }
export declare function kinds(column: Column): number[];
export declare function compress(values: number[], mask: boolean[]): number[];
export declare function dropEmpty(names: string[]): string[];
export declare function dedupe(names: string[]): string[];
export declare function words(text: string): string[];
export declare function capitals(text: string): string;
export declare function adults(people: { name: string; age: number }[]): { name: string; age: number }[];
export declare function peaks(rows: number[][]): number[][];
export declare function recent(dates: Date[]): Date[];
export declare function known(values: (number | null)[]): number[];
export declare function between(data: { x: number[]; y: number[] }): { x: number[]; y: number[] };
export declare function scaled(data: { x: number[]; y: number[] }): { x: number[]; y: number[] };
export declare function few(limit: number): number[];
export declare function lastSpins(values: number[]): number;
export declare function typedSpins(values: Float64Array): number;
export declare function rowSpins(rows: number[][]): number;
export declare function recordSpins(items: { name: string; count: number }[]): number;
export declare function bigSpins(most: bigint): number;
export declare function daySpins(from: Date, to: Date): number;
export declare function isWordy(text: string): boolean;
export declare class Trials { constructor(count: number, chance: number); count: number; chance: number; expected(): number; product(): number; }
export declare function trialSpins(trials: Trials): number;
export declare function padded(values: number[], options?: { padding?: { size?: number; value?: number } }): number[];
export declare function lagged(values: number[], options?: { lag?: number; tau?: number }): number[];
export declare function spread(options?: { from?: number; length?: number }): number[];
export declare function halved(data: { x: number[]; y: number[] }, options?: { depth?: number }): Float64Array;
export declare function smooth(values: number[], options?: { weights?: number[]; factor?: number }): number[];
`;

let installed: InstalledModule;
let library: ProbedLibrary;

beforeAll(async () => {
  installed = installModule('contents', MODULE, DECLARATIONS);
  library = await probeInstalled('contents', { from: installed.folder });
}, 180_000);

afterAll(() => installed.remove());

describe('the shape of a result follows from private values', () => {
  test.each([
    'Column.unique',
    'Hidden.unique',
    'kinds',
    'compress',
    'dropEmpty',
    'dedupe',
    'words',
    'adults',
    'peaks',
    'recent',
    'known',
    'between',
  ])('in %s', (path) => {
    expect(library.facts(path)).toMatchObject({ shapeDependsOnData: true, publicParams: [] });
  });

  test.each(['mean', 'Column.toArray', 'Hidden.toArray', 'capitals', 'scaled', 'Trials.product'])('but not in %s', (path) => {
    expect(library.facts(path)).toMatchObject({ shapeDependsOnData: false, publicParams: [], hazards: [], crash: null });
  });

  test('a number that decides it far from others is public', () => {
    expect(library.facts('few').publicParams).toEqual([0]);
  });
});

describe('a private value that keeps a call from ending', () => {
  test.each(['lastSpins', 'typedSpins', 'rowSpins', 'recordSpins', 'bigSpins', 'isWordy'])('has to be public in %s', (path) => {
    const { hazards, publicParams } = library.facts(path);
    expect(hazards.map(({ values }) => values)).toContain('huge');
    expect(publicParams).toContain(0);
  });

  test('is seen in either of two dates', () => {
    expect(library.facts('daySpins').publicParams).toEqual([0, 1]);
  });

  test('is data in an instance, whatever the call does', () => {
    expect(library.facts('Trials.expected')).toMatchObject({ crash: null, hazards: [] });
    expect(library.facts('trialSpins')).toMatchObject({ publicParams: [], hazards: [] });
  });
});

describe('a size among options', () => {
  const sizeOf = (path: string) => library.facts(path).growth?.size;

  test('bounds the result, in a record of a record too', () => {
    expect(sizeOf('padded')?.terms).toContainEqual({ of: 'value:1.padding.size', power: 1 });
  });

  test('counts for the data where it is left out, or for always as many', () => {
    expect(sizeOf('lagged')).toEqual({ factor: 4, terms: [{ of: 'value:1.lag', power: 1, absentAs: ['operand:0'] }] });
    expect(sizeOf('spread')?.terms).toEqual([{ of: 'value:0.length', power: 1, absent: 1_000 }]);
  });

  test('is no bound where the result is a power of it', () => {
    expect(library.facts('halved').growth).toBeNull();
  });

  test('is none where data decides, with options and without', () => {
    expect(sizeOf('smooth')).toEqual({ factor: 1, terms: [{ of: 'operand:0', power: 1 }] });
  });
});

describe('other contents', () => {
  const numbers = (...items: readonly number[]): Sample => ({ $: 'list', items });

  /** How many values a sample holds, lists and letters taken apart. */
  const sizeOf = (sample: Sample): number => {
    if (typeof sample === 'string') return sample.length;
    if (typeof sample !== 'object' || sample === null) return 1;
    if (sample.$ === 'list') return sample.items.reduce<number>((sum, item) => sum + sizeOf(item), 0);
    if (sample.$ === 'record') return Object.values(sample.fields).reduce<number>((sum, item) => sum + sizeOf(item), 0);
    return sample.$ === 'new' ? sample.args.reduce<number>((sum, item) => sum + sizeOf(item), 0) : 1;
  };

  test.each<[string, Sample]>([
    ['numbers', numbers(3, 1, 2)],
    ['rows', { $: 'list', items: [numbers(1, 2), numbers(3, 4)] }],
    ['text', { $: 'list', items: ['abc', 'b', 'hello'] }],
    [
      'pairs',
      {
        $: 'list',
        items: [
          { $: 'list', items: ['a', 1] },
          { $: 'list', items: ['b', 2] },
        ],
      },
    ],
    ['columns', { $: 'record', fields: { x: numbers(1, 2), y: numbers(3, 4) } }],
    ['what an instance is made of', { $: 'new', path: 'a.B', args: [numbers(1, 2, 3), 2] }],
  ])('of %s hold as much as before', (_, sample) => {
    const others = otherContents(sample);
    expect(others.length).toBeGreaterThan(3);
    expect(others).not.toContainEqual(sample);
    expect(new Set(others.map(sizeOf))).toEqual(new Set([sizeOf(sample)]));
  });

  test('of single values there are none, and sizes that an instance is made by stay', () => {
    for (const sample of [1, 'a', true, null]) expect(otherContents(sample)).toEqual([]);
    expect(otherContents({ $: 'new', path: 'a.B', args: [2, 3] })).toEqual([]);
  });

  test('spots are found wherever a count may stand, the likeliest first', () => {
    const sample: Sample = { $: 'record', fields: { size: 2, rows: { $: 'list', items: [numbers(1, 2), numbers(3, 4)] }, word: 'a' } };
    const [size, first] = spotsOf(sample);
    expect(size).toMatchObject({ field: ['size'], isData: false });
    expect(first).toMatchObject({ field: ['rows'], isData: true });
    expect(first?.put(9)).toEqual({ ...sample, fields: { ...sample.fields, rows: { $: 'list', items: [numbers(9, 2), numbers(3, 4)] } } });
  });
});
