// Makes `clinic.lib('tiny-lib')` work, and types it: for autoload, which imports this beside the library.
import { registerSupport } from '@syft-libs/ast/autoload';
import type { TinyLibRemote } from './gen/remote.ts';
import { tinyLib } from './support.ts';

declare module '@syft-libs/ast' {
  interface AutoloadedLibraries {
    readonly 'tiny-lib': TinyLibRemote;
  }
}

registerSupport(tinyLib);
