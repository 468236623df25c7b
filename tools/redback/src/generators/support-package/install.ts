import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SyftError } from '@syft-libs/ast';
import { runProgram } from './run-program.ts';

/** Installs what the package.json in a folder asks for. Throws `INTERNAL` where that fails. */
export type Install = (folder: string) => Promise<void>;

/** The version that this is known to work with. */
export const PNPM = 'pnpm@12.21.0';

/** pnpm for a workspace of pnpm's: the one on the path, else the version that this is known to work with, through npx. */
export const installWithPnpm: Install = async (folder) => {
  const args = ['install', '--no-frozen-lockfile'];
  const { code } = await runProgram('pnpm', ['--version'], folder);
  const isThere = code === 0;
  await run(isThere ? 'pnpm' : 'npx', isThere ? args : ['--yes', PNPM, ...args], folder);
};

/** npm, or the package manager whose lockfile is there. No script of a package is run. */
export const installWithNpm: Install = async (folder) => {
  if (existsSync(join(folder, 'pnpm-lock.yaml'))) return installWithPnpm(folder);
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
};

async function run(file: string, args: readonly string[], folder: string): Promise<void> {
  const { code } = await runProgram(file, args, folder);
  if (code === 0) return;
  const command = [file, ...args].join(' ');
  throw new SyftError('INTERNAL', `cannot install: \`${command}\` failed; run it in the package's folder to see why`);
}
