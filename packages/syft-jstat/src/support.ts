import { defineSupport, type SupportPackage } from '@syft-libs/ast';
import { costs, guards } from './gen/bounds.ts';
import { codecs } from './gen/codecs.ts';
import type { JstatRemote } from './gen/remote.ts';
import { surfaces } from './gen/surface.ts';

/**
 * jstat for `clinic.lib(jstat)` and `Domain.open({ libraries: [jstat] })`. Importing it loads neither the library
 * nor the manifest: `load()` and `manifest()` do, where they are needed.
 */
export const jstat: SupportPackage<JstatRemote> = defineSupport<JstatRemote>({
  name: '@syft-libs/jstat',
  module: import.meta.url,
  surfaces,
  codecs,
  guards,
  costs,
  load: async () => (await import('./runtime.ts')).libraries,
  manifest: async () => (await import('../manifest.json', { with: { type: 'json' } })).default,
});
