// How numjs gets into dist/runtime.js: one ES module for Node and browsers alike, no native code, no file system.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Options } from 'tsup';
import { compileCwise } from './compile-cwise.ts';

type BundlePlugin = NonNullable<Options['esbuildPlugins']>[number];

/** What is replaced by a stub beside this file: by request, and by the file that asks. */
const REPLACED: readonly { readonly request: RegExp; readonly from: RegExp; readonly stub: string }[] = [
  { request: /^\.\/(?:read|save|resize)$/, from: /\/numjs\/src\/images\/[\w-]+\.js$/, stub: 'images.cjs' },
  { request: /^\.\/data$/, from: /\/numjs\/src\/images\/index\.js$/, stub: 'images-data.cjs' },
  { request: /^typedarray-pool$/, from: /\/(?:numjs\/src|ndarray-fft)\/[\w-]+\.js$/, stub: 'typedarray-pool.cjs' },
];

/** Nothing of these may end up in the bundle: a build that reaches one fails. */
const FORBIDDEN = /^(?:cwise|sharp|deasync|bindings|node:.*|fs|path|child_process|vm|module|buffer)$/;

/**
 * Replaces numjs's native and pooling parts, parses its cwise calls ahead of time, takes `defaults` alone out of lodash, and
 * fails the build on any request for a native or Node module.
 */
export const numjsBundle: BundlePlugin = {
  name: 'numjs-bundle',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ path, importer, namespace, resolveDir }) => {
      const from = importer.replaceAll('\\', '/');
      if (namespace !== 'file' || !from.includes('/node_modules/')) return undefined;
      if (path === 'lodash') return { path, namespace: 'one-function', pluginData: resolveDir };
      if (path === 'cwise-compiler' && from.includes('/numjs/src/')) return { path: compilerOf(importer) };
      const replaced = REPLACED.find((entry) => entry.request.test(path) && entry.from.test(from));
      if (replaced !== undefined) return { path: fileURLToPath(new URL(`./stubs/${replaced.stub}`, import.meta.url)) };
      return FORBIDDEN.test(path) ? { errors: [{ text: `cannot bundle ${path}: asked for by ${from}` }] } : undefined;
    });
    build.onLoad({ filter: /[\\/]numjs[\\/]src[\\/].*\.js$/ }, ({ path }) => ({
      contents: compileCwise(readFileSync(path, 'utf8'), path),
    }));
    build.onLoad({ filter: /.*/, namespace: 'one-function' }, ({ pluginData }) => ({
      contents: `module.exports = { defaults: require('lodash/defaults') };`,
      resolveDir: String(pluginData),
    }));
  },
};

/** The compiler that the cwise of this numjs depends on. */
function compilerOf(importer: string): string {
  return createRequire(createRequire(importer).resolve('cwise')).resolve('cwise-compiler');
}

/** What tsup.config.ts adds to the preset; `platform: 'neutral'` of the preset makes the bundle fit Node and browsers alike. */
export const runtimeBundle: Options = { noExternal: ['numjs'], esbuildPlugins: [numjsBundle] };
