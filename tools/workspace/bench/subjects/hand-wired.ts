import type { NdArrayPointer } from '@syft-libs/numjs';
import { direct } from './direct-numjs.ts';
import { makeSupport } from './made-support.ts';

export interface HandRemote {
  add(array: NdArrayPointer<true>, by: number): NdArrayPointer<true>;
}

/** One function of numjs, the same that the package calls, wired in by hand: no overloads, no guard, no cost function of its own. */
export const hand = makeSupport<HandRemote>({
  name: '@syft-bench/hand',
  root: 'hand',
  functions: {
    add: { signature: '(array: numjs.NdArray, by: number) => numjs.NdArray', call: direct.add },
  },
  module: import.meta.url,
});
