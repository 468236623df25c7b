import { defineSupport, type SupportPackage } from '@syft-libs/ast';
import { costs, guards as observedGuards } from './gen/bounds.ts';
import { codecs } from './gen/codecs.ts';
import type { NdarrayLibraries } from './gen/remote.ts';
import { surfaces } from './gen/surface.ts';
import { guards } from './guards.ts';

/**
 * ndarray, ndarray-ops, ndarray-fft, ndarray-gemm, ndarray-pack and ndarray-unpack for `clinic.lib(ndarray)` and `Domain.open({ libraries: [ndarray] })`. Importing it loads neither the library
 * nor the manifest: `load()` and `manifest()` do, where they are needed.
 */
export const ndarray: SupportPackage<NdarrayLibraries> = defineSupport<NdarrayLibraries>({
  name: '@syft-libs/ndarray',
  module: import.meta.url,
  surfaces,
  codecs,
  // What is known of ndarray's code says more than what probing has shown.
  guards: { ...observedGuards, ...guards },
  costs,
  load: async () => (await import('./runtime.ts')).libraries,
  manifest: async () => (await import('../manifest.json', { with: { type: 'json' } })).default,
});
