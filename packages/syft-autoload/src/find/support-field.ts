// The field `syft` of a package.json, by which a support package is found: parsed strictly, since it decides what is imported.
import { isObject, isPackageName, ownField } from './package-file.ts';
import { isRange } from './version-range.ts';

/** What a support package says of itself. */
export interface SupportField {
  /** The contract with the core that it was made for. */
  readonly contract: number;
  /** The libraries that it supports, each with the versions that it is for. */
  readonly libraries: ReadonlyMap<string, string>;
  /** Libraries whose support packages are loaded before this one, where those packages are there. */
  readonly after: readonly string[];
  /** Supports nothing itself: its dependencies do. */
  readonly isCollection: boolean;
}

/** The field, or all that is wrong with it. Each has both keys of its own, so that none is taken from `Object.prototype`. */
export type ParsedField =
  | { readonly field: SupportField; readonly problems: undefined }
  | { readonly field: undefined; readonly problems: readonly string[] };

const KEYS = ['contract', 'libraries', 'after', 'collection'];

export function parseSupportField(value: unknown): ParsedField {
  if (!isObject(value)) return { field: undefined, problems: ['syft is no object'] };
  const contract = ownField(value, 'contract');
  const libraries = ownField(value, 'libraries');
  const after = ownField(value, 'after') ?? [];
  const collection = ownField(value, 'collection') ?? false;
  const problems = Object.keys(value)
    .filter((key) => !KEYS.includes(key))
    .map((key) => `syft has an unknown key, ${key}`);
  if (!Number.isInteger(contract)) problems.push('syft.contract is no integer');
  if (typeof collection !== 'boolean') problems.push('syft.collection is neither true nor false');
  if (collection !== true) problems.push(...libraryProblems(libraries));
  else if (libraries !== undefined) problems.push('syft.libraries stands beside syft.collection');
  if (!isNameList(after)) problems.push('syft.after is no list of package names');
  if (problems.length > 0) return { field: undefined, problems };
  const field = {
    contract: contract as number,
    libraries: new Map(Object.entries((libraries ?? {}) as Readonly<Record<string, string>>)),
    after: after as readonly string[],
    isCollection: collection === true,
  };
  return { field, problems: undefined };
}

function libraryProblems(libraries: unknown): readonly string[] {
  if (!isObject(libraries) || Object.keys(libraries).length === 0) return ['syft.libraries names no library'];
  return Object.entries(libraries).flatMap(([name, range]) => {
    if (!isPackageName(name)) return [`syft.libraries has ${name}, which is no package name`];
    return isRange(range) ? [] : [`syft.libraries has no range of versions for ${name}`];
  });
}

function isNameList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string' && isPackageName(name));
}
