import { defineSupport } from '@syft-libs/ast/support';
import { costs, guards } from './costs.ts';
import { codecs } from './gen/codecs.ts';
import type { JsRemote } from './gen/remote.ts';
import { surfaces } from './gen/surface.ts';

/** JavaScript's own values as a library: members on pointers to numbers, strings, dates, lists, sets and maps, and `Math`. */
export const js = defineSupport<JsRemote>({
  name: '@syft-libs/js',
  module: import.meta.url,
  surfaces,
  codecs,
  guards,
  costs,
  load: async () => (await import('./runtime.ts')).libraries,
  manifest: async () => (await import('../manifest.json', { with: { type: 'json' } })).default,
});
