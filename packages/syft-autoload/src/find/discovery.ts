// Which support packages an application has: those among the dependencies of its own packages, and of the installed packages that it
// loads. No folder is listed, and nothing is looked for that no package.json names.
import { CONTRACT } from '@syft-libs/ast/autoload';
import { findInstalled, type PackagePlace, workspaceRoot } from './locate-package.ts';
import { type PackageFile, readPackageFile } from './package-file.ts';
import { parseSupportField, type SupportField } from './support-field.ts';

/** A support package that is installed. */
export interface InstalledSupport {
  readonly file: PackageFile;
  /** The folder of the package among whose dependencies it was found. */
  readonly askedBy: string;
  readonly field: SupportField;
  /** Why it is not to be loaded; `undefined` where nothing speaks against it. */
  readonly problem: string | undefined;
}

const NO_FIELD: SupportField = { contract: CONTRACT, libraries: new Map(), after: [], isCollection: false };

/** Of an installed package only dependencies of such names are looked at; of an application's own packages all. */
const TELLING_NAME = /syft/i;

export class Discovery {
  /** Every support package that was found, by its folder. */
  readonly supports = new Map<string, InstalledSupport>();
  /** Every package that was looked at, by its name: there may be several copies. */
  readonly #byName = new Map<string, PackageFile[]>();
  readonly #files = new Map<string, PackageFile | undefined>();
  readonly #looked = new Set<string>();

  /** Takes note of a package that the program loads, and of the support packages among its dependencies. */
  look({ dir, isInstalled }: PackagePlace): void {
    if (this.#looked.has(dir)) return;
    this.#looked.add(dir);
    const file = this.#read(dir);
    if (file === undefined) return;
    this.#byName.set(file.name, [...(this.#byName.get(file.name) ?? []), file]);
    this.#takeSupport(file, dir);
    const names = isInstalled
      ? file.dependencies.filter((name) => TELLING_NAME.test(name))
      : [...file.dependencies, ...file.devDependencies];
    this.#lookBeside(file, names);
    const root = isInstalled ? undefined : workspaceRoot(dir);
    if (root !== undefined) this.look({ dir: root, isInstalled: false });
  }

  /** The copies of a library that the program has loaded. */
  copiesOf(library: string): readonly PackageFile[] {
    return this.#byName.get(library) ?? [];
  }

  /** True when the program has loaded the package itself. */
  isLoaded({ file }: InstalledSupport): boolean {
    return this.#looked.has(file.dir);
  }

  /** The support packages for a library. */
  supportsOf(library: string): readonly InstalledSupport[] {
    return [...this.supports.values()].filter(({ field }) => field.libraries.has(library));
  }

  /** The copy of a package that a module in `dir` would find, loaded or not. */
  installed(name: string, dir: string): PackageFile | undefined {
    const found = findInstalled(name, dir);
    return found === undefined ? undefined : this.#read(found);
  }

  #lookBeside(file: PackageFile, names: readonly string[]): void {
    for (const name of names) {
      const dependency = this.installed(name, file.dir);
      if (dependency !== undefined) this.#takeSupport(dependency, file.dir);
    }
  }

  #takeSupport(file: PackageFile, askedBy: string): void {
    if (file.syft === undefined || this.supports.has(file.dir)) return;
    const support = { ...supportOf(file), askedBy };
    this.supports.set(file.dir, support);
    if (support.field.isCollection) this.#lookBeside(file, file.dependencies);
  }

  #read(dir: string): PackageFile | undefined {
    if (!this.#files.has(dir)) this.#files.set(dir, readPackageFile(dir));
    return this.#files.get(dir);
  }
}

function supportOf(file: PackageFile): Omit<InstalledSupport, 'askedBy'> {
  const parsed = parseSupportField(file.syft);
  if ('problems' in parsed) return { file, field: NO_FIELD, problem: `its package.json is wrong: ${parsed.problems.join('; ')}` };
  const { field } = parsed;
  const fits = field.contract === CONTRACT;
  return { file, field, problem: fits ? undefined : `it was made for contract ${field.contract}, the core has ${CONTRACT}` };
}
