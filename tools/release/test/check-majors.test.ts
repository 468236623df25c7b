import { expect, test } from 'vitest';
import { ScratchWorkspace } from '../../workspace/test/scratch-workspace.ts';
import { checkMajors } from '../src/check-majors.ts';

/** Three packages that were released, of which the second asks for the first beside it. */
function released(changeset: string): ScratchWorkspace {
  const scratch = new ScratchWorkspace();
  const write = (name: string, more: object) =>
    scratch.write(`packages/${name}/package.json`, JSON.stringify({ name: `@syft-libs/${name}`, ...more }));
  write('core', { version: '1.0.0' });
  write('beside', { version: '1.4.0', peerDependencies: { '@syft-libs/core': 'workspace:^' } });
  write('fresh', { version: '0.0.0', peerDependencies: { '@syft-libs/core': 'workspace:^' } });
  write('upon', { version: '1.0.0', dependencies: { '@syft-libs/core': 'workspace:^' } });
  scratch.write('.changeset/one.md', `---\n${changeset}\n---\n\nSomething.\n`);
  return scratch;
}

test('a major of a package is one of those that ask for it beside them', () => {
  using scratch = released("'@syft-libs/core': major");
  expect(checkMajors(scratch.root)).toEqual([
    {
      file: '.changeset/one.md',
      line: 1,
      text: '@syft-libs/beside asks for @syft-libs/core beside it, and would break with it in a patch',
      fix: "add the line '@syft-libs/beside': major",
    },
  ]);
});

test.each([
  ['that is named as one too', "'@syft-libs/core': major\n'@syft-libs/beside': major"],
  ['which a minor does not break', "'@syft-libs/core': minor"],
  ['whose own major breaks nobody', "'@syft-libs/beside': major"],
])('nothing is wrong with a package %s', (_, changeset) => {
  using scratch = released(changeset);
  expect(checkMajors(scratch.root)).toEqual([]);
});
