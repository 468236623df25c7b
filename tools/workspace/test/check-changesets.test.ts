import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkChangesets } from '../src/check-changesets.ts';
import { git } from '../src/git.ts';
import { ScratchWorkspace } from './scratch-workspace.ts';

const COUNT = 'packages/syft-count';

let scratch: ScratchWorkspace;
const problems = (target = '') => checkChangesets(scratch.root, target).map(({ file, text }) => `${file}: ${text}`);
const run = (...args: readonly string[]) => git(scratch.root, '-c', 'user.name=test', '-c', 'user.email=test@example.org', ...args);

function commit(): void {
  run('add', '-A');
  run('commit', '--quiet', '--message', 'change');
}

beforeEach(() => {
  scratch = new ScratchWorkspace();
  run('init', '--quiet', '--initial-branch', 'main');
  const json = { name: '@syft-libs/count', version: '1.2.0', dependencies: { ws: 'catalog:' }, devDependencies: { vitest: 'catalog:' } };
  scratch.write(`${COUNT}/package.json`, JSON.stringify(json));
  scratch.write(`${COUNT}/CHANGELOG.md`, '# @syft-libs/count\n');
  scratch.write(`${COUNT}/src/index.ts`, 'export const count = 1;\n');
  scratch.write(`${COUNT}/test/index.test.ts`, '');
  scratch.write('pnpm-workspace.yaml', 'catalog:\n  vitest: 5.1.0\n  ws: 8.1.0\n');
  commit();
  run('switch', '--quiet', '--create', 'change');
});
afterEach(() => scratch[Symbol.dispose]());

test('a change without a changeset is named, committed or not, and the message says how to write one', () => {
  scratch.edit(`${COUNT}/src/index.ts`, (text) => text.replace('1', '2'));
  const text = `${COUNT}/src/index.ts: @syft-libs/count changes by this file, and no changeset says so`;
  expect(problems()).toEqual([text]);
  commit();
  expect(problems()).toEqual([text]);
  const [problem] = checkChangesets(scratch.root, '');
  expect(problem?.fix).toContain("run `pnpm changeset`, or write .changeset/count-<what>.md: \"---\\n'@syft-libs/count': patch\\n---");
});

test('a changeset of this branch is enough; one that was there before is about something else', () => {
  scratch.write('.changeset/earlier.md', "---\n'@syft-libs/count': patch\n---\n\nEarlier.\n");
  commit();
  run('branch', '--force', 'main');
  scratch.write(`${COUNT}/src/more.ts`, 'export const more = 1;\n');
  expect(problems()).toHaveLength(1);
  scratch.write('.changeset/now.md', "---\n'@syft-libs/count': minor\n---\n\nCounts more.\n");
  expect(problems()).toEqual([]);
});

test('tests, development dependencies and scripts reach no user; a dependency does, from the catalog too', () => {
  scratch.write(`${COUNT}/test/more.test.ts`, '');
  scratch.edit(`${COUNT}/package.json`, (text) => text.replace('"vitest":"catalog:"', '"vitest":"catalog:","tsup":"catalog:"'));
  scratch.edit('pnpm-workspace.yaml', (text) => text.replace('5.1.0', '5.1.1'));
  expect(problems()).toEqual([]);
  scratch.edit('pnpm-workspace.yaml', (text) => text.replace('8.1.0', '8.2.0'));
  expect(problems()).toEqual(['pnpm-workspace.yaml: @syft-libs/count changes by this file, and no changeset says so']);
  scratch.edit(`${COUNT}/package.json`, (text) => text.replace('"ws":"catalog:"', '"ws":"^8.3.0"'));
  expect(problems()).toEqual([`${COUNT}/package.json: @syft-libs/count changes by this file and 1 more, and no changeset says so`]);
});

test('a release itself needs none, and a private package never does', () => {
  scratch.edit(`${COUNT}/package.json`, (text) => text.replace('1.2.0', '1.3.0'));
  scratch.edit(`${COUNT}/src/index.ts`, (text) => text.replace('1', '2'));
  scratch.write('tools/own/package.json', '{ "name": "@syft-libs/own", "version": "0.0.0", "private": true }');
  expect(problems()).toEqual([]);
});

test('a package that was never released needs one, whichever, until it is', () => {
  scratch.write('packages/syft-new/package.json', '{ "name": "@syft-libs/new", "version": "0.0.0" }');
  expect(problems()).toEqual(['packages/syft-new/package.json: @syft-libs/new was never released, and no changeset releases it']);
  scratch.write('.changeset/new.md', "---\n'@syft-libs/new': major\n---\n\nNew.\n");
  expect(problems()).toEqual([]);
  commit();
  run('branch', '--force', 'main');
  scratch.write('packages/syft-new/src/index.ts', '');
  expect(problems()).toEqual([]);
  run('tag', '@syft-libs/new@0.0.0');
  expect(problems()).toEqual(['packages/syft-new/src/index.ts: @syft-libs/new changes by this file, and no changeset says so']);
});

test('in a pull request its base is compared with, and one that is not there is a failure', () => {
  scratch.edit(`${COUNT}/src/index.ts`, (text) => text.replace('1', '2'));
  expect(problems('next')).toEqual(['.changeset/config.json: it is not known where this branch left next, so not what it changes']);
  run('update-ref', 'refs/remotes/origin/next', 'main');
  expect(problems('next')).toHaveLength(1);
});

test('on the main branch there is nothing to compare but what is not committed, and without a repository nothing', () => {
  run('switch', '--quiet', 'main');
  expect(problems()).toEqual([]);
  scratch.edit(`${COUNT}/src/index.ts`, (text) => text.replace('1', '2'));
  expect(problems()).toHaveLength(1);
  scratch.remove('.git');
  expect(problems()).toEqual([]);
});
