import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkExamples } from '../src/check-examples.ts';
import { workspaceRoot } from '../src/workspace.ts';
import { ScratchWorkspace } from './scratch-workspace.ts';

const PACKAGES = ['syft-ast', 'syft-client', 'syft-js', 'syft-numjs'];

let scratch: ScratchWorkspace;

beforeAll(() => {
  scratch = new ScratchWorkspace('package.json', 'tsconfig.base.json', ...PACKAGES.map((dir) => `packages/${dir}`));
  for (const dir of PACKAGES) {
    symlinkSync(join(workspaceRoot, 'packages', dir, 'node_modules'), join(scratch.root, 'packages', dir, 'node_modules'));
  }
  mkdirSync(join(scratch.root, 'node_modules'));
  symlinkSync(join(workspaceRoot, 'node_modules/@types'), join(scratch.root, 'node_modules/@types'));
});
afterAll(() => scratch[Symbol.dispose]());

const problems = () => checkExamples(scratch.root).map(({ file, line, text, fix }) => `${file}:${line}: ${text}: ${fix}`);

test('an example that calls what is not there is named by its line in the README', { timeout: 60_000 }, () => {
  const heading = '# Syft libs\n\n```ts study.ts\n';
  scratch.write(
    'README.md',
    `${heading}import { connect } from '@syft-libs/client';\n\nexport const clinic = await conect('ws://x');\nconnect;\n\`\`\`\n`,
  );
  scratch.edit('packages/syft-js/README.md', (text) => text.replace('value.sub(mean)', 'value.minus(mean)'));
  const line =
    scratch
      .read('packages/syft-js/README.md')
      .split('\n')
      .findIndex((text) => text.includes('value.minus')) + 1;
  expect(problems().map((problem) => problem.replace(/ Did you mean.*\?/, ''))).toEqual([
    expect.stringMatching(
      /^README\.md:6: the example does not compile: Cannot find name 'conect'\..*: mend the example, or what it shows;/,
    ),
    expect.stringMatching(
      new RegExp(`^packages/syft-js/README\\.md:${line}: the example does not compile: Property 'minus' does not exist`),
    ),
  ]);
});
