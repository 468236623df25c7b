// The one skeleton of support packages is what RedBack would emit for them today.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FolderTree } from '../../../redback/src/generators/tree.ts';
import { parseSnapshot, snapshotPath } from '../../../redback/src/snapshot-file/snapshot-file.ts';
import { derivePackage, ownFiles } from '../../../redback/src/sync/derive-package.ts';
import { readDecisions } from '../../../redback/src/sync/load-decisions.ts';
import { packageNameOf } from '../../../redback/src/sync/package-name.ts';
import { type PackageJson, restoreSupport } from '../workspace.ts';
import type { Json, Skeleton } from './skeleton.ts';

/** Emitted once, and the same in every package. */
const TEXTS = ['tsconfig.json', 'tsup.config.ts', 'vitest.config.ts', 'src/index.ts'];

/** Emitted once, and built alike in every package. */
const SHAPES = ['src/runtime.ts', 'src/support.ts', 'support.config.ts', 'test/conformance.test.ts', 'test/twin.test.ts'];

/** How the support package `dir`, relative to `root`, has to look. Throws what reading its decisions and its crawl throws. */
export function supportSkeleton(dir: string, root: string): Skeleton {
  const folder = join(root, dir);
  const tree = new FolderTree(folder);
  const decisions = readDecisions(folder);
  const snapshots = decisions.libraries.map((library) => {
    const file = snapshotPath(library.root);
    return parseSnapshot(readFileSync(join(folder, file), 'utf8'), file);
  });
  const derived = derivePackage({ name: packageNameOf(tree), decisions, snapshots });
  const files = new Map(ownFiles(derived).map(({ path, text }) => [path, text]));
  const among = (paths: readonly string[]): Readonly<Record<string, string>> => {
    return Object.fromEntries(paths.flatMap((path) => (files.has(path) ? [[path, files.get(path) as string]] : [])));
  };
  const readme = files.get('README.md') as string;
  return {
    packageJson: packageJson(files.get('package.json') as string, readFileSync(join(folder, 'package.json'), 'utf8')),
    texts: among(TEXTS),
    shapes: among(SHAPES),
    files: [...files.keys()].filter((path) => !TEXTS.includes(path) && !SHAPES.includes(path)),
    // `types/` is where people declare what a library does not.
    mayHave: ['CHANGELOG.md', 'types'],
    headings: [...readme.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading as string),
    tables: [...readme.matchAll(/<!-- generated: ([\w-]+) -->/g)].map(([, mark]) => mark as string),
    mostSources: 8,
    restore: restoreSupport(dir),
  };
}

/** The emitted package.json with the package's own version, its libraries from the catalog, and the declarations that they lack. */
function packageJson(emitted: string, current: string): Json {
  const expected = JSON.parse(emitted) as Json & Required<Pick<PackageJson, 'dependencies' | 'devDependencies'>>;
  const { version, devDependencies = {} } = JSON.parse(current) as PackageJson & { readonly version: string };
  const declarations = Object.entries(devDependencies).filter(([name]) => name.startsWith('@types/'));
  return {
    ...expected,
    version,
    dependencies: Object.fromEntries(Object.keys(expected.dependencies).map((name) => [name, 'catalog:'])),
    devDependencies: { ...expected.devDependencies, ...Object.fromEntries(declarations) },
  };
}
