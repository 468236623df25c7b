// Writes THIRD-PARTY-NOTICES.md: the packages whose code is inside dist/runtime.js, each with its licence text, read off what
// esbuild really bundled. `node build/third-party-notices.ts` writes, `--check` fails when the committed file is stale.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'tsup';
import { runtimeBundle } from './runtime-bundle.ts';

interface Metafile {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>>;
}

interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

const ROOT = resolve(import.meta.dirname, '..');
const NOTICES = join(ROOT, 'THIRD-PARTY-NOTICES.md');

/** The folders of the packages that give at least one byte to the bundle. */
async function bundledFolders(): Promise<readonly string[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'numjs-notices-'));
  const entry = { runtime: join(ROOT, 'src/runtime.ts') };
  const quiet = { silent: true, config: false, dts: false } as const;
  try {
    await build({ ...runtimeBundle, ...quiet, platform: 'neutral', format: 'esm', entry, outDir, metafile: true });
    const { outputs } = JSON.parse(readFileSync(join(outDir, 'metafile-esm.json'), 'utf8')) as Metafile;
    const folders = new Set<string>();
    for (const { inputs } of Object.values(outputs)) {
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^(?:[\w-]+:)?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
        if (folder !== undefined && bytesInOutput > 0) folders.add(resolve(folder));
      }
    }
    return [...folders];
  } finally {
    rmSync(outDir, { recursive: true });
  }
}

/** Name, version and licence text of a package. Throws when it carries no licence file: then a person has to decide. */
function readPackage(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as BundledPackage;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`cannot read licence of ${name}@${version}: no licence file in the package`);
  return { name, version, license, text: readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() };
}

function render(packages: readonly BundledPackage[]): string {
  const sections = packages.map(
    ({ name, version, license, text }) => `## ${name} ${version} (${license})\n\n\`\`\`text\n${text}\n\`\`\`\n`,
  );
  const intro = 'Code of these packages is bundled into `dist/runtime.js`. Written by `build/third-party-notices.ts`; do not edit.';
  return [`# Third-party notices\n\n${intro}\n`, ...sections].join('\n');
}

const packages = (await bundledFolders()).map(readPackage).sort((a, b) => a.name.localeCompare(b.name, 'en'));
const notices = render(packages);
if (process.argv.includes('--check')) {
  if (readFileSync(NOTICES, 'utf8') !== notices) {
    console.error('THIRD-PARTY-NOTICES.md is stale: run node build/third-party-notices.ts');
    process.exitCode = 1;
  }
} else {
  writeFileSync(NOTICES, notices);
  console.log(packages.map(({ name, version, license }) => `${name} ${version} ${license}`).join('\n'));
}
