import type { PackagePlan } from '../surface/package-plan.ts';
import { pascal, remoteName } from './interface-names.ts';
import { isReservedWord } from './reserved-words.ts';

/** What a support package and its parts are called. */
export interface PackageNames {
  /** `ml-matrix` of `@syft-libs/ml-matrix`. */
  readonly slug: string;
  /** What the package exports, and people import: `mlMatrix`. */
  readonly support: string;
  /** The type of what `lib()` gives: `MlMatrixRemote`, or `NdarrayLibraries` where there are several. */
  readonly remote: string;
  /** What the supported libraries are called in a sentence: `ml-matrix 6.15.1`. */
  readonly libraries: string;
}

/** The names of a package: by its library's root where it has one library, else by its own name. */
export function packageNames({ packageName, libraries }: PackagePlan): PackageNames {
  const slug = packageName.slice(packageName.lastIndexOf('/') + 1);
  const [only, ...others] = libraries;
  const isSingle = only !== undefined && others.length === 0;
  const own = isSingle ? only.root : camel(slug);
  return {
    slug,
    support: variableName(own),
    remote: isSingle ? remoteName(own) : `${pascal(own)}Libraries`,
    libraries: listed(libraries.map(({ name, version }) => `${name} ${version}`)),
  };
}

/** A name that a variable may have. */
export function variableName(name: string): string {
  return isReservedWord(name) ? `${name}_` : name;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function camel(slug: string): string {
  return slug.replace(/[^A-Za-z0-9$]+(\w)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase()).replace(/^(?=\d)/, '_');
}
