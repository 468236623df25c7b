// A block of the README as the kind of program that somebody makes of it. Its words stay; only what an older engine or CommonJS needs changes.
import { transform } from 'esbuild';

/** `ts`: as it stands. `mjs`: compiled, with `await using` written out for Node 22. `cjs`: imports by `require`, the rest in an async function. */
export type ProgramForm = 'ts' | 'mjs' | 'cjs';

const IMPORT = /^import .* from '.*';.*$/;

/** The text of the program, for a file whose name ends with the form. */
export async function inForm(code: string, form: ProgramForm): Promise<string> {
  if (form === 'ts') return code;
  const text = form === 'cjs' ? inAsyncFunction(code) : code;
  const made = await transform(text, { loader: 'ts', format: form === 'cjs' ? 'cjs' : 'esm', target: 'node22' });
  return made.code;
}

/** CommonJS has no `await` at the top. Throws when an import is written over several lines. */
function inAsyncFunction(code: string): string {
  const lines = code.split('\n');
  const rest = lines.filter((line) => !IMPORT.test(line));
  if (rest.some((line) => line.startsWith('import '))) throw new Error('cannot make CommonJS of an import that spans lines');
  const imports = lines.filter((line) => IMPORT.test(line));
  return [...imports, 'async function main() {', ...rest, '}', 'main();', ''].join('\n');
}
