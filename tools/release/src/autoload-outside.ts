// What the README of autoload promises, with its own install: a program loads a library, and its support package is there.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installCommands } from './journey/readme-blocks.ts';
import type { Outside } from './outside.ts';
import { runCommand } from './run-command.ts';

const PROGRAM = `import { autoload } from '@syft-libs/autoload';
import { median } from 'simple-statistics';

await autoload.ready();
console.log(median([3, 1, 2]), autoload.report().supports.map(({ name, state }) => name + ' ' + state).join());
`;

const SAID = '2 @syft-libs/simple-statistics loaded\n';

/** Installs as the README says, and runs a program that loads a library. Throws where its support package does not come along. */
export async function autoloadOutside(outside: Outside, node: string): Promise<void> {
  const folder = outside.empty('autoload');
  for (const command of installCommands('syft-autoload')) await outside.run(folder, command);
  writeFileSync(join(folder, 'program.mjs'), PROGRAM);
  const { output } = await runCommand(node, ['--import', '@syft-libs/autoload', 'program.mjs'], { cwd: folder });
  if (output !== SAID) throw new Error(`the program printed: ${output}`);
}
