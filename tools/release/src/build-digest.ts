// A build leaves a note of what it was made from, and a package whose sources say something else by now is not packed.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Beside `dist`, so that it is not published. */
const NOTE = '.built';

/** What a build reads: of the package, and of the workspace around it, whose lockfile stands for all that is bundled. */
const OWN = ['src/**/*', 'build/**/*', '*.config.ts', 'package.json', 'manifest.json', 'tsconfig.json'];
const SHARED = ['tsup.preset.ts', 'tsconfig.base.json', 'pnpm-lock.yaml', 'tools/release/src/build-digest.ts'];

/** Notes what the build of the package in `folder` was made from. */
export function noteBuild(folder: string): void {
  writeFileSync(join(folder, NOTE), `${digestSources(folder)}\n`);
}

/** Why the build of the package in `folder` is not one of its sources; `undefined` if it is. */
export function staleBuild(folder: string): string | undefined {
  const note = join(folder, NOTE);
  if (!existsSync(note)) return 'it was not built, or its last build did not end well';
  if (readFileSync(note, 'utf8').trim() !== digestSources(folder)) return 'its build is older than its sources';
  const missing = entryFiles(folder).find((file) => !existsSync(join(folder, file)));
  return missing === undefined ? undefined : `its build has no ${missing}`;
}

/** One digest over the names and bytes of everything that the build reads. */
function digestSources(folder: string): string {
  const root = join(folder, '../..');
  const own = globSync(OWN, { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = [...own.map(({ parentPath, name }) => join(parentPath, name)), ...SHARED.map((file) => join(root, file))];
  const hash = createHash('sha256');
  for (const file of files.filter((path) => existsSync(path)).sort()) {
    hash.update(`${relative(root, file)}\0${createHash('sha256').update(readFileSync(file)).digest('hex')}\n`);
  }
  return hash.digest('hex');
}

/** The files that the published package.json points to. */
export function entryFiles(folder: string): readonly string[] {
  const json = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly bin?: unknown;
    readonly publishConfig?: { readonly exports?: unknown };
  };
  const text = JSON.stringify([json.bin, json.publishConfig?.exports]);
  return [...text.matchAll(/"(\.\/dist\/[^"*]+)"/g)].map(([, file = '']) => file);
}
