import { defineConfig, type Options } from 'tsup';

/** How every package is built: ESM with declarations, for the oldest engine in `engines`. Options given here win. */
export const preset = (options: Options & { readonly entry: string[] }) =>
  defineConfig({
    format: 'esm',
    platform: 'neutral',
    target: ['node22', 'chrome120', 'firefox121', 'safari17.4'],
    external: [/^node:/],
    dts: true,
    clean: true,
    splitting: true,
    treeshake: true,
    ...options,
  });
