// Writes what a package derives: its manifest, surface and declarations from its draft, and the classes of its messages from its
// schema. Run in the folder of the package.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { emitSchema, type SchemaJson } from '../../redback/src/emit/emit-schema.ts';

const pbjs = createRequire(import.meta.url).resolve('protobufjs-cli/bin/pbjs');
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

/** Writes `schema_pb.js` and `schema_pb.d.ts` for the package in `packageDir` to `outDir`. */
function generateSchema(packageDir: string, outDir: string): void {
  const json = execFileSync(process.execPath, [pbjs, '-t', 'json', join(packageDir, SCHEMA)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const runtime = existsSync(join(packageDir, 'src/codegen.ts')) ? '../codegen.ts' : '@syft-libs/ast/codegen';
  const { code, declarations } = emitSchema(JSON.parse(json.toString('utf8')) as SchemaJson, runtime);
  const [codeFile, declarationFile] = schemaFiles;
  writeFileSync(join(outDir, codeFile), banner + code);
  writeFileSync(join(outDir, declarationFile), banner + declarations);
}

if (import.meta.main) await generatePackage(process.cwd());
