import { defineSupport, type SupportPackage } from '@syft-libs/ast';
import { costs, guards } from './gen/bounds.ts';
import { codecs } from './gen/codecs.ts';
import type { TinyLibRemote } from './gen/remote.ts';
import { surfaces } from './gen/surface.ts';

/**
 * tiny-lib for `clinic.lib(tinyLib)` and `Domain.open({ libraries: [tinyLib] })`. Importing it loads neither the library
 * nor the manifest: `load()` and `manifest()` do, where they are needed.
 */
export const tinyLib: SupportPackage<TinyLibRemote> = defineSupport<TinyLibRemote>({
  name: '@syft-libs/tiny-lib',
  module: import.meta.url,
  surfaces,
  codecs,
  guards,
  costs,
  load: async () => (await import('./runtime.ts')).libraries,
  manifest: async () => (await import('../manifest.json', { with: { type: 'json' } })).default,
});
