// Columns and typed arrays stand where a list of numbers is asked for: what a scientist holds is a column, what most libraries
// take is a list. The library is handed a plain list of the same numbers.
import { isArrayValue } from '../serde/array-value.ts';
import { dtypeOfTypedArray, type TypedArray } from '../serde/dtype.ts';
import { PRIMITIVE_NAMES, type TypeRef } from './type-ref.ts';

/** The name under which an `Accepts` tells what stands for a list of numbers. */
export const NUMBER_LIST = 'number[]';

/** Typed arrays of numbers, by name. Those of bigints hold no number and are left out. */
export const NUMBER_ARRAYS: readonly string[] = PRIMITIVE_NAMES.filter((name) => /^(?!Big).+Array$/.test(name));

/** True for `number[]` itself. */
export function isNumberList(type: TypeRef): boolean {
  return type.kind === 'list' && type.of.kind === 'prim' && type.of.name === 'number';
}

/** The numbers of a column or of a typed array, uncopied; `undefined` for one of bigints and for anything else. */
export function numbersOf(value: unknown): Exclude<TypedArray, BigInt64Array | BigUint64Array> | undefined {
  const data = isArrayValue(value, 'ast.Column') ? value.data : value;
  const dtype = dtypeOfTypedArray(data);
  return dtype === undefined || dtype.startsWith('big') ? undefined : (data as Float64Array);
}

/** The same numbers, NaN and -0 among them, as a new plain list. */
export function listOfNumbers(data: { readonly length: number; readonly [index: number]: number }): number[] {
  // A loop over a list of known length is five times faster than the iterator behind `Array.from`.
  const { length } = data;
  const list = new Array<number>(length);
  for (let index = 0; index < length; index++) list[index] = data[index] as number;
  return list;
}
