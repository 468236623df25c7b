import { describe, expect, test } from 'vitest';
import { checkImports, checkManifest } from '../src/dependency-direction.ts';
import { checkShape, maxLines } from '../src/file-shape.ts';
import { checkSpecialCases } from '../src/special-cases.ts';
import { type PackageJson, readPackages, sourceFiles, type WorkspacePackage } from '../src/workspace.ts';

const pkg = (name: string, json: Partial<PackageJson> = {}): WorkspacePackage => ({
  dir: `packages/syft-${name}`,
  json: { name: `@syft-libs/${name}`, nx: { tags: [`kind:${['numjs', 'js'].includes(name) ? 'support' : 'core'}`] }, ...json },
});
const importIn = (name: string, file: string, text: string) =>
  checkImports(pkg(name), `packages/syft-${name}/${file}`, text, ['numjs']).map((problem) => `${problem.line}: ${problem.text}`);

describe('dependency direction', () => {
  test('everything may import ast, and ast nothing of ours', () => {
    expect(importIn('client', 'src/connect.ts', "import { a } from '@syft-libs/ast';")).toEqual([]);
    expect(importIn('ast', 'src/index.ts', "\nexport { a } from '@syft-libs/js';")).toEqual([
      '2: @syft-libs/ast may not depend on @syft-libs/js',
    ]);
  });

  test('client and domain do not know each other, by type or by dynamic import either', () => {
    const text = "import type { Domain } from '@syft-libs/domain';\nawait import('@syft-libs/domain');";
    expect(importIn('client', 'src/connect.ts', text)).toHaveLength(2);
  });

  test('a comment is no import', () => {
    expect(importIn('ast', 'src/index.ts', "// import { connect } from '@syft-libs/client';")).toEqual([]);
  });

  test('testing is for the tests of support packages only', () => {
    const text = "import { a } from '@syft-libs/testing';";
    expect(importIn('numjs', 'test/behaviour.test.ts', text)).toEqual([]);
    expect(importIn('numjs', 'src/index.ts', text)).toHaveLength(1);
    expect(importIn('domain', 'test/store.test.ts', text)).toHaveLength(1);
  });

  test('only runtime.ts and tests of its support package load a supported library', () => {
    const text = "import nj from 'numjs';";
    expect(importIn('numjs', 'src/runtime.ts', text)).toEqual([]);
    expect(importIn('numjs', 'src/support.ts', text)).toHaveLength(1);
    expect(importIn('testing', 'test/twin.test.ts', text)).toHaveLength(1);
  });

  test('a relative import stays inside its package', () => {
    expect(importIn('js', 'src/index.ts', "import { a } from '../../syft-ast/src/index.ts';")).toHaveLength(1);
    expect(importIn('js', 'test/a.test.ts', "import { a } from '../src/index.ts';")).toEqual([]);
  });

  test('a package.json is held to the same arrows', () => {
    const wrong = pkg('domain', {
      dependencies: { '@syft-libs/ast': 'workspace:^' },
      devDependencies: { '@syft-libs/testing': 'workspace:^' },
    });
    expect(checkManifest(wrong).map(({ text }) => text)).toEqual(['@syft-libs/domain may not depend on @syft-libs/testing']);
  });
});

describe('special cases', () => {
  const names = ['numjs', 'ml-matrix', 'mlMatrix'];
  const casesIn = (name: string, text: string, file = 'src/rule.ts') =>
    checkSpecialCases(pkg(name), `packages/syft-${name}/${file}`, text, names).map(({ line, text: what }) => `${line}: ${what}`);

  test('shared code knows no library by name, in a text or as a word', () => {
    expect(casesIn('ast', "const path = 'a';\nif (path === 'numjs.mod') path;")).toEqual(['2: shared code names the library numjs']);
    expect(casesIn('domain', 'const text = `ml-matrix`;\nlet mlMatrix;')).toHaveLength(2);
    const redback = { dir: 'tools/redback', json: { name: '@syft-libs/redback' } };
    expect(checkSpecialCases(redback, 'tools/redback/src/a.ts', "f('numjs');", names)).toHaveLength(1);
  });

  test('comments, other words, tests and the library’s own package may name it', () => {
    expect(casesIn('ast', '/** `numjs.NdArray` */\nconst numjsonic = 1; // numjs')).toEqual([]);
    expect(casesIn('ast', "f('numjs');", 'test/rule.test.ts')).toEqual([]);
    expect(casesIn('numjs', "f('numjs');")).toEqual([]);
  });
});

describe('file shape', () => {
  test('a source file ends at its cap, a test may be longer', () => {
    const long = 'x;\n'.repeat(maxLines.source + 1);
    expect(checkShape('packages/syft-js/src/math.ts', long)).toHaveLength(1);
    expect(checkShape('packages/syft-js/test/math.test.ts', long)).toEqual([]);
    expect(checkShape('packages/syft-js/src/math.ts', 'x;\n'.repeat(maxLines.source))).toEqual([]);
  });

  test('the entry point of a package exports, and does nothing else', () => {
    const text = "export { a } from './a.ts';\nexport const b = 1;\n";
    expect(checkShape('packages/syft-js/src/index.ts', text).map(({ line, text: what }) => `${line}: ${what}`)).toEqual([
      '2: the entry point of a package has code of its own',
    ]);
    expect(checkShape('packages/syft-js/src/index.ts', "export * from './a.ts';\nexport type { B } from './b.ts';\n")).toEqual([]);
    expect(checkShape('packages/syft-js/src/library/index.ts', text)).toEqual([]);
  });

  test('a name says something', () => {
    expect(checkShape('packages/syft-js/src/string-utils.ts', '')).toHaveLength(1);
    expect(checkShape('packages/syft-js/src/helpers.ts', '')).toHaveLength(1);
    expect(checkShape('packages/syft-js/test/helpers.ts', '')).toEqual([]);
  });
});

test('the checks see the packages of this workspace and their files', () => {
  const ast = readPackages().find(({ dir }) => dir === 'packages/syft-ast');
  expect(ast && sourceFiles(ast)).toContain('packages/syft-ast/src/index.ts');
});
