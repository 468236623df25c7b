import { type NdArrayPointer, numjs } from '@syft-libs/numjs';
import { direct } from './direct-numjs.ts';
import { makeSupport } from './made-support.ts';

export interface HandRemote {
  add(array: NdArrayPointer<true>, by: number): NdArrayPointer<true>;
}

/**
 * One function of numjs, the same that the package calls, wired in by hand for the operands in use. Its guard and its cost are
 * those that people wrote for the package: without them it would promise less.
 */
export const hand = makeSupport<HandRemote>({
  name: '@syft-bench/hand',
  root: 'hand',
  functions: {
    add: {
      signature: '(array: numjs.NdArray, by: number) => numjs.NdArray',
      call: direct.add,
      guard: numjs.guards['numjs.add'],
      cost: numjs.costs['numjs.add'],
    },
  },
  module: import.meta.url,
});
