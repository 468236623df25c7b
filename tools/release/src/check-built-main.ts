// Run by the package manager before it packs a package, in that package's folder; with `--all` for each package that is published, since
// changesets keeps to itself what is said while it packs.
import { join } from 'node:path';
import { readPackages } from '../../workspace/src/workspace.ts';
import { staleBuild } from './build-digest.ts';
import { workspaceRoot } from './workspace-copy.ts';

const all = readPackages(workspaceRoot).filter(({ json }) => json.private !== true);
const folders = process.argv.includes('--all') ? all.map(({ dir }) => join(workspaceRoot, dir)) : [process.cwd()];
for (const folder of folders) {
  const stale = staleBuild(folder);
  if (stale === undefined) continue;
  console.error(`cannot pack ${folder}: ${stale}\n    run \`npm run build\`, and pack again`);
  process.exitCode = 1;
}
