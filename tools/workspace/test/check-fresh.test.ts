import { globSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkFresh } from '../src/check-fresh.ts';
import { workspaceRoot } from '../src/workspace.ts';
import { ScratchWorkspace } from './scratch-workspace.ts';

const SUPPORT = 'packages/syft-simple-statistics';
const SYNC = `run \`pnpm nx g @syft-libs/redback:sync ${SUPPORT}\` and commit what it writes`;

let scratch: ScratchWorkspace;
const problems = async () => (await checkFresh(scratch.root)).map(({ file, fix }) => `${file}: ${fix}`);

beforeAll(() => {
  scratch = new ScratchWorkspace('README.md', 'docs', 'packages', 'tools/workspace/bench/results');
  for (const config of globSync('packages/*/support.config.ts', { cwd: workspaceRoot })) {
    const modules = join(dirname(config), 'node_modules');
    symlinkSync(join(workspaceRoot, modules), join(scratch.root, modules));
  }
});
afterAll(() => scratch[Symbol.dispose]());

test('everything that is generated is fresh', { timeout: 60_000 }, async () => {
  expect(await problems()).toEqual([]);
});

const EDITS = [
  [`${SUPPORT}/manifest.json`, '"reason": "', '"reason": "perhaps ', SYNC],
  [`${SUPPORT}/src/gen/surface.ts`, 'export const', 'export  const', SYNC],
  [`${SUPPORT}/test/gen/cases.ts`, 'export const', 'export  const', SYNC],
  [`${SUPPORT}/README.md`, '`median`', '`middle`', SYNC],
  [
    'packages/syft-ast/src/gen/schema_pb.js',
    'export const',
    'export  const',
    'run `pnpm nx run-many -t codegen --skip-nx-cache` and commit what it writes',
  ],
  [
    'packages/syft-ast/vectors/values.json',
    '"protocol": 1',
    '"protocol": 2',
    'run `pnpm -C packages/syft-ast vectors` and commit what it writes',
  ],
  ['docs/conformance.md', 'do not edit', 'edit at will', 'run `pnpm nx run-many -t conformance` and commit what it writes'],
  ['docs/measurements.md', '# Measurements', '# Measured', 'run `node tools/workspace/bench/write-page.ts` and commit what it writes'],
  ['README.md', '| numjs | 0.16.1 |', '| numjs | 0.17.0 |', 'run `pnpm -C tools/workspace tables` and commit what it writes'],
] as const;

test('each file that was edited by hand is named, with the command that writes it', { timeout: 60_000 }, async () => {
  for (const [file, from, to] of EDITS) scratch.edit(file, (text) => text.replace(from, to));
  expect(new Set(await problems())).toEqual(new Set(EDITS.map(([file, , , fix]) => `${file}: ${fix}`)));
});
