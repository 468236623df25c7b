import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { joinAll } from '../../src/generators/support-package/join-all.ts';

/** A folder with a generator of that text in the place of the workspace's. */
function workspaceWith(generator?: string): string {
  const root = mkdtempSync(join(tmpdir(), 'syft-join-all-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  if (generator === undefined) return root;
  mkdirSync(join(root, 'tools/release/src/all'), { recursive: true });
  writeFileSync(join(root, 'tools/release/src/all/generate-all-main.ts'), generator);
  return root;
}

test('a package that was made is added to the one that installs them all', async () => {
  const root = workspaceWith("import { writeFileSync } from 'node:fs';\nwriteFileSync('joined' as string, '');\n");
  await joinAll(root);
  expect(existsSync(join(root, 'joined'))).toBe(true);
});

test('where that fails, it is said how to see why', async () => {
  await expect(joinAll(workspaceWith('process.exit(1);'))).rejects.toThrow(/generate-all-main\.ts` failed; run it/);
});

test('a workspace without that package needs nothing', async () => {
  await expect(joinAll(workspaceWith())).resolves.toBeUndefined();
});
