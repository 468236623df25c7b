import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Merged } from '../../src/crawl/merge/merged.ts';
import { installTinyLib, type TinyInstall } from '../fixtures/install-tiny-lib.ts';
import { expectedMergedTinyLib } from './expected-merged-tiny-lib.ts';
import { linesOf, memberAt, mergedLine, mergeInstalled } from './merged-lines.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let install: TinyInstall;
let typed: Merged;
let untyped: Merged;
beforeAll(async () => {
  install = installTinyLib();
  typed = await mergeInstalled('tiny-lib', install.folder);
  untyped = await mergeInstalled('tiny-lib-untyped', install.folder);
});
afterAll(() => install[Symbol.dispose]());

describe('tiny-lib with declarations', () => {
  test('every member stands once, with what both sides say of it', () => {
    expect(typed.members.map(mergedLine)).toEqual(expectedMergedTinyLib);
  });

  test('types have their classes above them, those that no export shows too', () => {
    const empty = { extends: [], builtin: null, ownOnInstance: [], exportedAs: null, recipes: [], travel: null, problem: null };
    const exported = (name: string) => ({ ...empty, id: `tinyLib.${name}`, exportedAs: `tinyLib.${name}` });
    expect(typed.types).toEqual([
      { ...empty, id: 'tinyLib.Bounds' },
      { ...exported('Circle'), extends: ['tinyLib.Shape'] },
      { ...empty, id: 'tinyLib.Plot' },
      exported('Shape'),
      { ...exported('Square'), extends: ['tinyLib.Shape'] },
      exported('Vector'),
    ]);
  });

  test('run time and declarations stand side by side, and nothing was called', () => {
    expect(memberAt(typed, 'tinyLib.later')).toMatchObject({
      runtime: { typeof: 'function', access: 'value', smells: ['async'] },
      declared: { source: 'declaration', signatures: ['(values: number[]) => Promise<number>'] },
      probe: null,
    });
    expect(memberAt(typed, 'tinyLib.oldMean').declared).toMatchObject({ isDeprecated: true, doc: 'Old name.' });
  });
});

describe('tiny-lib without declarations', () => {
  const lines = (pattern: string) =>
    linesOf(untyped, new RegExp(`^tinyLibUntyped\\.${pattern}$`)).map((line) => line.replaceAll('tinyLibUntyped', 't'));

  test('has the same members but for what only declarations have, and fields of enums', () => {
    const names = (merged: Merged) => merged.members.map(({ path }) => path.slice(path.indexOf('.')));
    const missing = ['.Mode.Exact', '.Mode.Fast', '.Vector.secret', '.Vector.size', '.ghost'];
    expect(names(untyped)).toEqual(names(typed).filter((name) => !missing.includes(name)));
  });

  test('goes by the same names, and by the code for what they take', () => {
    expect(lines('(average|Round|stats\\.mean|linalg\\.det|self)')).toEqual([
      't.Round | class |  | = t.Circle | (radius: unknown) => t.Circle',
      't.average | function |  | = t.mean | (values: number[]) => number',
      't.linalg.det | function |  | = t.det | (rows: number[][]) => number',
      't.self | namespace |  | = t | () => unknown',
      't.stats.mean | function |  | = t.mean | (values: number[]) => number',
    ]);
    expect(lines('Vector\\.add_?')).toEqual([
      't.Vector.add | method |  |  | (other: unknown) => t.Vector',
      't.Vector.add_ | function | static, as add |  | (left: unknown, right: unknown) => unknown',
    ]);
    expect(lines('hidden')).toEqual(['t.hidden | function |  |  | (x: unknown) => number']);
  });
});
