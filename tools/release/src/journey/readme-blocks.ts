import { readFileSync } from 'node:fs';

/** A code block of the README that runs: its language, and the name behind it. */
export interface ReadmeBlock {
  readonly language: string;
  readonly name: string;
  readonly code: string;
}

const README = new URL('../../../../README.md', import.meta.url);

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

/** The `ts` blocks, by the names of their files. */
export function filesOf(blocks: readonly ReadmeBlock[]): ReadonlyMap<string, string> {
  return new Map(blocks.filter(({ language }) => language === 'ts').map(({ name, code }) => [name, code]));
}

/** The commands of a `sh` block, without their comments. Throws when there is no such block. */
export function commandsOf(blocks: readonly ReadmeBlock[], wanted: string): readonly string[] {
  const block = blocks.find(({ language, name }) => language === 'sh' && name === wanted);
  if (block === undefined) throw new Error(`the README has no commands named '${wanted}'`);
  return block.code
    .split('\n')
    .map((line) => line.replace(/ +#.*$/, '').trim())
    .filter((line) => line !== '');
}
