// Makes `clinic.lib('ml-matrix')` work, and types it: for autoload, which imports this beside the library.
import { registerSupport } from '@syft-libs/ast/autoload';
import type { MlMatrixRemote } from './gen/remote.ts';
import { mlMatrix } from './support.ts';

declare module '@syft-libs/ast' {
  interface AutoloadedLibraries {
    readonly 'ml-matrix': MlMatrixRemote;
  }
}

registerSupport(mlMatrix);
