/** The library under study, inside the cage: loaded entry point by entry point, walked as a whole. */
import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { nameOf } from '../../cage/inside/channel.ts';
import type { ToldEntryPoint } from '../runtime-walk.ts';
import { GlobalWatch } from './global-watch.ts';
import { noteGenerated, startRun } from './instruments.ts';
import { ExportWalk } from './walk-exports.ts';

const PREFIX = 'library:';
/** Of a load elsewhere: any but those that calls start from. */
const OTHER_SEED = 7;
const OTHER_CLOCK = 1_500_000_000_000;
const { apply } = Reflect;
const settleAll = Promise.allSettled;

export interface LibraryInput {
  readonly name: string;
  readonly root: string;
  /** The folder from which the library is resolved. */
  readonly from: string;
  /** `import`: nothing is required as well. */
  readonly only?: 'import';
  readonly elsewhere?: true;
}

/** Made before the library is loaded, since it needs the loader's hooks, which are held back later. */
export class LoadedLibrary {
  #require: NodeJS.Require = createRequire(import.meta.url);
  #base = '';
  #input: LibraryInput | undefined;
  #walk: ExportWalk | undefined;

  constructor() {
    registerHooks({
      resolve: (specifier, context, next) => {
        // Code that was made of text.
        if (/^(?:data|blob):/.test(specifier)) noteGenerated();
        return specifier.startsWith(PREFIX)
          ? next(specifier.slice(PREFIX.length), { ...context, parentURL: this.#base })
          : next(specifier, context);
      },
    });
  }

  get walk(): ExportWalk {
    if (this.#walk === undefined) throw new TypeError('no library is open');
    return this.#walk;
  }

  open(input: LibraryInput): void {
    this.#input = input;
    this.#base = pathToFileURL(`${input.from}/`).href;
    this.#require = createRequire(`${input.from}/`);
    this.#walk = new ExportWalk(input.root);
    if (input.elsewhere === true) startRun(OTHER_SEED, OTHER_CLOCK);
  }

  /** Loads and walks one entry point both ways. What throws is told by name; what one way gives is kept. */
  async load(subpath: string): Promise<ToldEntryPoint> {
    if (this.#input === undefined) throw new TypeError('no library is open');
    const specifier = this.#input.name + subpath.slice(1);
    const globals = new GlobalWatch('platform');
    const roots: unknown[] = [];
    const required = this.#input.only === 'import' ? {} : this.#attempt(() => this.#require(specifier));
    const [imported] = await apply(settleAll, Promise, [[import(PREFIX + specifier)]]);
    if (imported?.status === 'fulfilled') roots.push(imported.value, ...defaultsOf(imported.value as object));
    if ('value' in required) roots.push(required.value);
    this.walk.addEntryPoint(subpath, roots);
    const isImported = imported?.status === 'fulfilled';
    const reason: unknown = imported?.status === 'rejected' ? imported.reason : undefined;
    const loads = isImported ? ('value' in required ? 'both' : 'import') : 'value' in required ? 'require' : 'none';
    const problem = loads === 'none' ? `throws ${nameOf(reason)}` : this.walk.isCutShort ? 'cut short' : null;
    return { subpath, loads, problem, patches: globals.patched() };
  }

  #attempt(load: () => unknown): { readonly value: unknown } | { readonly error: string } {
    try {
      return { value: load() };
    } catch (error) {
      return { error: nameOf(error) };
    }
  }
}

/** `default`, and the whole of a CommonJS module, of a namespace object. */
function defaultsOf(namespace: object): readonly unknown[] {
  return ['default', 'module.exports'].flatMap((name) => {
    const descriptor = Reflect.getOwnPropertyDescriptor(namespace, name);
    return descriptor === undefined ? [] : [descriptor.value as unknown];
  });
}
