// Makes `clinic.lib('ndarray')` work, and types it: for autoload, which imports this beside the library.
import { registerSupport } from '@syft-libs/ast/autoload';
import type {
  NdarrayFftRemote,
  NdarrayGemmRemote,
  NdarrayOpsRemote,
  NdarrayPackRemote,
  NdarrayRemote,
  NdarrayUnpackRemote,
} from './gen/remote.ts';
import { ndarray } from './support.ts';

declare module '@syft-libs/ast' {
  interface AutoloadedLibraries {
    readonly ndarray: NdarrayRemote;
    readonly 'ndarray-ops': NdarrayOpsRemote;
    readonly 'ndarray-fft': NdarrayFftRemote;
    readonly 'ndarray-gemm': NdarrayGemmRemote;
    readonly 'ndarray-pack': NdarrayPackRemote;
    readonly 'ndarray-unpack': NdarrayUnpackRemote;
  }
}

registerSupport(ndarray);
