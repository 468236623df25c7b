// Writes the classes of a package's messages from its schema. Run in the folder of the package.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { emitSchema, type SchemaJson } from '../../redback/src/emit/emit-schema.ts';

const pbjs = createRequire(import.meta.url).resolve('protobufjs-cli/bin/pbjs');
const banner = '// Generated from schema.proto by `pnpm codegen`. Do not edit.\n';

/** The files that `generateSchema` writes. */
const schemaFiles = ['schema_pb.js', 'schema_pb.d.ts'] as const;

/** Where a package keeps its schema, if it has one. */
const SCHEMA = 'src/gen/schema.proto';

/** True for a package with generated messages. */
export function hasGenerated(packageDir: string): boolean {
  return existsSync(join(packageDir, SCHEMA));
}

/** Writes every generated file of the package in `packageDir` to the same place below `outDir`, and returns their names. */
export function generatePackage(packageDir: string, outDir: string = packageDir): readonly string[] {
  if (!hasGenerated(packageDir)) return [];
  mkdirSync(join(outDir, 'src/gen'), { recursive: true });
  generateSchema(packageDir, join(outDir, 'src/gen'));
  return schemaFiles.map((name) => `src/gen/${name}`);
}

/** Writes `schema_pb.js` and `schema_pb.d.ts` for the package in `packageDir` to `outDir`. */
function generateSchema(packageDir: string, outDir: string): void {
  const json = execFileSync(process.execPath, [pbjs, '-t', 'json', join(packageDir, SCHEMA)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const runtime = existsSync(join(packageDir, 'src/codegen.ts')) ? '../codegen.ts' : '@syft-libs/ast/codegen';
  const { code, declarations } = emitSchema(JSON.parse(json.toString('utf8')) as SchemaJson, runtime);
  const [codeFile, declarationFile] = schemaFiles;
  writeFileSync(join(outDir, codeFile), banner + code);
  writeFileSync(join(outDir, declarationFile), banner + declarations);
}

if (import.meta.main) generatePackage(process.cwd());
