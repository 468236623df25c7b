import { rmSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';
import { noteBuild } from './tools/release/src/build-digest.ts';
import { reportBundled } from './tools/workspace/src/report-bundled.ts';

/** How every package is built: ESM with declarations, for the oldest engine in `engines`. Options given here win. */
export const preset = ({ esbuildPlugins = [], ...options }: Options & { readonly entry: string[] }) =>
  defineConfig({
    format: 'esm',
    platform: 'neutral',
    target: ['node22', 'chrome120', 'firefox121', 'safari17.4'],
    external: [/^node:/],
    dts: true,
    clean: true,
    splitting: true,
    treeshake: true,
    esbuildPlugins: [...esbuildPlugins, reportBundled],
    onSuccess: noteAtExit,
    ...options,
  });

/** Declarations may still be on their way, and fail: only a build that ends well is noted, and nothing of an earlier one stays. */
async function noteAtExit(): Promise<void> {
  const folder = process.cwd();
  rmSync(`${folder}/.built`, { force: true });
  process.once('exit', (code) => {
    if (code === 0) noteBuild(folder);
  });
}
