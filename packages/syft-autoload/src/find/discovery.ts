// Which support packages an application has: those among the dependencies of its own packages, and of the installed packages that it
// loads. No folder is listed, and nothing is looked for that no package.json names.
import { sep } from 'node:path';
import { CONTRACT } from '@syft-libs/ast/autoload';
import { findInstalled, type PackagePlace, workspaceRoot } from './locate-package.ts';
import { type Refusal, refuseStrangers, writablePlacesOf } from './ownership.ts';
import { isPackageName, type PackageFile, readPackageFile } from './package-file.ts';
import { parseSupportField, type SupportField } from './support-field.ts';

/** A support package that is installed. */
export interface InstalledSupport {
  readonly file: PackageFile;
  /** The folder of the package among whose dependencies it was found. */
  readonly askedBy: string;
  readonly field: SupportField;
  /** Why it is not to be loaded; `undefined` where nothing speaks against it. */
  readonly refusal: Refusal | undefined;
}

const NO_FIELD: SupportField = { contract: CONTRACT, libraries: new Map(), after: [], isCollection: false };

/** Of an installed package only dependencies of such names are looked at; of an application's own packages all. */
const TELLING_NAME = /syft/i;

export class Discovery {
  /** Every support package that was found, by its folder. */
  readonly supports = new Map<string, InstalledSupport>();
  /** What was not looked at, and why, in sentences. */
  readonly notes = new Set<string>();
  /** Every package that was looked at, by its name: there may be several copies. */
  readonly #byName = new Map<string, PackageFile[]>();
  readonly #files = new Map<string, PackageFile | undefined>();
  readonly #looked = new Set<string>();
  /** The roots of workspaces: for packages in them nothing is looked for above. */
  readonly #roots: string[] = [];

  /** Takes note of a package that the program loads, and of the support packages among its dependencies. */
  look({ dir, isInstalled, refusal }: PackagePlace): void {
    if (refusal !== undefined) this.notes.add(`${dir} is not looked at: ${refusal.reason}; to do: ${refusal.todo}`);
    if (refusal !== undefined || this.#looked.has(dir)) return;
    this.#looked.add(dir);
    const file = this.#read(dir);
    if (file === undefined) return;
    this.#byName.set(file.name, [...(this.#byName.get(file.name) ?? []), file]);
    // What the program loads runs already, whoever wrote it.
    this.#takeSupport(file, dir, undefined);
    const root = isInstalled ? undefined : workspaceRoot(dir);
    if (root !== undefined && root.refusal === undefined) this.#roots.push(root.dir);
    const names = isInstalled
      ? file.dependencies.filter((name) => TELLING_NAME.test(name))
      : [...file.dependencies, ...file.devDependencies];
    this.#lookBeside(file, names);
    if (root !== undefined) this.look(root);
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
    return found === undefined ? undefined : this.#read(found.dir);
  }

  #lookBeside({ dir: askedBy }: PackageFile, names: readonly string[]): void {
    const last = this.#roots.find((root) => askedBy === root || askedBy.startsWith(root + sep));
    for (const name of names) {
      const found = findInstalled(name, askedBy, last);
      const file = found === undefined ? undefined : this.#read(found.dir);
      if (found === undefined || file === undefined) continue;
      this.#takeSupport(file, askedBy, () =>
        refuseStrangers(new Set([...writablePlacesOf(found.dir), ...writablePlacesOf(found.place)]), askedBy),
      );
    }
  }

  #takeSupport(file: PackageFile, askedBy: string, refuse: (() => Refusal | undefined) | undefined): void {
    if (file.syft === undefined || this.supports.has(file.dir)) return;
    const support = supportOf(file, askedBy, refuse?.());
    this.supports.set(file.dir, support);
    if (support.field.isCollection && support.refusal === undefined) this.#lookBeside(file, file.dependencies);
  }

  #read(dir: string): PackageFile | undefined {
    if (!this.#files.has(dir)) this.#files.set(dir, readPackageFile(dir));
    return this.#files.get(dir);
  }
}

/** True for the packages of this project, whose scope nobody else can publish to. */
export function isOurs({ file }: InstalledSupport): boolean {
  return file.name.startsWith('@syft-libs/');
}

function supportOf(file: PackageFile, askedBy: string, stranger: Refusal | undefined): InstalledSupport {
  const { field = NO_FIELD, problems } = parseSupportField(file.syft);
  const reason = problems === undefined ? misfitOf(file, field) : `its package.json is wrong: ${problems.join('; ')}`;
  const refusal = reason === undefined ? undefined : { reason, todo: `install another version of ${file.name}` };
  return { file, askedBy, field, refusal: stranger ?? refusal };
}

function misfitOf({ name }: PackageFile, { contract }: SupportField): string | undefined {
  if (!isPackageName(name)) return 'its package.json is wrong: its name is no package name';
  return contract === CONTRACT ? undefined : `it was made for contract ${contract}, the core has ${CONTRACT}`;
}
