import type { NdArrayPointer } from '@syft-libs/numjs';
import type { DirectArray } from './direct-numjs.ts';
import { makeSupport } from './made-support.ts';

export interface HandRemote {
  add(array: NdArrayPointer<true>, by: number): NdArrayPointer<true>;
}

/** One function of numjs, wired in by hand: no overloads, no guard, no cost function of its own. */
export const hand = makeSupport<HandRemote>({
  name: '@syft-bench/hand',
  root: 'hand',
  functions: {
    add: { signature: '(array: numjs.NdArray, by: number) => numjs.NdArray', call: (array: DirectArray, by: number) => array.add(by) },
  },
  module: import.meta.url,
});
