import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstDifference } from '../../../redback/src/sync/finding.ts';
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
