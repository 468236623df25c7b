import { execFileSync } from 'node:child_process';

/** What git prints for a command in a repository, without its last line break. Throws when it fails. */
export function git(root: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 26 }).trimEnd();
}

/** The same, or `undefined` when it fails. */
export function tryGit(root: string, ...args: readonly string[]): string | undefined {
  try {
    return git(root, ...args);
  } catch {
    return undefined;
  }
}
