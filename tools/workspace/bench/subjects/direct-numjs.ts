import { numjs } from '@syft-libs/numjs/runtime';

/** An array of numjs itself, as far as the rows use it. */
export interface DirectArray {
  add(other: DirectArray | number): DirectArray;
  tolist(): number[];
}

/** numjs as a program calls it with nothing in between. */
export interface DirectNumjs {
  zeros(length: number, dtype: string): DirectArray;
  array(data: Float64Array, dtype: string): DirectArray;
  add(left: DirectArray, right: DirectArray | number): DirectArray;
  subtract(left: DirectArray, right: DirectArray | number): DirectArray;
  multiply(left: DirectArray, right: DirectArray | number): DirectArray;
  divide(left: DirectArray, right: DirectArray | number): DirectArray;
  mean(array: DirectArray): number;
  std(array: DirectArray): number;
}

export const direct = numjs as unknown as DirectNumjs;

/** A chain of additions, each on the result of the one before. */
export function directChain(length: number, start: DirectArray): DirectArray {
  let array = start;
  for (let index = 0; index < length; index++) array = array.add(1);
  return array;
}
