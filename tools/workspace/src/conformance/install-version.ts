import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { workspaceRoot } from '../workspace.ts';

/** A folder of its own with one version of a library; gone when disposed of. */
export interface InstalledVersion extends AsyncDisposable {
  readonly folder: string;
}

/**
 * Installs a version of a library with npm, outside of the workspace and without running any script of its packages. What the
 * workspace replaces by a stub is replaced here too. Throws when npm fails or another version comes.
 */
export async function installVersion(library: string, version: string): Promise<InstalledVersion> {
  // Resolvers tell of real paths.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'syft-version-')));
  const dispose = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const json = { private: true, dependencies: { [library]: version }, overrides: stubs() };
    await writeFile(join(folder, 'package.json'), JSON.stringify(json, null, 2));
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--install-links'];
    await promisify(execFile)('npm', ['install', ...flags], { cwd: folder, timeout: 300_000 });
    const installed = JSON.parse(readFileSync(join(folder, 'node_modules', library, 'package.json'), 'utf8')) as {
      readonly version: string;
    };
    if (installed.version !== version) throw new Error(`cannot install ${library} ${version}: npm gave ${installed.version}`);
  } catch (error) {
    await dispose();
    throw error;
  }
  return { folder, [Symbol.asyncDispose]: dispose };
}

/** Packages for which the workspace has a stub, as npm's overrides. */
function stubs(root: string = workspaceRoot): Readonly<Record<string, string>> {
  const file = join(root, 'pnpm-workspace.yaml');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return Object.fromEntries(
    [...text.matchAll(/^ {2}['"]?([^\s'":]+)['"]?: link:(\S+)$/gm)].map(([, name, path]) => [name, `file:${join(root, path as string)}`]),
  );
}
