import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SyftError } from '@syft-libs/ast';
import { runProgram } from './run-program.ts';

/** What the workspace of Syft libs makes `@syft-libs/all` with, of every support package that it has. */
const GENERATOR = 'tools/release/src/all/generate-all-main.ts';

/** Adds a package that was just written to the one that installs them all. Throws `INTERNAL` where that fails. */
export async function joinAll(root: string): Promise<void> {
  if (!existsSync(join(root, GENERATOR))) return;
  const { code } = await runProgram(process.execPath, [GENERATOR], root);
  if (code !== 0)
    throw new SyftError('INTERNAL', `cannot add the package to @syft-libs/all: \`node ${GENERATOR}\` failed; run it to see why`);
}
