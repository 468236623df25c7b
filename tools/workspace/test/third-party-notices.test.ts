import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkNotices } from '../src/third-party-notices.ts';
import { ScratchWorkspace } from './scratch-workspace.ts';

const COUNT = 'packages/syft-count';
const WRITE = 'run `node tools/workspace/src/third-party-notices.ts packages/syft-count` and commit what it writes';

let scratch: ScratchWorkspace;
const problems = () => checkNotices(COUNT, scratch.root).map(({ file, text, fix }) => `${file}: ${text}: ${fix}`);
const bundle = (...folders: readonly string[]) => scratch.write(`${COUNT}/.bundled.json`, JSON.stringify(folders));

beforeEach(() => {
  scratch = new ScratchWorkspace();
  scratch.write(`${COUNT}/package.json`, '{ "name": "@syft-libs/count", "files": ["dist", "THIRD-PARTY-NOTICES.md"] }');
  scratch.write('node_modules/abacus/package.json', '{ "name": "abacus", "version": "1.0.0", "license": "MIT" }');
  scratch.write('node_modules/abacus/LICENSE', 'As you like.\n');
});
afterEach(() => scratch[Symbol.dispose]());

test('a build that bundles nothing of others needs no notices, and has none', () => {
  bundle();
  expect(problems()).toEqual([]);
  scratch.write(`${COUNT}/THIRD-PARTY-NOTICES.md`, '# Third-party notices\n');
  expect(problems()).toEqual([`${COUNT}/THIRD-PARTY-NOTICES.md: the build bundles no code of others: delete the file`]);
});

test('code of others without notices is named, with both ways out', () => {
  bundle('../../node_modules/abacus');
  expect(problems()).toEqual([
    `${COUNT}/package.json: the build bundles code of others, and ships no notices: abacus: add them to dependencies; or ${WRITE}`,
  ]);
});

test('notices of another build are stale, and they are published', () => {
  bundle('../../node_modules/abacus');
  scratch.write(`${COUNT}/THIRD-PARTY-NOTICES.md`, '# Third-party notices\n');
  scratch.edit(`${COUNT}/package.json`, (text) => text.replace(', "THIRD-PARTY-NOTICES.md"', ''));
  expect(problems()).toEqual([
    `${COUNT}/THIRD-PARTY-NOTICES.md: the notices are not those of what the build bundles: abacus: ${WRITE}`,
    `${COUNT}/package.json: the notices are not published: add "THIRD-PARTY-NOTICES.md" to "files"`,
  ]);
});

test('a package without a licence is a person’s to judge', () => {
  bundle('../../node_modules/abacus');
  scratch.remove('node_modules/abacus/LICENSE');
  expect(problems).toThrow('cannot read licence of abacus@1.0.0');
});
