// The table of supported libraries in the root README, so that a new support package is listed without a hand in it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markedTable, mergeReadme } from '../../../redback/src/emit/merge-readme.ts';
import { readCompat, readVerdicts, supportFolders } from '../conformance/compat.ts';
import { workspaceRoot } from '../workspace.ts';
import type { Generated } from './stale-text.ts';

export const README = 'README.md';
const MARK = 'supported';

/** The root README with its table as it ought to be; nothing where there is no README. */
export function readmeWithTable(root: string = workspaceRoot): readonly Generated[] {
  if (!existsSync(join(root, README))) return [];
  const text = mergeReadme(readFileSync(join(root, README), 'utf8'), markedTable(MARK, supportedTable(root)));
  return [{ file: README, text, command: 'pnpm -C tools/workspace tables' }];
}

function supportedTable(root: string): string {
  const rows = supportFolders(root).flatMap(({ dir, name }) =>
    Object.entries(readCompat(join(root, dir))).map(([library, versions]) => {
      const { allow, refuse, review } = readVerdicts(join(root, dir), library) ?? { allow: 0, refuse: 0, review: 0 };
      return `| ${library} | ${versions.join(', ')} | [\`${name}\`](${dir}/README.md) | ${allow} of ${allow + refuse + review} |`;
    }),
  );
  return ['| library | version | package | members allowed |', '|---|---|---|---|', ...rows].join('\n');
}
