import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PNPM } from '../generators/support-package/install.ts';

/** How a person starts programs on this machine, from the folder that they are in. */
export interface CommandsHere {
  readonly pnpm: string;
  readonly redback: string;
}

/** Whoever runs the source is in the project's own workspace, which has a script for it. */
const isSource = import.meta.url.endsWith('.ts');

/** What is on the path by itself; through npx, by its full name, what is not. */
export function commandsHere(path = process.env['PATH'] ?? ''): CommandsHere {
  const pnpm = isOnPath('pnpm', path) ? 'pnpm' : `npx --yes ${PNPM}`;
  if (isSource) return { pnpm, redback: `${pnpm} redback` };
  return { pnpm, redback: isOnPath('redback', path) ? 'redback' : 'npx @syft-libs/redback' };
}

/** A text whose commands, each between backticks, can be typed here as they stand. */
export function typable(text: string, here = commandsHere()): string {
  return text.replace(/`(pnpm|redback)(?= )/g, (_, name: keyof CommandsHere) => `\`${here[name]}`);
}

/** Package managers put folders of their own onto the path of what they run; a person's shell has none of them. */
function isOnPath(name: string, path: string): boolean {
  const folders = path.split(delimiter).filter((folder) => folder !== '' && !/[\\/](?:node_modules|_npx)[\\/]/.test(`${folder}/`));
  return folders.some((folder) => ['', '.cmd', '.exe'].some((end) => existsSync(join(folder, `${name}${end}`))));
}
