import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkInstalls } from '../src/check-installs.ts';
import { ScratchWorkspace } from './scratch-workspace.ts';

const LOCKFILE = `lockfileVersion: '9.0'

importers:

  packages/syft-count:
    dependencies:
      counts:
        specifier: ^1.0.0
        version: 1.0.0(tools@2.0.0)
    devDependencies:
      tools:
        specifier: ^2.0.0
        version: 2.0.0

packages:

  counts@1.0.0:
    resolution: {integrity: sha512-x}

  '@deep/native@3.0.0':
    resolution: {integrity: sha512-x}

  tools@2.0.0:
    resolution: {integrity: sha512-x}

snapshots:

  counts@1.0.0(tools@2.0.0):
    dependencies:
      '@deep/native': 3.0.0

  '@deep/native@3.0.0': {}

  tools@2.0.0: {}
`;

let scratch: ScratchWorkspace;
const problems = () => checkInstalls(scratch.root).map(({ file, line, text, fix }) => `${file}:${line}: ${text}: ${fix}`);
const nativeFolder = 'node_modules/.pnpm/@deep+native@3.0.0/node_modules/@deep/native';

function install(name: string, version: string, scripts: Readonly<Record<string, string>> = {}): void {
  const folder = `node_modules/.pnpm/${name.replace('/', '+')}@${version}/node_modules/${name}`;
  scratch.write(`${folder}/package.json`, JSON.stringify({ name, version, scripts }));
}

beforeEach(() => {
  scratch = new ScratchWorkspace();
  scratch.write('packages/syft-count/package.json', '{ "name": "@syft-libs/count" }');
  scratch.write('pnpm-lock.yaml', LOCKFILE);
  scratch.write('pnpm-workspace.yaml', 'packages:\n  - packages/*\n');
  install('counts', '1.0.0', { test: 'x', prepare: 'x' });
  install('@deep/native', '3.0.0');
  install('tools', '2.0.0');
});
afterEach(() => scratch[Symbol.dispose]());

test('dependencies without install scripts pass', () => {
  expect(problems()).toEqual([]);
});

test('one with a script is named with its line in the lockfile and the line that would list it', () => {
  install('tools', '2.0.0', { postinstall: 'node fetch.js' });
  expect(problems()).toEqual([
    'pnpm-lock.yaml:23: tools@2.0.0 has an install script: postinstall: node fetch.js: use another library; or, if it works without, ' +
      'add to allowBuilds in pnpm-workspace.yaml: tools: false # why it works without',
  ]);
});

test('what a published package brings along may have none, listed or not, however deep it lies', () => {
  scratch.write('pnpm-workspace.yaml', "allowBuilds:\n  '@deep/native': false # it works without\n");
  scratch.write(`${nativeFolder}/binding.gyp`, '{}');
  expect(problems()).toEqual([
    'pnpm-lock.yaml:20: @syft-libs/count depends on @deep/native@3.0.0, which has an install script: binding.gyp, for a compiler: ' +
      'use another library: what a published package depends on may have none',
  ]);
});

test('a line of the list has a reason, lets nothing run, and is needed', () => {
  install('tools', '2.0.0', { install: 'make' });
  scratch.write('pnpm-workspace.yaml', 'allowBuilds:\n  tools: true # fast\n  gone: false # it was needed once\n');
  expect(problems().map((problem) => problem.replace(/: write.*/, ''))).toEqual([
    'pnpm-workspace.yaml:2: the install script of tools may run',
    'pnpm-workspace.yaml:3: no gone with an install script is installed: delete the line',
  ]);
  scratch.write('pnpm-workspace.yaml', 'allowBuilds:\n  tools: false\n');
  expect(problems()).toEqual([
    'pnpm-workspace.yaml:2: nothing says why tools works without its script: write tools: false # why it works without',
  ]);
});

test('what lies in node_modules from before, and the lockfile no longer names, is nobody’s dependency', () => {
  install('old', '1.0.0', { install: 'make' });
  expect(problems()).toEqual([]);
});

test('the dependencies of this workspace need no install script', () => {
  expect(checkInstalls()).toEqual([]);
});
