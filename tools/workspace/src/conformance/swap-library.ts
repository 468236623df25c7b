import { appendFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Which library to take from elsewhere. Handed to the test run in an environment variable, and from there to two places that
 * resolve imports: vite, for what it transforms, and Node, for what code asks of `require`.
 */
export interface Swap {
  /** The npm package. */
  readonly library: string;
  /** A folder whose `node_modules` has the other version. */
  readonly folder: string;
  /** A file that is told each module which was taken from there: the proof that the other version ran. */
  readonly taken: string;
}

const VARIABLE = 'SYFT_SWAP_LIBRARY';

/** The environment that makes a test run take a library from elsewhere. */
export function swapEnvironment(swap: Swap): Readonly<Record<string, string>> {
  return { [VARIABLE]: JSON.stringify(swap) };
}

/** What the environment asks for; `undefined` when it asks for nothing. */
export function readSwap(): Swap | undefined {
  const text = process.env[VARIABLE];
  return text === undefined ? undefined : (JSON.parse(text) as Swap);
}

function isOf({ library }: Swap, specifier: string): boolean {
  return specifier === library || specifier.startsWith(`${library}/`);
}

/** Resolves imports of the library as if a file in the other folder had made them. */
export function swapPlugin(swap: Swap): Plugin {
  return {
    name: 'swap-library',
    enforce: 'pre',
    async resolveId(source, _importer, options) {
      if (!isOf(swap, source)) return null;
      const resolved = await this.resolve(source, importerOf(swap), { ...options, skipSelf: true });
      if (resolved === null) throw new Error(`cannot find ${source} where the other version is`);
      noteTaken(swap, resolved.id);
      return resolved;
    },
  };
}

/** Does the same for what Node itself resolves in this process. */
export function swapInNode(swap: Swap): void {
  const importer = pathToFileURL(importerOf(swap)).href;
  const require = createRequire(importer);
  registerHooks({
    resolve(specifier, context, next) {
      // The other version's own modules find their way by themselves.
      if (!isOf(swap, specifier) || context.parentURL?.startsWith(dirname(importer)) === true) return next(specifier, context);
      const found = context.conditions.includes('require')
        ? { url: pathToFileURL(require.resolve(specifier)).href, shortCircuit: true }
        : next(specifier, { ...context, parentURL: importer });
      noteTaken(swap, fileURLToPath(found.url));
      return found;
    },
  });
}

/** A file that is there: a resolver falls back to its own folder for an importer that is not. */
function importerOf({ folder }: Swap): string {
  return join(folder, 'package.json');
}

/** Throws when a module is not of the other version. */
function noteTaken({ library, folder, taken }: Swap, file: string): void {
  if (!file.startsWith(join(folder, 'node_modules')))
    throw new Error(`cannot take ${library} from where the other version is: got another one`);
  appendFileSync(taken, `${file}\n`);
}
