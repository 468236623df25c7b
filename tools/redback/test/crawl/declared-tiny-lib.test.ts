import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resolveLibrary } from '../../src/crawl/entry-points.ts';
import { crawlDeclarations } from '../../src/crawl/static/crawl-declarations.ts';
import type { DeclaredLibrary, DeclaredMember } from '../../src/crawl/static/declared-library.ts';
import { installTinyLib, type TinyInstall } from '../fixtures/install-tiny-lib.ts';
import { expectedTinyLib } from './expected-tiny-lib.ts';

let install: TinyInstall;
let typed: DeclaredLibrary;
let untyped: DeclaredLibrary;
beforeAll(() => {
  install = installTinyLib();
  typed = crawl('tiny-lib');
  untyped = crawl('tiny-lib-untyped');
});
afterAll(() => install[Symbol.dispose]());

function crawl(name: string): DeclaredLibrary {
  return crawlDeclarations(resolveLibrary(name, install.folder), { from: install.folder });
}

/** One member on one line: path, kind, what is special about it, its signatures. */
function lineOf(member: DeclaredMember): string {
  const { isStatic, isField, isOptional, isPrivate, returnsThis, access, aliasOf, inheritedFrom, declared } = member;
  const flags = {
    static: isStatic,
    field: isField,
    optional: isOptional,
    private: isPrivate,
    this: returnsThis,
    deprecated: declared?.isDeprecated,
  };
  const special = Object.entries(flags).flatMap(([flag, holds]) => (holds ? [flag] : []));
  if (access !== 'value') special.push(access);
  if (aliasOf !== null) special.push(`= ${aliasOf}`);
  if (inheritedFrom !== null) special.push(`< ${inheritedFrom}`);
  return [member.path, member.kind, special.join(' '), (declared?.signatures ?? []).join(' ; ')].join(' | ').replace(/[| ]+$/, '');
}

function find(library: DeclaredLibrary, path: string): DeclaredMember {
  const member = library.members.find((candidate) => candidate.path === path);
  if (member === undefined) throw new Error(`${path} was not found`);
  return member;
}

describe('tiny-lib with declarations', () => {
  test('every member has its path, kind, aliases, inheritance and signatures', () => {
    expect(typed.members.map(lineOf)).toEqual(expectedTinyLib);
  });

  test('the declarations of every entry point are the package’s own', () => {
    expect(typed.oracle).toBe('typescript@6.0.3');
    expect(typed.entryPoints).toEqual(
      ['.', './extras/noise', './extras/single', './linalg'].map((subpath) => ({ subpath, declarations: 'package', problem: null })),
    );
  });

  test('types are listed, those too that only a call gives', () => {
    const plain = { package: 'tiny-lib', extends: [], extendsBuiltin: [], reached: 'result' };
    const shape = ['name', 'tags', 'shout'];
    expect(typed.types).toEqual([
      { ...plain, id: 'tinyLib.Bounds', isClass: false, exportedAs: null, fields: ['width'] },
      { ...plain, id: 'tinyLib.Circle', isClass: true, exportedAs: 'tinyLib.Circle', extends: ['tinyLib.Shape'], fields: shape },
      { ...plain, id: 'tinyLib.Plot', isClass: false, exportedAs: null, fields: ['points'] },
      { ...plain, id: 'tinyLib.Shape', isClass: true, exportedAs: 'tinyLib.Shape', fields: shape },
      {
        ...plain,
        id: 'tinyLib.Square',
        isClass: true,
        exportedAs: 'tinyLib.Square',
        extends: ['tinyLib.Shape'],
        fields: ['side', ...shape],
      },
      { ...plain, id: 'tinyLib.Vector', isClass: true, exportedAs: 'tinyLib.Vector', fields: ['size', 'items'] },
    ]);
  });

  test('a type parameter without bounds is unknown, and read as number and as string beside', () => {
    expect(find(typed, 'tinyLib.first')).toMatchObject({
      isGeneric: true,
      declared: {
        signatures: ['(items: unknown[]) => unknown'],
        instances: ['(items: number[]) => number | undefined', '(items: string[]) => string | undefined'],
      },
    });
    expect(find(typed, 'tinyLib.longest')).toMatchObject({ isGeneric: true, declared: { instances: [] } });
    expect(find(typed, 'tinyLib.mean')).toMatchObject({ isGeneric: false, declared: { instances: [] } });
  });

  test('the first sentence and the tag of a comment are kept', () => {
    expect(find(typed, 'tinyLib.mean').declared).toEqual({
      source: 'declaration',
      signatures: ['(values: number[]) => number'],
      instances: [],
      doc: 'The arithmetic mean.',
      isDeprecated: false,
    });
    expect(find(typed, 'tinyLib.oldMean').declared).toMatchObject({ doc: 'Old name.', isDeprecated: true });
  });

  test('reading it twice gives the same bytes', () => {
    expect(JSON.stringify(crawl('tiny-lib'))).toBe(JSON.stringify(typed));
  });
});

