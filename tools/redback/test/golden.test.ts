// The whole package that RedBack makes of tiny-lib, crawl included, file by file. After a change that is meant, `vitest run golden -u`
// writes the files anew; their diff is what a reviewer reads.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { crawlLibrary } from '../src/crawl/crawl-library.ts';
import type { EmittedFile } from '../src/emit/emitted-file.ts';
import { initialDecisions } from '../src/generators/support-package/initial-decisions.ts';
import { parseSnapshot, snapshotPath } from '../src/snapshot-file/snapshot-file.ts';
import { derivePackage } from '../src/sync/derive-package.ts';
import { keepTimes } from '../src/sync/keep-times.ts';
import { writePackage } from './emit/emitted-package.ts';
import { installTinyLib } from './fixtures/install-tiny-lib.ts';

const run = promisify(execFile);
const find = createRequire(import.meta.url);
const GOLDEN = join(import.meta.dirname, 'golden/tiny-lib');
/** A changeset goes beside the packages; here it stands among the rest. */
const placeOf = (path: string) => path.replace('../../', '');

let files: readonly EmittedFile[];

beforeAll(async () => {
  using install = installTinyLib();
  const crawled = await crawlLibrary('tiny-lib', { from: install.folder });
  // RedBack's own version is another with each release, and nothing else in the package is.
  const snapshot = keepTimes({ ...crawled, observer: { ...crawled.observer, redback: '1.0.0' } }, committedSnapshot());
  ({ files } = derivePackage({ name: '@syft-libs/tiny-lib', decisions: initialDecisions([snapshot]), snapshots: [snapshot] }));
}, 300_000);

/** Times are measured; where nothing else differs, what the golden crawl says of them holds. */
function committedSnapshot() {
  const file = join(GOLDEN, snapshotPath('tinyLib'));
  return existsSync(file) ? parseSnapshot(readFileSync(file, 'utf8'), file) : undefined;
}

test('the package of tiny-lib is the golden one, file by file', async () => {
  for (const { path, text } of files) await expect(text, path).toMatchFileSnapshot(join(GOLDEN, placeOf(path)));
});

test('the golden package has no other files', () => {
  const entries = readdirSync(GOLDEN, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = entries.map(({ parentPath, name }) => join(parentPath, name).slice(GOLDEN.length + 1));
  expect(names.sort()).toEqual(files.map(({ path }) => placeOf(path)).sort());
});

test('it passes the tests that came with it', { timeout: 300_000 }, async () => {
  const own = files.filter(({ path }) => !path.startsWith('../'));
  using written = writePackage(own, [join(import.meta.dirname, 'fixtures/tiny-lib')]);
  const vitest = join(dirname(find.resolve('vitest/package.json')), 'vitest.mjs');
  await run(process.execPath, [vitest, 'run'], { cwd: written.folder, maxBuffer: 2 ** 26 });
  const report = JSON.parse(readFileSync(join(written.folder, '.reports/vitest.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  const { success, numPassedTests, numTotalTests } = report;
  expect({ success, numPassedTests }).toEqual({ success: true, numPassedTests: numTotalTests });
  expect(numPassedTests).toBeGreaterThan(80);
});
