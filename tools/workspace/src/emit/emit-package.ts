import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { emitRemote } from '../../../redback/src/emit/emit-remote.ts';
import { emitSurface } from '../../../redback/src/emit/emit-surface.ts';
import { formatJson } from '../../../redback/src/emit/format-json.ts';
import type { DraftLibrary } from './draft.ts';
import { emitManifest } from './emit-manifest.ts';

/** What a support package derives from its draft: names of files, relative to the package, with their text. */
export async function emitPackage(packageDir: string, draft: string): Promise<readonly (readonly [file: string, text: string])[]> {
  const { LIBRARIES } = (await import(pathToFileURL(join(packageDir, draft)).href)) as { readonly LIBRARIES: readonly DraftLibrary[] };
  const { engines } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { readonly engines: { readonly node: string } };
  const manifest = await emitManifest(LIBRARIES, { engines: engines.node });
  return [
    ['manifest.json', formatJson(manifest)],
    ['src/gen/surface.ts', emitSurface(manifest)],
    ['src/gen/remote.ts', emitRemote(manifest)],
  ];
}
