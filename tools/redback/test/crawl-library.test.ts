import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { crawlLibrary } from '../src/crawl/crawl-library.ts';
import { createTerminalProgress, type Progress } from '../src/crawl/progress.ts';
import type { Snapshot } from '../src/surface/snapshot.ts';
import { installTinyLib, type TinyInstall } from './fixtures/install-tiny-lib.ts';
import { memberAt } from './merge/merged-lines.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let install: TinyInstall;
let folder: string;
beforeAll(() => {
  install = installTinyLib();
  folder = mkdtempSync(join(tmpdir(), 'redback-crawl-'));
});
afterAll(() => {
  install[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** Installs a package of a few files. */
function write(name: string, json: object, files: Readonly<Record<string, string>>): void {
  const target = join(folder, 'node_modules', name);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'package.json'), JSON.stringify({ name, version: '1.2.3', ...json }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(target, file), text);
}

const look = (name: string, from = folder, more: { readonly root?: string; readonly progress?: Progress } = {}): Promise<Snapshot> =>
  crawlLibrary(name, { from, probes: false, ...more });

describe('a crawl', () => {
  test('twice gives the same bytes, with nothing in them of when and where', async () => {
    const first = await look('tiny-lib', install.folder);
    const other = mkdtempSync(join(tmpdir(), 'redback-elsewhere-'));
    cpSync(join(install.folder, 'node_modules'), join(other, 'node_modules'), { recursive: true });
    const second = await look('tiny-lib', other);
    rmSync(other, { recursive: true });
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect(JSON.stringify(first)).not.toContain(tmpdir());
    expect(first).toMatchObject({
      snapshot: 1,
      library: { name: 'tiny-lib', version: '2.3.1', root: 'tinyLib', digest: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown },
      observer: {
        redback: expect.stringMatching(/^\d+\.\d+\.\d+$/) as unknown,
        oracle: 'typescript@6.0.3',
        cage: expect.stringMatching(/^node@\d+\.\d+\.\d+ permission/) as unknown,
      },
    });
    expect(first.entryPoints).toEqual(
      ['', '.extras.noise', '.extras.single', '.linalg'].map((path) => ({
        subpath: `.${path.replaceAll('.', '/')}`,
        path: `tinyLib${path}`,
        loads: 'both',
        declarations: 'package',
        problem: null,
      })),
    );
    expect(first.members.every(({ probe }) => probe === null)).toBe(true);
  });

  test('has another digest when a file is another, whatever lies in a nested install', async () => {
    write('inner', {}, { 'index.js': 'exports.f = () => 1;' });
    const { digest } = (await look('inner')).library;
    mkdirSync(join(folder, 'node_modules', 'inner', 'node_modules'));
    writeFileSync(join(folder, 'node_modules', 'inner', 'node_modules', 'x.js'), '');
    expect((await look('inner')).library.digest).toBe(digest);
    writeFileSync(join(folder, 'node_modules', 'inner', 'index.js'), 'exports.f = () => 2;');
    expect((await look('inner')).library.digest).not.toBe(digest);
  });

  test('takes another root for every path, types that no export names among them', async () => {
    const { library, members, types } = await look('tiny-lib', install.folder, { root: 'tl' });
    expect(library.root).toBe('tl');
    expect(members.filter(({ path }) => !path.startsWith('tl.'))).toEqual([]);
    expect(types.map(({ id }) => id)).toEqual(['tl.Bounds', 'tl.Circle', 'tl.Plot', 'tl.Shape', 'tl.Square', 'tl.Vector']);
    expect(memberAt({ members }, 'tl.openPlot').declared?.signatures).toEqual(['() => tl.Plot']);
    expect(memberAt({ members }, 'tl.Plot.line').declared?.signatures).toEqual(['(x: number, y: number) => tl.Plot']);
  });

  test('an entry point that fails is told of, and costs its own members alone', async () => {
    const exports = { '.': './index.js', './bad': { types: './bad.d.ts', default: './bad.js' }, './2d': './index.js' };
    write(
      'partly',
      { exports },
      { 'index.js': 'exports.f = () => 1;', 'bad.js': 'throw new RangeError();', 'bad.d.ts': 'export const g: number;' },
    );
    const { entryPoints, members } = await look('partly');
    expect(entryPoints).toEqual([
      { subpath: '.', path: 'partly', loads: 'both', declarations: 'jsdoc', problem: null },
      { subpath: './2d', path: null, loads: 'both', declarations: 'none', problem: null },
      { subpath: './bad', path: 'partly.bad', loads: 'none', declarations: 'none', problem: 'throws RangeError' },
    ]);
    expect(members.map(({ path }) => path)).toEqual(['partly.f']);
  });

  test('types of other packages are named in signatures and described elsewhere', async () => {
    const here = new URL('..', import.meta.url).pathname;
    const { members, types } = await look('ndarray-ops', here);
    expect([types.length, members.length]).toEqual([0, 150]);
    expect(memberAt({ members }, 'ndarrayOps.abs').declared?.signatures[0]).toContain('ndarray.NdArray');
  });

  test('calls members unless told not to, and says how far it is', async () => {
    write('sums', {}, { 'index.js': '/** @param {number} x\n * @returns {number} */\nexports.twice = (x) => x * 2;' });
    const stages: string[] = [];
    const { members } = await crawlLibrary('sums', {
      from: folder,
      progress: { stage: (name) => void stages.push(name), tick: () => undefined },
    });
    expect(memberAt({ members }, 'sums.twice').probe?.ok).toBeGreaterThan(0);
    expect(stages.slice(0, 4)).toEqual(['proving the cage', 'loading', 'reading declarations', 'probing']);
  });
});

test.each([
  ['absent', /it is not installed; add it/],
  ['styles', /no script stands behind its exports or main/],
  ['broken', /nothing of it loads \(\. throws TypeError\)/],
  ['empty', /it loads and exports nothing/],
  ['garbled', /its package\.json cannot be read/],
])('%s: what cannot be crawled is refused with a reason', async (name, reason) => {
  write('styles', { main: './index.css' }, { 'index.css': '' });
  write('broken', {}, { 'index.js': 'throw new TypeError();' });
  write('empty', {}, { 'index.js': '' });
  write('garbled', {}, { 'package.json': '{' });
  await expect(look(name)).rejects.toMatchObject({
    name: 'SyftError',
    code: 'BAD_ARGUMENT',
    message: expect.stringMatching(reason) as unknown,
  });
});

test('a root that is no identifier is refused', async () => {
  await expect(look('tiny-lib', install.folder, { root: 'tiny-lib' })).rejects.toMatchObject({ code: 'BAD_ARGUMENT' });
  await expect(look('tiny-lib', install.folder, { root: 'ast' })).rejects.toMatchObject({ code: 'BAD_ARGUMENT' });
});

describe('progress', () => {
  const record = (isTTY: boolean) => {
    const written: string[] = [];
    const progress = createTerminalProgress({ isTTY, write: (text) => void written.push(text) });
    progress.stage('loading', 2);
    progress.tick();
    progress.tick();
    progress.stage('probing');
    progress.end();
    return written.join('');
  };

  test('is one line that is rewritten on a terminal, and gone at the end', () => {
    const lines = record(true).split('\r\u001B[2K');
    expect([lines[1], lines.at(-3), lines.at(-2), lines.at(-1)]).toEqual(['loading 0/2', 'loading 2/2', 'probing', '']);
    expect(record(true)).not.toContain('\n');
  });

  test('is a line for each stage where nobody can rewrite one', () => {
    expect(record(false)).toBe('loading (2)\nprobing\n');
  });
});
