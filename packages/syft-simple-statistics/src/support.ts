import { defineSupport, type SupportPackage } from '@syft-libs/ast';
import { costs, guards } from './gen/bounds.ts';
import { codecs } from './gen/codecs.ts';
import type { SimpleStatisticsRemote } from './gen/remote.ts';
import { surfaces } from './gen/surface.ts';

/**
 * simple-statistics for `clinic.lib(simpleStatistics)` and `Domain.open({ libraries: [simpleStatistics] })`. Importing it loads neither the library
 * nor the manifest: `load()` and `manifest()` do, where they are needed.
 */
export const simpleStatistics: SupportPackage<SimpleStatisticsRemote> = defineSupport<SimpleStatisticsRemote>({
  name: '@syft-libs/simple-statistics',
  module: import.meta.url,
  surfaces,
  codecs,
  guards,
  costs,
  load: async () => (await import('./runtime.ts')).libraries,
  manifest: async () => (await import('../manifest.json', { with: { type: 'json' } })).default,
});
