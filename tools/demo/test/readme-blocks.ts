import { readFileSync } from 'node:fs';

/** A code block of the README that runs: its language, and the name behind it. */
export interface ReadmeBlock {
  readonly language: string;
  readonly name: string;
  readonly code: string;
}

const README = new URL('../../../README.md', import.meta.url);

/**
 * Reads the blocks of the README that have a name: `ts` blocks are files, `sh` blocks are commands of somebody. Nothing
 * in them is replaced but the port 8080, by one that is free.
 */
export function readBlocks(port: number): readonly ReadmeBlock[] {
  const text = readFileSync(README, 'utf8');
  return [...text.matchAll(/^```(\w+) (\S+)\n(.*?)^```$/gms)].map(([, language = '', name = '', code = '']) => ({
    language,
    name,
    code: code.replaceAll('8080', String(port)),
  }));
}

/** The commands of a block, without their comments. */
export function commandsOf({ code }: ReadmeBlock): readonly string[] {
  return code
    .split('\n')
    .map((line) => line.replace(/ +#.*$/, '').trim())
    .filter((line) => line !== '');
}
