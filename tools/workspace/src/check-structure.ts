// Holds the workspace to its layout: which package may know which, and how big and how named a file may be.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkImports, checkManifest, isSupport } from './dependency-direction.ts';
import { checkShape } from './file-shape.ts';
import { type Problem, readPackages, report, sourceFiles, workspaceRoot } from './workspace.ts';

/** Every structural problem of the workspace at `root`. */
export function checkStructure(root: string = workspaceRoot): readonly Problem[] {
  const packages = readPackages(root);
  const libraries = packages.filter(isSupport).map(({ json }) => json.name.split('/')[1] ?? json.name);
  return packages.flatMap((pkg) => [
    ...checkManifest(pkg),
    ...sourceFiles(pkg, root).flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return [...checkShape(file, text), ...checkImports(pkg, file, text, libraries)];
    }),
  ]);
}

if (import.meta.main) report('structure', checkStructure());
