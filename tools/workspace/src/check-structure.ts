// Holds the workspace to its layout: which package may know which, and how big and how named a file may be.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCompat, supportFolders } from './conformance/compat.ts';
import { checkImports, checkManifest, isSupport } from './dependency-direction.ts';
import { checkShape } from './file-shape.ts';
import { checkSpecialCases, libraryNames } from './special-cases.ts';
import { type Problem, readPackages, report, sourceFiles, workspaceRoot } from './workspace.ts';

/** Every structural problem of the workspace at `root`. */
export function checkStructure(root: string = workspaceRoot): readonly Problem[] {
  const packages = readPackages(root);
  const support = packages.filter(isSupport);
  const libraries = supportFolders(root).flatMap(({ dir }) => Object.keys(readCompat(join(root, dir))));
  const names = support.flatMap((pkg) => libraryNames(pkg, root));
  return packages.flatMap((pkg) => [
    ...checkManifest(pkg),
    ...sourceFiles(pkg, root).flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return [...checkShape(file, text), ...checkImports(pkg, file, text, libraries), ...checkSpecialCases(pkg, file, text, names)];
    }),
  ]);
}

if (import.meta.main) report('structure', checkStructure());
