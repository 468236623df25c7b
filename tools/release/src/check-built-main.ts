// Run by the package manager before it packs a package, in that package's folder.
import { staleBuild } from './build-digest.ts';

const stale = staleBuild(process.cwd());
if (stale !== undefined) {
  console.error(`cannot pack ${process.env['npm_package_name'] ?? process.cwd()}: ${stale}\n    run \`npm run build\`, and pack again`);
  process.exitCode = 1;
}
