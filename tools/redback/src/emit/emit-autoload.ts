// What of a support package autoload needs: the field of its package.json by which it is found, and the module that it imports.
import type { LibraryPlan, PackagePlan } from '../surface/package-plan.ts';
import type { EmittedFile } from './emitted-file.ts';
import { fieldName } from './generated-text.ts';
import { remoteName } from './interface-names.ts';
import { head } from './package-head.ts';
import { packageNames } from './package-names.ts';

/** True where there is something to wait for: a program imports no library that is a module of the package itself. */
export function isAutoloaded({ libraries }: PackagePlan): boolean {
  return ownLibraries(libraries).length > 0;
}

/** The field `syft` of package.json: for which libraries the package is there, and in which versions. */
export function autoloadField({ manifest, libraries }: PackagePlan): object {
  return { contract: manifest.contract, libraries: Object.fromEntries(ownLibraries(libraries).map(({ name, range }) => [name, range])) };
}

/** `src/gen/autoload.ts`: what stands behind `./autoload`, and makes `lib('…')` work by the names of the libraries. */
export function emitAutoload(plan: PackagePlan): EmittedFile {
  const { support } = packageNames(plan);
  const libraries = ownLibraries(plan.libraries);
  const remotes = libraries.map(({ root }) => remoteName(root)).sort();
  const members = libraries.map(({ name, root }) => `    readonly ${fieldName(name)}: ${remoteName(root)};\n`);
  const text = `${head(plan)}
import { registerSupport } from '@syft-libs/ast/autoload';
import { ${support} } from '../support.ts';
import type { ${remotes.join(', ')} } from './remote.ts';

declare module '@syft-libs/ast' {
  interface AutoloadedLibraries {
${members.join('')}  }
}

registerSupport(${support});
`;
  return { path: 'src/gen/autoload.ts', text, kind: 'generated' };
}

function ownLibraries(libraries: readonly LibraryPlan[]): readonly LibraryPlan[] {
  return libraries.filter(({ module }) => module === undefined);
}
