// What the README of autoload promises, with its own install: a program loads a library, and its support package is there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outside } from './outside.ts';
import { runCommand } from './run-command.ts';
import { workspaceRoot } from './workspace-copy.ts';

const PROGRAM = `import { autoload } from '@syft-libs/autoload';
import { median } from 'simple-statistics';

await autoload.ready();
console.log(median([3, 1, 2]), autoload.report().supports.map(({ name, state }) => name + ' ' + state).join());
`;

const SAID = '2 @syft-libs/simple-statistics loaded\n';

/** Installs as the README says, and runs a program that loads a library. Throws where its support package does not come along. */
export async function autoloadOutside(outside: Outside, node: string): Promise<void> {
  const folder = outside.empty('autoload');
  const readme = readFileSync(join(workspaceRoot, 'packages/syft-autoload/README.md'), 'utf8');
  const [, install = ''] = /^## Install\n\n```sh\n(.*)\n```$/m.exec(readme) ?? [];
  await outside.run(folder, install);
  writeFileSync(join(folder, 'program.mjs'), PROGRAM);
  const { output } = await runCommand(node, ['--import', '@syft-libs/autoload', 'program.mjs'], { cwd: folder });
  if (output !== SAID) throw new Error(`the program printed: ${output}`);
}
