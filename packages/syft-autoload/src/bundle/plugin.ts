// What the loader's hook does in Node, at build time: no hook sees what a bundler has put together.
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Discovery, type InstalledSupport } from '../find/discovery.ts';
import { nearestPackage, PackagePlaces } from '../find/locate-package.ts';
import { SupportQueue } from '../load/support-queue.ts';
import { importedPackages } from './imported-packages.ts';

export interface AutoloadPluginOptions {
  /** The folder of the application. Default: Vite's root, else the current folder. */
  readonly root?: string;
}

/** What of a bundler's context the plugin uses. */
interface BuildContext {
  parse(code: string): unknown;
  resolve(source: string, importer: string, options: { readonly skipSelf: boolean }): Promise<{ readonly id: string } | null>;
  warn(message: string): void;
}

/** A plugin for Vite and for Rollup. */
export interface AutoloadPlugin {
  readonly name: string;
  configResolved(config: { readonly root: string }): void;
  resolveId(this: BuildContext, source: string): Promise<{ readonly id: string } | null>;
  transform(this: BuildContext, code: string, id: string): { readonly code: string; readonly map: null } | null;
}

/** How an added import names a support package: by its folder, so that every module may import it, whatever its own package may see. */
const PREFIX = 'syft-autoload:';

/**
 * Gives each module that imports a supported library, or its support package, imports of the support packages' `./autoload`, that of a
 * dependency first. Of a library in another version than its support package is for it warns, and adds nothing.
 */
export function autoload(options: AutoloadPluginOptions = {}): AutoloadPlugin {
  const places = new PackagePlaces();
  const discovery = new Discovery();
  const warned = new Set<string>();
  let root = options.root ?? process.cwd();
  let isRooted = false;

  function lookAtApplication(): void {
    if (isRooted) return;
    isRooted = true;
    const application = nearestPackage(root);
    if (application !== undefined) discovery.look(application);
  }

  function warnOnce(messages: Iterable<string>, warn: (message: string) => void): void {
    for (const message of messages) {
      if (!warned.has(message)) warn(message);
      warned.add(message);
    }
  }

  /** The support packages that a module asks for, in their order. */
  function supportsFor(names: readonly string[], dir: string, warn: (message: string) => void): readonly InstalledSupport[] {
    const queue = new SupportQueue(discovery, 0);
    for (const name of names) queue.fillFor(name, dir);
    const refused = queue.report().filter(({ state }) => state === 'refused');
    warnOnce(
      refused.map(({ name, reason, todo }) => `${name} is not loaded: ${reason}; ${todo}`),
      warn,
    );
    return queue.take();
  }

  return {
    name: 'syft-autoload',
    configResolved(config) {
      root = options.root ?? config.root;
    },
    async resolveId(source) {
      if (!source.startsWith(PREFIX)) return null;
      const support = discovery.supports.get(source.slice(PREFIX.length));
      if (support === undefined) return null;
      return this.resolve(`${support.file.name}/autoload`, join(support.askedBy, 'package.json'), { skipSelf: true });
    },
    transform(code, id) {
      const file = id.split('?')[0] as string;
      if (file.startsWith('\0') || !file.startsWith('/')) return null;
      lookAtApplication();
      const place = places.of(pathToFileURL(file).href);
      if (place !== undefined) discovery.look(place);
      warnOnce(discovery.notes, (message) => this.warn(message));
      const names = importedPackages(code, namesOf(discovery), (text) => this.parse(text));
      const supports = names.length === 0 ? [] : supportsFor(names, dirname(file), (message) => this.warn(message));
      if (supports.length === 0) return null;
      // After the module's own imports, on lines of their own, so that whatever maps the module to its source still does.
      return { code: `${code}\n${supports.map(({ file: { dir } }) => `import ${JSON.stringify(PREFIX + dir)};\n`).join('')}`, map: null };
    },
  };
}

/** The packages that are worth looking for. */
function namesOf({ supports }: Discovery): readonly string[] {
  return [...supports.values()].flatMap(({ file, field }) => [file.name, ...field.libraries.keys()]);
}
