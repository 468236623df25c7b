import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generatePackage } from '../../../workspace/src/codegen.ts';
import { emitPackage } from '../../src/emit/emit-package.ts';
import { installTinyWorkspace, type WrittenPackage } from './emitted-package.ts';
import { pairPlan, singlePlan } from './hand-made-plan.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../../../..');
const find = createRequire(import.meta.url);
const TSC = join(dirname(find.resolve('typescript/package.json')), 'bin/tsc');
const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
const files = emitPackage(pairPlan);
const textOf = (path: string, from = files): string => from.find((file) => file.path === path)?.text ?? '';
let written: WrittenPackage;

beforeAll(() => {
  written = installTinyWorkspace(files);
});
afterAll(() => written[Symbol.dispose]());

/** What a program prints, errors too. */
async function outputOf(args: readonly string[], cwd = written.folder): Promise<string> {
  try {
    const { stdout, stderr } = await run(process.execPath, args, { cwd });
    return stdout + stderr;
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    return `failed:\n${stdout}${stderr}`;
  }
}

describe('a package of two libraries', { timeout: 120_000, concurrent: true }, () => {
  test('type-checks, tests and benchmarks included', async ({ expect }) => {
    expect(await outputOf([TSC])).toBe('');
  });

  test('has hand-written files that need no formatting and have no fault', async ({ expect }) => {
    const own = files
      .filter(({ path, kind }) => kind === 'once' && /^[^.].*\.(ts|json)$/.test(path))
      .map(({ path }) => join(written.folder, path));
    expect(own.length).toBeGreaterThan(8);
    expect(await outputOf([BIOME, 'check', '--vcs-enabled=false', '--error-on-warnings', ...own], ROOT)).toMatch(
      /^Checked \d+ files in \w+. No fixes applied.\n$/,
    );
  });

  test('loads, binds every allowed member, and calls what stands below an entry point, on a class and on a function', async ({
    expect,
  }) => {
    const script = `
      import { buildAllowlist, parseManifest } from '@syft-libs/ast';
      import { shapeFamily as support } from './src/index.ts';
      import { cases } from './test/gen/cases.ts';
      import { samples } from './test/gen/samples.ts';
      import { entries } from './bench/gen/entries.ts';
      const manifest = parseManifest(await support.manifest());
      const loaded = await support.load();
      const allowlist = buildAllowlist([{ support, manifest, loaded }]);
      const call = (path, ...operands) => allowlist.resolve(path).call(operands);
      const [{ module }] = loaded;
      const rectangle = new module.Rectangle([2, 3]);
      console.log(JSON.stringify({
        entries: allowlist.entries.length,
        names: Object.keys(loaded[1].module),
        values: [
          call('shapeLib.linalg.dot', [1, 2], [3, 4]), call('shapeLib.Rectangle.add_', rectangle, rectangle).sides,
          call('shapeLib.Rectangle.area', rectangle, 2), call('shapeLib.Shape.count', rectangle), call('shapeLib.LIMIT'),
          call('stridedLib.Strided.at', call('stridedLib.Strided.reversed', call('stridedLib.default', new Float64Array([1, 2]))), 0),
        ],
        operands: cases['shapeLib.Rectangle.add'][0].map(({ type, fields }) => [type, fields]),
        samples: Object.keys(samples),
        grown: entries.filter(({ growing }) => growing.length > 0).map(({ path, growing: [operands] }) => [path, operands(100).map((one) => (one.data ?? one.fields?.sides ?? one).length ?? one)]),
        seen: entries.map(({ seen }) => seen().length),
        refused: support.guards['shapeLib.zeros']([{ value: -1, isPublic: true, bound: { elements: 1 } }]),
      }));`;
    const printed = await outputOf(['--conditions=@syft-libs/source', '--input-type=module-typescript', '-e', script]);
    expect(printed).toMatch(/^\{/);
    expect(JSON.parse(printed)).toEqual({
      entries: 24,
      names: ['Strided', 'total', 'default'],
      values: [11, [4, 6], 12, 2, 100, 2],
      operands: [
        ['shapeLib.Rectangle', { name: 'rect', sides: [2, 3] }],
        ['shapeLib.Rectangle', { name: 'rect', sides: [1, 1] }],
      ],
      samples: ['shapeLib.Map', 'shapeLib.Rectangle', 'shapeLib.Shape', 'stridedLib.Strided'],
      grown: [
        ['shapeLib.Rectangle.add', [100, 2]],
        ['shapeLib.Rectangle.add_', [100, 100]],
        ['shapeLib.linalg.dot', [100, 100]],
        ['shapeLib.mean', [100]],
        ['shapeLib.stats.spread', [100]],
        ['shapeLib.zeros', [100]],
        ['stridedLib.Strided.reversed', [100]],
        ['stridedLib.total', [100]],
      ],
      seen: [2, 2, 1, 2, 1, 1, 1, 1, 1],
      refused: expect.stringContaining('negative'),
    });
  });

  test('has the message classes that its schema gives', async ({ expect }) => {
    await generatePackage(written.folder, join(written.folder, 'again'));
    for (const file of ['schema_pb.js', 'schema_pb.d.ts']) {
      expect(readFileSync(join(written.folder, 'again/src/gen', file), 'utf8')).toBe(textOf(`src/gen/${file}`));
    }
  });
});

test('the same plan gives the same bytes, in order of the paths', () => {
  expect(emitPackage(structuredClone(pairPlan))).toEqual(files);
  const paths = files.map(({ path }) => path);
  expect(paths).toEqual([...new Set(paths)].sort());
});

test('what stands in gen/ and the manifest are generated, all else belongs to people', () => {
  for (const { path, kind } of files)
    expect([path, kind]).toEqual([path, /(^|\/)gen\/|^manifest\.json$/.test(path) ? 'generated' : 'once']);
});

test('a package of one library is named by that library’s root, and depends on it within its range', () => {
  const single = emitPackage(singlePlan);
  expect(textOf('src/support.ts', single)).toContain('export const shapeLib: SupportPackage<ShapeLibRemote> =');
  expect(JSON.parse(textOf('package.json', single))).toMatchObject({
    name: '@syft-libs/shape-lib',
    dependencies: { 'shape-lib': '>=1.4.0 <2.0.0' },
    peerDependencies: { '@syft-libs/ast': 'workspace:^' },
  });
  expect(textOf('compat.json', single)).toBe('{\n  "shape-lib": ["1.4.0"]\n}\n');
  expect(textOf('../../.changeset/shape-lib.md', single)).toContain("'@syft-libs/shape-lib': major");
  expect(textOf('src/gen/remote.ts', single)).not.toContain('Libraries {');
});

test('values of a type whose codec a person wrote are taken apart by the package’s own codecs', () => {
  const emitted = emitPackage({ ...singlePlan, libraries: singlePlan.libraries.map((library) => ({ ...library, codecs: [] })) });
  for (const file of ['test/gen/cases.ts', 'bench/gen/entries.ts']) {
    expect(textOf(file, emitted)).toContain("import { shapeLib as support } from '../../src/support.ts';");
    expect(textOf(file, emitted)).toContain('plainMaker(support.codecs)');
    expect(textOf(file, emitPackage(singlePlan))).toContain('plainMaker(codecs)');
  }
});

test('an array of another library of the family grows too', () => {
  const [shapes, strided] = pairPlan.manifest.libraries;
  if (shapes === undefined || strided === undefined) throw new Error('the family has two libraries');
  const libraries = [
    { ...shapes, types: [...shapes.types, ...strided.types] },
    { ...strided, types: [] },
  ];
  const table = textOf('bench/gen/entries.ts', emitPackage({ ...pairPlan, manifest: { ...pairPlan.manifest, libraries } }));
  expect(table).toContain('(size) => [grown(plain(stridedLib.default(new Float64Array([1, 2, -0]))), size)],');
});

test('a README is short, and its example is a call that was tried', () => {
  const readme = textOf('README.md', emitPackage(singlePlan));
  expect(readme.split('\n').length).toBeLessThan(120);
  expect(readme).toContain('const result = remote.mean([1, 2, 6]);');
  expect(readme).toContain('| `shape-lib` | 20 | 19 | 1 | 0 |');
  expect(readme).toMatch(/^\| `shapeLib\.linalg` \| \d+ \| .*`dot`/m);
});
