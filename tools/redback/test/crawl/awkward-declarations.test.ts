import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resolveLibrary } from '../../src/crawl/entry-points.ts';
import { crawlDeclarations } from '../../src/crawl/static/crawl-declarations.ts';
import type { DeclaredLibrary } from '../../src/crawl/static/declared-library.ts';

let made: string;
beforeAll(() => {
  made = mkdtempSync(join(tmpdir(), 'redback-declared-'));
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

/** Installs a package of the given files as `lib` and reads what it declares. */
function declare(name: string, files: Readonly<Record<string, string>>): DeclaredLibrary {
  const from = join(made, name);
  const all = { 'package.json': JSON.stringify({ name: 'lib', version: '1.0.0', main: 'index.js' }), 'index.js': '', ...files };
  for (const [file, text] of Object.entries(all)) {
    const path = join(from, 'node_modules', file.startsWith('@types/') || file.startsWith('other/') ? '' : 'lib', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return crawlDeclarations(resolveLibrary('lib', from), { from });
}

function signaturesOf(library: DeclaredLibrary, path: string): readonly string[] | undefined {
  return library.members.find((member) => member.path === path)?.declared?.signatures;
}

describe('types that the grammar has no word for', () => {
  const cases: readonly (readonly [declared: string, read: string])[] = [
    ['(x: number & { readonly __brand: "metres" }): number', '(x: number) => number'],
    ['(x: { a: number } & { b?: string }): void', '(x: { a: number, b?: string }) => undefined'],
    ['(x: Lowercase<string>): Uppercase<string>', '(x: string) => string'],
    ['(x: Partial<Record<"a" | "b", number>>): Record<string, boolean>', '(x: { a?: number, b?: number }) => Record<boolean>'],
    ['(x: keyof { a: 1; b: 2 }): 1 | 2 | 3 | null | undefined', '(x: "a" | "b") => 1 | 2 | 3 | null | undefined'],
    ['({ a, b }: { a: number; b: number }, [c]: number[]): number', '(arg0: { a: number, b: number }, arg1: number[]) => number'],
    ['(...rest: [name: string, size?: number]): number', '(rest0: string, rest1?: number) => number'],
    ['(x: [number, string?]): [number, ...string[]]', '(x: (number | string | undefined)[]) => (number | string)[]'],
    ['(x: number | Promise<number>): Promise<number | string>', '(x: number) => Promise<number | string>'],
    ['(x: symbol | number): symbol', '(x: number) => unknown'],
    ['(x: object, y: {}, z: any): never', '(x: unknown, y: unknown, z: unknown) => unknown'],
    ['(x: Buffer2): ArrayBuffer | SharedArrayBuffer', '(x: unknown) => Bytes'],
    ['(x: RegExp, y: Error, z: WeakMap<object, number>): Iterable<number>', '(x: unknown, y: unknown, z: unknown) => unknown'],
    ['(x: Map<string, Set<bigint>>): ReadonlyMap<Date, readonly number[]>', '(x: Map<string, Set<bigint>>) => Map<Date, number[]>'],
    ['(x: { "not-a-name": number }): number', '(x: unknown) => number'],
    ['(x: new () => object, y: Function): typeof Math.max', '(x: callback, y: callback) => callback'],
    ['(x: Tree): Tree', '(x: { value: number, children: lib.Tree[] }) => { value: number, children: lib.Tree[] }'],
    ['<T extends number | bigint>(x: T): T extends bigint ? "big" : "small"', '(x: bigint | number) => "big" | "small"'],
    ['<K extends keyof Options>(key: K): Options[K]', '(key: "deep" | "step") => boolean | number'],
    ['(public: number, public_?: true | false): asserts public is 1', '(public: number, public_?: boolean) => undefined'],
  ];

  let library: DeclaredLibrary;
  beforeAll(() => {
    const functions = cases.map(([declared], index) => `export function f${index}${declared};`);
    const types = 'export interface Tree { value: number; children: Tree[] } interface Options { deep: boolean; step: number }';
    library = declare('types', { 'index.d.ts': [types, ...functions].join('\n') });
  });

  test.each(cases.map((texts, index) => [...texts, index] as const))('%s is read as %s', (_, read, index) => {
    expect(signaturesOf(library, `lib.f${index}`)).toEqual([read]);
  });
});

describe('where declarations come from', () => {
  test('two copies for the two kinds of modules are one library', () => {
    const text = 'export class Box { open(): Inner; } interface Inner { size(): number }';
    const exports = {
      import: { types: './index.d.mts', default: './index.mjs' },
      require: { types: './index.d.cts', default: './index.js' },
    };
    const library = declare('dual', {
      'package.json': JSON.stringify({ name: 'lib', version: '1.0.0', exports }),
      'index.mjs': '',
      'index.d.mts': text,
      'index.d.cts': `${text} export function late(): Box;`,
    });
    expect(library.members.map(({ path }) => path)).toEqual(['lib.Box', 'lib.Box.open', 'lib.Inner.size', 'lib.late']);
    expect(signaturesOf(library, 'lib.late')).toEqual(['() => lib.Box']);
  });

  test('typesVersions and @types are followed', () => {
    const old = declare('versions', {
      'package.json': JSON.stringify({
        name: 'lib',
        version: '1.0.0',
        main: 'index.js',
        types: 'old.d.ts',
        typesVersions: { '>=5': { '*': ['new.d.ts'] } },
      }),
      'old.d.ts': 'export function f(): string;',
      'new.d.ts': 'export function f(): number;',
    });
    expect(signaturesOf(old, 'lib.f')).toEqual(['() => number']);
    const beside = declare('beside', {
      '@types/lib/package.json': '{ "name": "@types/lib", "version": "1.0.0", "types": "index.d.ts" }',
      '@types/lib/index.d.ts': 'declare class Thing { size(): number } declare function make(): Thing; export = make;',
    });
    expect(beside.entryPoints).toEqual([{ subpath: '.', declarations: '@types', problem: null }]);
    expect(beside.members.map(({ path }) => path)).toEqual(['lib.Thing.size', 'lib.default']);
  });

  test('a type of another package keeps that package’s root', () => {
    const library = declare('foreign', {
      'other/package.json': '{ "name": "other", "version": "1.0.0", "types": "index.d.ts" }',
      'other/index.d.ts': 'export class Clock { now(): number } export interface Ticker { tick(): Clock }',
      'index.d.ts': "import { Clock, Ticker } from 'other'; export class Mine extends Clock {} export function start(x: Ticker): Clock;",
    });
    expect(signaturesOf(library, 'lib.start')).toEqual(['(x: other.Ticker) => other.Clock']);
    expect(library.types.map(({ id, package: name, reached }) => [id, name, reached])).toEqual([
      ['lib.Mine', 'lib', 'result'],
      ['other.Clock', 'other', 'result'],
      ['other.Ticker', 'other', 'parameter'],
    ]);
    expect(library.members.find(({ path }) => path === 'lib.Mine.now')).toMatchObject({ inheritedFrom: 'other.Clock', declared: null });
  });

  test('an entry point that is no module is reported and costs nothing else', () => {
    const exports = { '.': './index.js', './script': { types: './script.d.ts', default: './script.js' } };
    const library = declare('script', {
      'package.json': JSON.stringify({ name: 'lib', version: '1.0.0', exports }),
      'index.js': '/** @returns {number} */ exports.one = () => 1;',
      'script.js': '',
      'script.d.ts': 'declare function two(): number;',
    });
    expect(library.entryPoints.map(({ declarations, problem }) => [declarations, problem !== null])).toEqual([
      ['jsdoc', false],
      ['none', true],
    ]);
    expect(signaturesOf(library, 'lib.one')).toEqual(['() => number']);
  });
});

describe('shapes of modules', () => {
  test('a default export that groups members is the module, one that is called goes by default', () => {
    const grouped = declare('grouped', {
      'index.d.ts': 'export declare function f(): number; declare const all: { f: typeof f; g(): string }; export default all;',
    });
    expect(grouped.members.map(({ path, aliasOf }) => [path, aliasOf])).toEqual([
      ['lib.f', null],
      ['lib.g', null],
    ]);
    const called = declare('called', { 'index.d.ts': 'export declare function f(): number; export default f; export { f as g };' });
    expect(called.members.map(({ path, aliasOf }) => [path, aliasOf])).toEqual([
      ['lib.default', 'lib.f'],
      ['lib.f', null],
      ['lib.g', 'lib.f'],
    ]);
  });

  test('a class that is the module goes by default, its statics are the module’s', () => {
    const library = declare('class', {
      'index.d.ts': 'declare class Decimal { static max(): Decimal; plus(x: Decimal): this } export = Decimal;',
    });
    expect(library.types.map(({ id, exportedAs }) => [id, exportedAs])).toEqual([['lib.default', 'lib.default']]);
    expect(library.members.map(({ path, kind }) => [path, kind])).toEqual([
      ['lib.default', 'class'],
      ['lib.default.plus', 'method'],
      ['lib.max', 'function'],
    ]);
  });

  test('a constant whose type constructs is a class, one that extends the language says so', () => {
    const library = declare('constructs', {
      'index.d.ts': `
        interface Point { move(): Point }
        interface PointConstructor { new (x: number): Point; origin(): Point }
        export declare const Point: PointConstructor;
        export class Failure extends Error { code(): string }
        export class Row extends Array<number> { sum(): number }`,
    });
    expect(library.members.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      'lib.Failure class',
      'lib.Failure.code method',
      'lib.Point class',
      'lib.Point.move method',
      'lib.Point.origin function',
      'lib.Row class',
      'lib.Row.sum method',
    ]);
    expect(library.types.map(({ id, extendsBuiltin }) => [id, extendsBuiltin])).toEqual([
      ['lib.Failure', ['Error']],
      ['lib.Point', []],
      ['lib.Row', ['Array']],
    ]);
  });
});
