// Packs one package as it would be published and lets publint and attw judge the tarball; code of others in it needs their notices.
// Run in the folder of the package, after its build.
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { checkNotices } from './third-party-notices.ts';
import { report, workspaceRoot } from './workspace.ts';

/** Entry points without declarations of their own. */
const untyped = ['./manifest.json', './package.json'];

async function lintTarball(tarball: string): Promise<readonly string[]> {
  const bytes = readFileSync(tarball);
  const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const { messages, pkg } = await publint({ pack: { tarball: data }, strict: true });
  return messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code);
}

async function checkPackage(scratch: string): Promise<boolean> {
  execFileSync('pnpm', ['pack', '--pack-destination', scratch], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [name] = globSync('*.tgz', { cwd: scratch });
  if (name === undefined) throw new Error('cannot check the package: `pnpm pack` wrote no tarball');
  const tarball = join(scratch, name);
  const messages = await lintTarball(tarball);
  for (const message of messages) console.error(`${relative(workspaceRoot, process.cwd())}/package.json:1: ${message}`);
  const attw = createRequire(import.meta.url)
    .resolve('@arethetypeswrong/cli/package.json')
    .replace('package.json', 'dist/index.js');
  const args = [attw, tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-color', '--exclude-entrypoints', ...untyped];
  const types = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (types.status !== 0) console.error(types.stdout, types.stderr);
  const notices = checkNotices(relative(workspaceRoot, process.cwd()));
  report('notices', notices);
  return messages.length === 0 && types.status === 0 && notices.length === 0;
}

const scratch = mkdtempSync(join(tmpdir(), 'syft-pack-'));
try {
  const good = await checkPackage(scratch);
  console.log(`package: ${good ? 'no problem' : 'see above'}`);
  if (!good) process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
