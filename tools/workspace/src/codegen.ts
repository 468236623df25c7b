// Turns a package's `src/gen/schema.proto` into a static protobufjs module beside it. Run in the folder of the package.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

const pbjs = createRequire(import.meta.url).resolve('protobufjs-cli/bin/pbjs');
const flags = '-t static-module -w esm --force-long --no-create --no-verify --no-convert --no-delimited --no-typeurl --no-service'.split(
  ' ',
);
const banner = '// Generated from schema.proto by `pnpm codegen`. Do not edit.\n';

/** The files that `generateSchema` writes. */
export const generatedFiles = ['schema_pb.js', 'schema_pb.d.ts'] as const;

/** Writes `schema_pb.js` and `schema_pb.d.ts` for the package in `packageDir` to `outDir`, each package on a protobufjs root of its own. */
export function generateSchema(packageDir: string, outDir: string): void {
  const root = basename(packageDir).replaceAll('-', '_');
  const out = join(outDir, 'schema_pb.js');
  // The protobufjs root already keeps packages apart; without a namespace each message is an export of its own.
  const schema = readFileSync(join(packageDir, 'src/gen/schema.proto'), 'utf8').replace(/^package .*;$/m, '');
  const run = (...options: readonly string[]) =>
    execFileSync(process.execPath, [pbjs, ...flags, ...options, '-r', root, '-o', out, '-'], {
      input: schema,
      stdio: ['pipe', 'inherit', 'inherit'],
    });
  // Declarations come from comments, so they need a run with comments; the code is twice as small without.
  run('--dts');
  run('--no-comments');
  for (const name of generatedFiles) {
    const file = join(outDir, name);
    writeFileSync(file, banner + withoutUnusedLong(readFileSync(file, 'utf8')));
  }
}

/** pbjs imports `long`, which is no dependency of ours, even into declarations that never name it. */
function withoutUnusedLong(code: string): string {
  const without = code.replace('import Long = require("long");\n', '');
  return /\bLong\b/.test(without) ? code : without;
}

if (import.meta.main) generateSchema(process.cwd(), join(process.cwd(), 'src/gen'));
