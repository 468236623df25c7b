import { defineSupport, type SupportPackage } from '@syft-libs/ast';
import { ndArrayCodec } from './codecs/nd-array.ts';
import { costs } from './costs.ts';
import { costs as observedCosts, guards as observedGuards } from './gen/bounds.ts';
import { codecs } from './gen/codecs.ts';
import type { NumjsRemote } from './gen/remote.ts';
import { surfaces } from './gen/surface.ts';
import { guards } from './guards.ts';

/**
 * numjs for `clinic.lib(numjs)` and `Domain.open({ libraries: [numjs] })`. Importing it loads neither numjs nor the
 * manifest: `load()` and `manifest()` do, where they are needed.
 */
export const numjs: SupportPackage<NumjsRemote> = defineSupport<NumjsRemote>({
  name: '@syft-libs/numjs',
  module: import.meta.url,
  surfaces,
  codecs: [...codecs, ndArrayCodec],
  // What is known of numjs's code says more than what probing has shown.
  guards: { ...observedGuards, ...guards },
  costs: { ...observedCosts, ...costs },
  load: async () => (await import('./runtime.ts')).libraries,
  manifest: async () => (await import('../manifest.json', { with: { type: 'json' } })).default,
});
