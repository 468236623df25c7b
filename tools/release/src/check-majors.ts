// A major of a package raises the ranges of those that stand beside it as peers, and changesets gives these a patch: in that patch their
// users would have to change the other package. So whoever breaks a peer says in the same breath that its dependents break.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseChangesetFile } from '@changesets/parse';
import { type PackageJson, type Problem, readPackages, report, workspaceRoot } from '../../workspace/src/workspace.ts';

/** Before its first release a package has no users to break. */
const UNRELEASED = '0.0.0';

/** Every package at `root` that would leave the range of a peer of ours in less than a major. */
export function checkMajors(root: string = workspaceRoot): readonly Problem[] {
  const majors = globSync('.changeset/*.md', { cwd: root })
    .sort()
    .flatMap((file) => parseChangesetFile(readFileSync(join(root, file), 'utf8')).releases.map((release) => ({ ...release, file })))
    .filter(({ type }) => type === 'major');
  const named = new Set(majors.map(({ name }) => name));
  const packages = readPackages(root).map(({ json }) => json as PackageJson & { readonly version: string });
  return majors.flatMap(({ name, file }) => {
    const dependents = packages.filter((json) => json.peerDependencies?.[name] !== undefined && json.version !== UNRELEASED);
    return dependents
      .filter((json) => !named.has(json.name))
      .map((json) => {
        const text = `${json.name} asks for ${name} beside it, and would break with it in a patch`;
        return { file, line: 1, text, fix: `add the line '${json.name}': major` };
      });
  });
}

if (import.meta.main) report('majors', checkMajors());
