import { defineSupport, type SupportPackage } from '@syft-libs/ast';
import { ndArrayCodec } from './codecs/nd-array.ts';
import { costs } from './costs.ts';
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
  codecs: [ndArrayCodec],
  guards,
  costs,
  load: async () => (await import('./runtime.ts')).libraries,
  manifest: async () => (await import('../manifest.json', { with: { type: 'json' } })).default,
});
