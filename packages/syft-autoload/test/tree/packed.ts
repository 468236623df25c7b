// Our packages as they would be installed from npm, built from their source, so that no test depends on a build that somebody has made before.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const PACKAGES = join(import.meta.dirname, '../../..');

type Exports = Readonly<Record<string, string | { readonly default: string }>>;

interface Published {
  readonly name: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly publishConfig: { readonly exports: Exports };
}

const packed = mkdtempSync(join(tmpdir(), 'syft-packed-'));
process.on('exit', () => void import('node:fs').then(({ rmSync }) => rmSync(packed, { recursive: true, force: true })));

/** Copies packages into a folder as an install would: `ast` and `autoload` of ours, and what they depend on. */
export async function packInto(folder: string, names: readonly string[] = ['ast', 'autoload']): Promise<void> {
  for (const name of names) cpSync(await pack(name), join(folder, '@syft-libs', name), { recursive: true });
  const semver = dirname(realpathSync(createRequire(import.meta.url).resolve('semver/package.json')));
  if (names.includes('autoload')) cpSync(semver, join(folder, 'semver'), { recursive: true });
}

const builds = new Map<string, Promise<string>>();

function pack(name: string): Promise<string> {
  const built = builds.get(name) ?? buildPackage(name);
  builds.set(name, built);
  return built;
}

async function buildPackage(name: string): Promise<string> {
  const source = join(PACKAGES, `syft-${name}`);
  const json = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as Published;
  const out = join(packed, name);
  const targets = [...Object.values(json.publishConfig.exports).flatMap(targetOf), ...Object.values(json.bin ?? {})];
  const entryPoints = targets.map((target) => join(source, target.replace('/dist/', '/src/').replace(/\.js$/, '.ts')));
  await build({
    entryPoints,
    outdir: join(out, 'dist'),
    outbase: join(source, 'src'),
    bundle: true,
    splitting: name !== 'autoload',
    external: ['node:*', ...Object.keys({ ...json.dependencies, ...json.peerDependencies }).flatMap((one) => [one, `${one}/*`])],
    conditions: ['@syft-libs/source'],
    format: 'esm',
    platform: 'neutral',
    target: 'node22',
    logLevel: 'silent',
  });
  mkdirSync(out, { recursive: true });
  const installed = { ...json, version: '1.0.0', exports: json.publishConfig.exports, devDependencies: {} };
  writeFileSync(join(out, 'package.json'), JSON.stringify(installed));
  return out;
}

function targetOf(target: string | { readonly default: string }): readonly string[] {
  return typeof target === 'string' ? [] : [target.default];
}
