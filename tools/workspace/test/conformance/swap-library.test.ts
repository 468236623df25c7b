import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runConformanceTest } from '../../src/conformance/run-tests.ts';

const TIMEOUT = 60_000;

let root: string;

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

/** A version of a library that tells its number, to `import` and to `require`, at its door and behind it. */
function writeLibrary(folder: string, version: string): void {
  const at = `${folder}/node_modules/small-lib`;
  write(`${at}/package.json`, JSON.stringify({ name: 'small-lib', version, exports: { '.': './index.cjs', './deep': './deep.cjs' } }));
  write(`${at}/index.cjs`, `exports.version = '${version}';`);
  write(`${at}/deep.cjs`, `exports.version = require('small-lib').version;`);
}

/** A package whose one test asks the library for its version in each way that there is, and expects `expected`. */
function writePackage(folder: string, expected: string): void {
  write(`${folder}/package.json`, JSON.stringify({ name: '@syft-libs/small', type: 'module' }));
  write(`${folder}/vitest.config.ts`, `export default { test: { globals: true, include: ['test/*.test.ts'] } };`);
  write(
    `${folder}/test/conformance.test.ts`,
    `import { createRequire } from 'node:module';
     import { version } from 'small-lib';
     const require = createRequire(import.meta.url);
     test('small.f', async () => {
       const seen = [version, (await import('small-lib/deep')).version, require('small-lib').version, require('small-lib/deep').version];
       expect(seen).toEqual(Array(4).fill('${expected}'));
     });`,
  );
}

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'syft-swap-')));
  writeLibrary('package', '1.0.0');
  writeLibrary('other', '2.0.0');
  mkdirSync(join(root, 'empty/node_modules'), { recursive: true });
  writeFileSync(join(root, 'empty/package.json'), '{}');
  writeFileSync(join(root, 'other/package.json'), '{}');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const run = (from?: string) =>
  runConformanceTest(
    { folder: join(root, 'package'), file: 'test/conformance.test.ts' },
    from === undefined ? undefined : { library: 'small-lib', folder: join(root, from) },
  );

test('a package is tested with the version that is installed, by itself', { timeout: TIMEOUT }, async () => {
  writePackage('package', '1.0.0');
  expect(await run()).toEqual({ tests: [{ title: 'small.f', hasPassed: true, problem: null }], problem: null });
});

test('another version takes its place however the library is asked for', { timeout: TIMEOUT }, async () => {
  writePackage('package', '2.0.0');
  expect(await run('other')).toEqual({ tests: [{ title: 'small.f', hasPassed: true, problem: null }], problem: null });
});

test('a version that is not where it should be never passes for the one that is installed', { timeout: TIMEOUT }, async () => {
  writePackage('package', '1.0.0');
  const { tests, problem } = await run('empty');
  expect(tests).toEqual([]);
  expect(problem).not.toBeNull();
});

test('a test that never loads the library proves nothing about another version', { timeout: TIMEOUT }, async () => {
  write('package/test/conformance.test.ts', `test('small.f', () => {});`);
  expect(await run('other')).toEqual({ tests: [], problem: 'nothing of small-lib was loaded from where the other version is' });
});
