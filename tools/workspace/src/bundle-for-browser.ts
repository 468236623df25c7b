// Bundles our packages for a page the way an application's bundler does: one file to start with, chunks for what is loaded on demand.
import { basename, relative } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { workspaceRoot } from './workspace.ts';

export interface BrowserBundle {
  /** Every file by its name; the page starts with `page.js`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The files that the page loads before its first line runs. */
  readonly eager: readonly string[];
  /** What each source file adds to the eager ones, in bytes, by its path from the root of the repository. */
  readonly inputs: ReadonlyMap<string, number>;
}

/** How numjs gets into a bundle without its native parts. */
const NUMJS_BUNDLE = new URL('../../../packages/syft-numjs/build/runtime-bundle.ts', import.meta.url).href;

/** Where a bundle begins: a file, or the text of a module that stands in `tools/workspace`. */
export type BundleEntry = { readonly file: string } | { readonly code: string };

/** Bundles from the source of our packages, minified. Throws when something needs a module of Node. */
export async function bundleForBrowser(entry: BundleEntry): Promise<BrowserBundle> {
  const resolveDir = `${workspaceRoot}/tools/workspace`;
  const from =
    'file' in entry
      ? { entryPoints: { page: entry.file } }
      : { stdin: { contents: entry.code, resolveDir, sourcefile: 'page.ts', loader: 'ts' as const }, entryNames: 'page' };
  // By URL, since its types are those of a bundler that is another project's to check.
  const { numjsBundle } = (await import(NUMJS_BUNDLE)) as { readonly numjsBundle: Plugin };
  const { metafile, outputFiles } = await build({
    ...from,
    absWorkingDir: workspaceRoot,
    outdir: 'bundle',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['@syft-libs/source'],
    plugins: [numjsBundle],
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const eager = eagerOutputs(metafile.outputs);
  const inputs = new Map<string, number>();
  for (const path of eager) {
    for (const [input, { bytesInOutput }] of Object.entries(metafile.outputs[path]?.inputs ?? {})) {
      inputs.set(input, (inputs.get(input) ?? 0) + bytesInOutput);
    }
  }
  return {
    files: new Map(outputFiles.map(({ path, contents }) => [relative(`${workspaceRoot}/bundle`, path), contents])),
    eager: eager.map((path) => basename(path)),
    inputs,
  };
}

/** The entry and all that it imports, directly or not, other than by `import()`. */
function eagerOutputs(outputs: Metafile['outputs']): readonly string[] {
  const found = new Set<string>(['bundle/page.js']);
  for (const path of found) {
    for (const { path: imported, kind } of outputs[path]?.imports ?? []) if (kind === 'import-statement') found.add(imported);
  }
  return [...found];
}
