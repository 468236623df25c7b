// Makes `clinic.lib('numjs')` work, and types it: for autoload, which imports this beside the library.
import { registerSupport } from '@syft-libs/ast/autoload';
import type { NumjsRemote } from './gen/remote.ts';
import { numjs } from './support.ts';

declare module '@syft-libs/ast' {
  interface AutoloadedLibraries {
    readonly numjs: NumjsRemote;
  }
}

registerSupport(numjs);
