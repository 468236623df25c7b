import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../workspace.ts';

/** What a file ought to hold, and the command that writes it. */
export interface Generated {
  /** Relative to the root. */
  readonly file: string;
  readonly text: string;
  /** `pnpm -C packages/syft-ast vectors`. */
  readonly command: string;
}

/** Names the first line in which a committed file is not what its source generates. */
export function staleText(root: string, { file, text, command }: Generated): readonly Problem[] {
  const line = firstDifference(existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '', text);
  if (line === undefined) return [];
  return [{ file, line, text: 'the file is not what its source generates', fix: `run \`${command}\` and commit what it writes` }];
}

function firstDifference(committed: string, fresh: string): number | undefined {
  const [old, now] = [committed.split('\n'), fresh.split('\n')];
  const index = Array.from({ length: Math.max(old.length, now.length) }).findIndex((_, at) => old[at] !== now[at]);
  return index === -1 ? undefined : index + 1;
}
