import type { WorkspacePackage } from '../workspace.ts';

/** What packages are of, by their Nx tag `kind:<kind>`. Those of one kind look alike. */
export const KINDS = ['core', 'support', 'tool', 'internal'] as const;

export type PackageKind = (typeof KINDS)[number];

const TAG = 'kind:';

/** The kind that a package's tags name; `undefined` where they name none, several, or one that is not known. */
export function kindOf({ json }: WorkspacePackage): PackageKind | undefined {
  const named = (json.nx?.tags ?? []).filter((tag) => tag.startsWith(TAG)).map((tag) => tag.slice(TAG.length));
  return named.length === 1 ? KINDS.find((kind) => kind === named[0]) : undefined;
}
