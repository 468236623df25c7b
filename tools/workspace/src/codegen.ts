// Writes what a package derives: its manifest, surface and declarations from its draft, and a static protobufjs module from its
// schema. Run in the folder of the package.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const pbjs = createRequire(import.meta.url).resolve('protobufjs-cli/bin/pbjs');
const flags = '-t static-module -w esm --force-long --no-create --no-verify --no-convert --no-delimited --no-typeurl --no-service'.split(
  ' ',
);
const banner = '// Generated from schema.proto by `pnpm codegen`. Do not edit.\n';

/** The files that `generateSchema` writes. */
const schemaFiles = ['schema_pb.js', 'schema_pb.d.ts'] as const;

/** Where a package keeps its schema and its draft, if it has them. */
const SCHEMA = 'src/gen/schema.proto';
const DRAFT = 'draft/library.ts';

/** True for a package with generated files. */
export function hasGenerated(packageDir: string): boolean {
  return [SCHEMA, DRAFT].some((file) => existsSync(join(packageDir, file)));
}

/** Writes every generated file of the package in `packageDir` to the same place below `outDir`, and returns their names. */
export async function generatePackage(packageDir: string, outDir: string = packageDir): Promise<readonly string[]> {
  const written: string[] = [];
  if (existsSync(join(packageDir, DRAFT))) {
    // The emitter stands on the core, whose own generated code may not be there yet.
    const { emitPackage } = await import('./emit/emit-package.ts');
    for (const [file, text] of await emitPackage(packageDir, DRAFT)) {
      mkdirSync(dirname(join(outDir, file)), { recursive: true });
      writeFileSync(join(outDir, file), text);
      written.push(file);
    }
  }
  if (existsSync(join(packageDir, SCHEMA))) {
    mkdirSync(join(outDir, 'src/gen'), { recursive: true });
    generateSchema(packageDir, join(outDir, 'src/gen'));
    written.push(...schemaFiles.map((name) => `src/gen/${name}`));
  }
  return written;
}

/** Writes `schema_pb.js` and `schema_pb.d.ts` for the package in `packageDir` to `outDir`, each package on a protobufjs root of its own. */
function generateSchema(packageDir: string, outDir: string): void {
  const root = basename(packageDir).replaceAll('-', '_');
  const out = join(outDir, 'schema_pb.js');
  // The protobufjs root already keeps packages apart; without a namespace each message is an export of its own.
  const schema = readFileSync(join(packageDir, SCHEMA), 'utf8').replace(/^package .*;$/m, '');
  // From a file, since pbjs forgets on standard input that proto3 strings have to be valid UTF-8.
  const scratch = mkdtempSync(join(tmpdir(), 'syft-codegen-'));
  const input = join(scratch, 'schema.proto');
  writeFileSync(input, schema);
  const run = (...options: readonly string[]) =>
    execFileSync(process.execPath, [pbjs, ...flags, ...options, '-r', root, '-o', out, input], { stdio: ['ignore', 'inherit', 'inherit'] });
  try {
    // Declarations come from comments, so they need a run with comments; the code is twice as small without.
    run('--dts');
    run('--no-comments');
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  for (const name of schemaFiles) {
    const file = join(outDir, name);
    writeFileSync(file, banner + withoutUnusedLong(readFileSync(file, 'utf8')));
  }
}

/** pbjs imports `long`, which is no dependency of ours, even into declarations that never name it. */
function withoutUnusedLong(code: string): string {
  const without = code.replace('import Long = require("long");\n', '');
  return /\bLong\b/.test(without) ? code : without;
}

if (import.meta.main) await generatePackage(process.cwd());
