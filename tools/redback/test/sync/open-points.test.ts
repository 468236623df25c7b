import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { FolderTree } from '../../src/generators/tree.ts';
import { openPoints } from '../../src/sync/open-points.ts';
import { member, plan } from '../decide/make-snapshot.ts';
import { writeFiles } from '../workspace/small-workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'redback-open-'));

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function codesBeside(files: Readonly<Record<string, string>>): readonly string[] {
  writeFiles(folder, files);
  const members = { grow: { verdict: 'allow', reason: 'read' } } as const;
  const made = plan([member('grow', { probe: { growth: null } })], { members });
  return openPoints(made, new FolderTree(folder)).map(({ code, text }) => `${code}: ${text}`);
}

test('what nothing bounds, and no call shows, is told with where to write it', () => {
  expect(codesBeside({})).toEqual([
    expect.stringMatching(/^no-cost: .* src\/support\.ts, costs: \{ \.\.\.costs, 'lib\.grow': … \}$/),
    expect.stringMatching(/^no-cases: .* test\/conformance\.test\.ts needs .* cases: \{ \.\.\.cases, 'lib\.grow': \[\[…\]\] \}$/),
  ]);
});

test('what a person wrote counts, what was generated does not', () => {
  expect(codesBeside({ 'src/gen/surface.ts': 'grow', 'src/costs.ts': "'lib.grower': 1" })).toHaveLength(2);
  expect(codesBeside({ 'src/costs/of-lists.ts': "'lib.grow': 1", 'test/cases.ts': 'const grow = []' })).toEqual([]);
});
