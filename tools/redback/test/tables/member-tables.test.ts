import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ManifestMember, parseManifest } from '@syft-libs/ast';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Snapshot } from '../../src/surface/snapshot.ts';
import { checkPackage } from '../../src/sync/check-package.ts';
import { syncPackage } from '../../src/sync/sync-package.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const TABLES = `
let last = 0;

/** Members of numbers. */
export const numbers = Object.freeze({
  /** The number twice. */
  twice(this: number): number {
    return this + this;
  },
  /** A text of so many of them. */
  times(this: number, count: number): string {
    return String(this).repeat(count);
  },
  /** The one before. */
  remember(this: number): number {
    const before = last;
    last = this;
    return before;
  },
  /** Later than now. */
  isLate(this: number): boolean {
    return Date.now() < this;
  },
  /** Needs no number. */
  parse(text: string): number {
    return Number(text);
  },
  /** The least there is. */
  LEAST: Number.MIN_VALUE,
});

/** Members of lists. */
export const lists = Object.freeze({
  /** How many there are. */
  length: 0 as number,
  /** Not what a list has. */
  limit: 7 as number,
  /** With one more, in place. */
  push(this: number[], item: number): void {
    this.push(item);
  },
  /** Whether all others are in it. */
  holds(this: readonly number[], ...others: readonly number[]): boolean {
    return others.every((one) => this.includes(one));
  },
});
`;

const CONFIG = `import { defineDecisions } from '@syft-libs/ast';

export default defineDecisions({
  tests: 'elsewhere',
  libraries: [
    {
      name: 'own values',
      module: { file: './src/values/tables.ts', version: '3.0.0' },
      range: '3.0.0',
      root: 'own',
      types: {
        numbers: { membersOf: 'number', reason: 'members of numbers' },
        lists: { membersOf: 'number[]', reason: 'members of lists' },
      },
    },
  ],
});
`;

let folder: string;
let members: ReadonlyMap<string, ManifestMember>;
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redback-tables-'));
  mkdirSync(join(folder, 'src/values'), { recursive: true });
  write('package.json', '{ "name": "@here/own", "version": "1.0.0", "type": "module" }');
  write('src/values/tables.ts', TABLES);
  write('support.config.ts', CONFIG);
  await syncPackage(folder);
  const [library] = parseManifest(JSON.parse(read('manifest.json'))).libraries;
  members = new Map(library?.members.map((member) => [member.path.slice('own.'.length), member]));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const told = (path: string): readonly unknown[] => {
  const { kind, verdict, signatures } = members.get(path) as ManifestMember;
  return [
    kind,
    verdict,
    ...signatures.map(({ params, returns }) => [...params.map(({ name, type }) => `${name}: ${type}`), returns].join(' → ')),
  ];
};

test('what declares this is a method of the type, what receivers have a property, and all else what it was', () => {
  expect(told('numbers.twice')).toEqual(['method', 'allow', 'number']);
  expect(told('lists.holds')).toEqual(['method', 'allow', 'others: number[] → boolean']);
  expect(told('lists.length')).toEqual(['property', 'allow', 'number']);
  expect(told('lists.limit')).toEqual(['constant', 'allow', 'number']);
  expect(told('numbers.parse')).toEqual(['function', 'allow', 'text: string → number']);
  expect(told('numbers.LEAST')).toEqual(['constant', 'allow', 'number']);
});

test('methods are called on receivers, so that what they do to them is seen', () => {
  expect(told('lists.push')).toEqual(['method', 'allow', 'item: number → number[]']);
  expect(members.get('lists.push')?.effects.mutates).toEqual(['self']);
  expect(members.get('numbers.times')?.signatures[0]?.params[0]?.public).toBe(true);
  expect(members.get('lists.holds')?.signatures[0]?.params[0]?.public).toBe(false);
});

test('what keeps state or asks the clock is refused as anywhere', () => {
  expect([members.get('numbers.remember')?.verdict, members.get('numbers.remember')?.rule]).toEqual(['refuse', 'state']);
  expect([members.get('numbers.isLate')?.verdict, members.get('numbers.isLate')?.rule]).toEqual(['refuse', 'clock']);
});

test('examples name the receiver by itself', () => {
  const snapshot = JSON.parse(read('crawl/own.json')) as Snapshot;
  const twice = snapshot.members.find(({ path }) => path === 'own.numbers.twice');
  expect(twice?.probe?.examples.length).toBeGreaterThan(0);
  for (const { receiver, args } of twice?.probe?.examples ?? []) expect([typeof receiver, args]).toEqual(['number', []]);
  expect(snapshot.members.find(({ path }) => path === 'own.numbers.times')?.probe?.publicParams).toEqual([0]);
  expect(snapshot.types.map(({ id, membersOf }) => [id, membersOf])).toEqual([
    ['own.lists', 'number[]'],
    ['own.numbers', 'number'],
  ]);
});

test('the library is loaded from beside the generated code, its tables being the samples', () => {
  const library = read('src/gen/library.js');
  expect(library).toContain("from '../values/tables.ts'");
  expect(library).toContain("'own.lists': own.lists,");
});

test('another crawl is asked for when the module, its version or its tables change, and for nothing else', async () => {
  const texts = async () => (await checkPackage(folder)).map(({ text }) => text);
  expect(await texts()).toEqual([]);
  const changes = [
    ['src/values/tables.ts', 'this + this', '2 * this', 'its files differ'],
    ['support.config.ts', "version: '3.0.0'", "version: '4.0.0'", 'became 4.0.0'],
    ['support.config.ts', "membersOf: 'number[]'", "membersOf: 'string[]'", 'members of a type'],
  ] as const;
  for (const [file, from, to, problem] of changes) {
    const before = read(file);
    write(file, before.replace(from, to));
    expect((await texts()).some((text) => text.includes(problem))).toBe(true);
    write(file, before);
  }
  expect(await texts()).toEqual([]);
});

test('a module outside of the package is none of its own', async () => {
  const before = read('support.config.ts');
  write('support.config.ts', before.replace('./src/values/tables.ts', './src/../../elsewhere/tables.ts'));
  await expect(syncPackage(folder)).rejects.toMatchObject({ message: expect.stringContaining('there is no') as unknown });
  write('support.config.ts', before);
});
