// What of a support package autoload needs: the field of its package.json by which it is found, and the entry that it imports.
import type { LibraryPlan, PackagePlan } from '../surface/package-plan.ts';
import { fieldName, quote } from './generated-text.ts';
import { remoteName } from './interface-names.ts';
import { packageNames } from './package-names.ts';

/** True where there is something to wait for: a program imports no library that is a module of the package itself. */
export function isAutoloaded({ libraries }: PackagePlan): boolean {
  return ownLibraries(libraries).length > 0;
}

/** The field `syft` of package.json: for which libraries the package is there, and in which versions. */
export function autoloadField({ manifest, libraries }: PackagePlan): object {
  return { contract: manifest.contract, libraries: Object.fromEntries(ownLibraries(libraries).map(({ name, range }) => [name, range])) };
}

/** `src/autoload.ts`: what stands behind `./autoload`. */
export function emitAutoload(plan: PackagePlan): string {
  const { support } = packageNames(plan);
  const libraries = ownLibraries(plan.libraries);
  const remotes = [...new Set(libraries.map(({ root }) => remoteName(root)))].sort();
  const members = libraries.map(({ name, root }) => `    readonly ${fieldName(name)}: ${remoteName(root)};\n`);
  return `// Makes \`clinic.lib(${quote(libraries[0]?.name as string)})\` work, and types it: for autoload, which imports this beside the library.
import { registerSupport } from '@syft-libs/ast/autoload';
${importTypes(remotes)}
import { ${support} } from './support.ts';

declare module '@syft-libs/ast' {
  interface AutoloadedLibraries {
${members.join('')}  }
}

registerSupport(${support});
`;
}

/** A line as long as the workspace allows, or one for each name. */
function importTypes(names: readonly string[]): string {
  const line = `import type { ${names.join(', ')} } from './gen/remote.ts';`;
  return line.length <= 140 ? line : `import type {\n${names.map((name) => `  ${name},\n`).join('')}} from './gen/remote.ts';`;
}

function ownLibraries(libraries: readonly LibraryPlan[]): readonly LibraryPlan[] {
  return libraries.filter(({ module }) => module === undefined);
}
