// The release itself, on a copy of the workspace: the very scripts that `.github/workflows/release.yml` runs.
import { join } from 'node:path';
import { type LoopbackRegistry, startRegistry } from './registry/loopback-registry.ts';
import type { Rehearsal } from './rehearsal.ts';
import { runCommand } from './run-command.ts';
import { copyWorkspace, hasChangesets, publishTo } from './workspace-copy.ts';

/** An address as the machine that publishes has one. */
const ADDRESS = { GITHUB_SERVER_URL: 'https://localhost', GITHUB_REPOSITORY: 'rehearsal/syft-libs' };

/** Versions, packs and publishes a copy of the workspace to a registry of its own, which has nothing yet. Both stand in `scratch`. */
export async function publishCopy(rehearsal: Rehearsal, scratch: string): Promise<LoopbackRegistry> {
  const copy = join(scratch, 'workspace');
  const script = (name: string) => () => runCommand('npm', ['run', `release:${name}`], { cwd: copy, env: ADDRESS });
  await rehearsal.step('copy the workspace, and install it', async () => {
    await copyWorkspace(copy);
    await runCommand('pnpm', ['install', '--frozen-lockfile', '--prefer-offline'], { cwd: copy });
  });
  if (hasChangesets(copy)) await rehearsal.step('version: changesets become versions and changelogs', script('version'));
  await rehearsal.step('pack: build everything, and make the tarballs', script('pack'));
  const registry = await rehearsal.step('start a registry on loopback', () => startRegistry(join(scratch, 'registry')));
  publishTo(copy, registry.url);
  await rehearsal.step('publish to it', script('publish'));
  await rehearsal.check('what was published says where its source is kept', async () => {
    const answer: unknown = await (await fetch(new URL('@syft-libs%2fast/latest', registry.url))).json();
    const { repository } = answer as { readonly repository?: { readonly directory?: string } };
    if (repository?.directory !== 'packages/syft-ast') throw new Error(`it says ${JSON.stringify(repository)}`);
  });
  return registry;
}
