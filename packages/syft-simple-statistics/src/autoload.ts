// Makes `clinic.lib('simple-statistics')` work, and types it: for autoload, which imports this beside the library.
import { registerSupport } from '@syft-libs/ast/autoload';
import type { SimpleStatisticsRemote } from './gen/remote.ts';
import { simpleStatistics } from './support.ts';

declare module '@syft-libs/ast' {
  interface AutoloadedLibraries {
    readonly 'simple-statistics': SimpleStatisticsRemote;
  }
}

registerSupport(simpleStatistics);