describe('tiny-lib without declarations', () => {
  const line = (name: string) => lineOf(find(untyped, `tinyLibUntyped.${name}`)).replaceAll('tinyLibUntyped', 't');
  const source = (name: string) => find(untyped, `tinyLibUntyped.${name}`).declared?.source;

  test('every entry point is read as a script', () => {
    expect(untyped.entryPoints.map(({ declarations }) => declarations)).toEqual(['jsdoc', 'jsdoc', 'jsdoc', 'jsdoc']);
  });

  test('JSDoc is read, and what it leaves open is marked as inferred', () => {
    expect(line('mean')).toBe('t.mean | function |  | (values: number[]) => number');
    expect(line('sum')).toBe('t.sum | function |  | (...values: number[]) => number');
    expect(line('scale')).toBe('t.scale | function |  | (values: number[], factor?: number) => number[]');
    expect(line('later')).toBe('t.later | function |  | (values: number[]) => Promise<number>');
    expect(line('clamp')).toBe('t.clamp | function |  | (x: number | number[], low: number, high: number) => unknown');
    expect(line('oldMean')).toBe('t.oldMean | function | deprecated | (values: number[]) => number');
    expect([source('mean'), source('clamp'), source('minmax')]).toEqual(['jsdoc', 'inferred', 'inferred']);
    expect(find(untyped, 'tinyLibUntyped.mean').declared?.doc).toBe('The arithmetic mean.');
  });

  test('aliases, namespaces and names that only one way of loading shows are found in the code', () => {
    expect(line('average')).toBe('t.average | function | = t.mean | (values: number[]) => number');
    expect(line('Round')).toBe('t.Round | class | = t.Circle | (radius: unknown) => t.Circle');
    expect(line('stats.mean')).toBe('t.stats.mean | function | = t.mean | (values: number[]) => number');
    expect(line('linalg.det')).toBe('t.linalg.det | function | = t.det | (rows: number[][]) => number');
    expect(line('fromImport')).toBe('t.fromImport | function |  | () => string');
    expect(line('quiet')).toBe('t.quiet | function |  | (x: unknown) => number');
    expect(line('hidden')).toBe('t.hidden | function |  | (x: unknown) => number');
    expect(untyped.members.some(({ path }) => path.endsWith('.ghost'))).toBe(false);
  });

  test('classes that are not exported are followed from the calls that give them', () => {
    expect(line('openPlot')).toBe('t.openPlot | function |  | () => t.Plot');
    expect(line('Plot.line')).toBe('t.Plot.line | method | this | (x: unknown, y: unknown) => t.Plot');
    expect(line('Plot.bounds')).toBe('t.Plot.bounds | method |  | () => t.Bounds');
    expect(line('Bounds.contains')).toBe('t.Bounds.contains | method |  | (x: unknown) => boolean');
    expect(line('Square.area')).toBe('t.Square.area | method |  | () => number');
    expect(line('Square.tag')).toBe('t.Square.tag | method | this < t.Shape');
  });

  test('a module that refers to itself costs its own entry and nothing else', () => {
    expect(line('self')).toBe('t.self | constant |  | () => unknown');
    expect(line('EPSILON')).toBe('t.EPSILON | constant |  | () => number');
  });
});
