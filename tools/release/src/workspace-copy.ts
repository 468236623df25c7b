// Releases are rehearsed and tested on a copy: they change versions, delete changesets and tag.
import { cpSync, existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from './run-command.ts';

/** The root of the repository, absolute. */
export const workspaceRoot = join(import.meta.dirname, '../../..');

const AUTHOR = ['-c', 'user.name=rehearsal', '-c', 'user.email=rehearsal@localhost'] as const;

/** Copies all that git would take, uncommitted changes included, into a repository of its own with one commit. */
export async function copyWorkspace(folder: string, leaveOut?: RegExp): Promise<void> {
  const { stdout } = await runCommand('git', ['ls-files', '-coz', '--exclude-standard'], { cwd: workspaceRoot });
  for (const file of stdout.split('\0')) {
    const from = join(workspaceRoot, file);
    if (file === '' || leaveOut?.test(file) === true || !existsSync(from)) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    try {
      cpSync(from, join(folder, file));
    } catch (error) {
      // Files of tests that run beside this come and go.
      if (existsSync(from)) throw error;
    }
  }
  await runCommand('git', ['init', '--quiet', '--initial-branch=main'], { cwd: folder });
  await commitAll(folder, 'Copy');
}

/** Commits every change of a copy. */
export async function commitAll(folder: string, message: string): Promise<void> {
  await runCommand('git', ['add', '--all'], { cwd: folder });
  await runCommand('git', [...AUTHOR, 'commit', '--quiet', '--message', message], { cwd: folder });
}

/** Whether there is a changeset to make a version of. */
export function hasChangesets(folder: string): boolean {
  return globSync('.changeset/*.md', { cwd: folder }).length > 0;
}

/** Makes whatever runs in the copy publish our packages to one registry on loopback. It is the copy's own setting, so nothing else can meet it. */
export function publishTo(folder: string, url: string): void {
  const { host } = new URL(url);
  writeFileSync(join(folder, '.npmrc'), `@syft-libs:registry=${url}\n//${host}/:_authToken=rehearsal\n`);
}
