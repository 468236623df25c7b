import { readFileSync } from 'node:fs';

/** A code block of the README that runs: its language, and the name behind it. */
export interface ReadmeBlock {
  readonly language: string;
  readonly name: string;
  readonly code: string;
}

const ROOT = new URL('../../../../', import.meta.url);

/**
 * Reads the blocks of the README that have a name: `ts` blocks are files, `sh` blocks are commands of somebody. Nothing
 * in them is replaced but the port 8080, by one that is free.
 */
export function readBlocks(port: number): readonly ReadmeBlock[] {
  const text = readFileSync(new URL('README.md', ROOT), 'utf8');
  return [...text.matchAll(/^```(\w+) (\S+)\n(.*?)^```$/gms)].map(([, language = '', name = '', code = '']) => ({
    language,
    name,
    code: code.replaceAll('8080', String(port)),
  }));
}

/** The `ts` blocks, by the names of their files. */
export function filesOf(blocks: readonly ReadmeBlock[]): ReadonlyMap<string, string> {
  return new Map(blocks.filter(({ language }) => language === 'ts').map(({ name, code }) => [name, code]));
}

/** The commands of a `sh` block, without their comments. Throws when there is no such block. */
export function commandsOf(blocks: readonly ReadmeBlock[], wanted: string): readonly string[] {
  const block = blocks.find(({ language, name }) => language === 'sh' && name === wanted);
  if (block === undefined) throw new Error(`the README has no commands named '${wanted}'`);
  return commandsIn(block.code);
}

/** The commands with which the README of a package, by its folder in `packages`, says that it is installed. Throws when it says none. */
export function installCommands(folder: string): readonly string[] {
  const text = readFileSync(new URL(`packages/${folder}/README.md`, ROOT), 'utf8');
  const [, code] = /^## Install\n\n```sh\n(.*?)^```$/ms.exec(text) ?? [];
  if (code === undefined) throw new Error(`the README of ${folder} does not say how to install it`);
  return commandsIn(code);
}

function commandsIn(code: string): readonly string[] {
  return code
    .split('\n')
    .map((line) => line.replace(/ +#.*$/, '').trim())
    .filter((line) => line !== '');
}
