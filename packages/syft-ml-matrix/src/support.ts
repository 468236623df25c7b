import { defineSupport, type SupportPackage } from '@syft-libs/ast';
import { costs, guards as observedGuards } from './gen/bounds.ts';
import { codecs } from './gen/codecs.ts';
import type { MlMatrixRemote } from './gen/remote.ts';
import { surfaces } from './gen/surface.ts';
import { guards } from './guards.ts';

/**
 * ml-matrix for `clinic.lib(mlMatrix)` and `Domain.open({ libraries: [mlMatrix] })`. Importing it loads neither the library
 * nor the manifest: `load()` and `manifest()` do, where they are needed.
 */
export const mlMatrix: SupportPackage<MlMatrixRemote> = defineSupport<MlMatrixRemote>({
  name: '@syft-libs/ml-matrix',
  module: import.meta.url,
  surfaces,
  codecs,
  guards: { ...observedGuards, ...guards },
  costs,
  load: async () => (await import('./runtime.ts')).libraries,
  manifest: async () => (await import('../manifest.json', { with: { type: 'json' } })).default,
});
