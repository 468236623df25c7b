// What is published: numjs inside one chunk of its own, reached by load() alone.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { SupportPackage } from '@syft-libs/ast';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Numjs } from '../src/runtime.ts';

const ROOT = resolve(import.meta.dirname, '..');
const run = promisify(execFile);
const TSUP = join(dirname(createRequire(import.meta.url).resolve('tsup')), 'cli-default.js');
let dir: string;
const read = (file: string) => readFileSync(join(dir, file), 'utf8');
const importsOf = (code: string) => [...code.matchAll(/^(?:import|export)\b[^'"]*?['"]([^'"]+)['"]/gm)].map(([, source]) => source ?? '');

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'syft-numjs-'));
  await run(process.execPath, [TSUP, '--no-dts', '--out-dir', dir], { cwd: ROOT });
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'), 'dir');
}, 30_000);

afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('the runtime', () => {
  test('imports nothing but chunks of its own, and reaches for nothing of Node', () => {
    for (const source of importsOf(read('runtime.js'))) expect(source).toMatch(/^\.\/chunk-/);
    expect(read('runtime.js')).not.toMatch(/(?<!\.)\brequire\(|from ['"]node:|process\.binding|sharp\.node/);
  });

  test('computes as numjs does, where nothing may be read but files and nothing started', async () => {
    const script = [
      `import { numjs as nj } from ${JSON.stringify(pathToFileURL(join(dir, 'runtime.js')).href)};`,
      'const x = nj.array([[1, 2], [3, 4]], "float64");',
      'console.log(JSON.stringify([Object.keys(nj).length, nj.mean(x), nj.dot(x, x).tolist(), nj.sigmoid([0, 1]).tolist()[0], nj.images.sat(x).tolist()]));',
      'let refused = 0; for (const name of ["read", "save", "resize"]) try { nj.images[name]("x", 1, 1); } catch { refused++; } console.log(refused);',
    ].join('\n');
    const flags = ['--permission', '--allow-fs-read=*', '--input-type=module', '-e', script];
    const { stdout } = await run(process.execPath, flags);
    expect(stdout).toBe('[65,2.5,[[7,10],[15,22]],0.5,[[1,3],[4,10]]]\n3\n');
  });

  test('makes the very arrays that numjs from npm makes', async () => {
    const bundled = ((await import(pathToFileURL(join(dir, 'runtime.js')).href)) as { readonly numjs: Numjs }).numjs;
    const { numjs } = await import('../src/runtime.ts');
    expect(Object.keys(bundled)).toEqual(Object.keys(numjs));
    expect(Object.keys(bundled.NdArray.prototype)).toEqual(Object.keys(numjs.NdArray.prototype));
  });
});

describe('the entry point', () => {
  test('holds neither numjs nor the manifest', () => {
    for (const source of importsOf(read('index.js'))) expect(source).toMatch(/^(\.\/chunk-|@syft-libs\/ast(\/\w+)?$)/);
    expect(read('index.js').length).toBeLessThan(60_000);
    expect(readdirSync(dir).some((file) => file.startsWith('manifest-'))).toBe(true);
  });

  test('loads both on demand', async () => {
    const { numjs } = (await import(pathToFileURL(join(dir, 'index.js')).href)) as { readonly numjs: SupportPackage };
    expect((await numjs.load()).map(({ root, version }) => `${root} ${version}`)).toEqual(['numjs 0.16.1']);
    expect(await numjs.manifest()).toEqual(JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8')));
  });
});
