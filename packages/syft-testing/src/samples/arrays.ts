import { type ArrayValue, DTYPES, type Dtype, sizeOfShape, type TypedArray, type TypedDtype, typedArrayOf } from '@syft-libs/ast';
import { SAMPLE_BIGINTS, SAMPLE_NUMBERS } from './scalars.ts';

/** Shapes from the plain to the degenerate: no axis, no elements, one element, rows, a cube, an axis of length 0. */
export const SAMPLE_SHAPES: readonly (readonly number[])[] = [
  [],
  [0],
  [1],
  [5],
  [2, 3],
  [3, 2],
  [2, 2],
  [0, 3],
  [3, 0],
  [1, 1],
  [2, 1, 3],
  [2, 2, 3],
];

/** Every element type that this engine can hold. */
export const SAMPLE_DTYPES: readonly Dtype[] = (Object.keys(DTYPES) as Dtype[]).filter(
  (dtype) => dtype === 'array' || typedArrayOf(dtype) !== undefined,
);

/** Elements of a dtype: the sample numbers as it holds them, in turn, from `start` on. */
export function sampleElements(dtype: Dtype, length: number, start = 0): ArrayValue['data'] {
  const numbers = Array.from({ length }, (_, index) => SAMPLE_NUMBERS[(start + index) % SAMPLE_NUMBERS.length] as number);
  if (dtype === 'array') return numbers;
  if (dtype.startsWith('big')) {
    return typedFrom(
      dtype,
      Array.from({ length }, (_, index) => SAMPLE_BIGINTS[(start + index) % SAMPLE_BIGINTS.length] as bigint),
    );
  }
  return typedFrom(dtype, numbers);
}

/** An array of a shape in plain form: compact, in C order. `type` is the array type that it is to be (`numjs.NdArray`). */
export function sampleArray(type: string, dtype: Dtype, shape: readonly number[], start = 0): ArrayValue {
  return Object.freeze({ type, dtype, shape: Object.freeze([...shape]), data: sampleElements(dtype, sizeOfShape(shape), start) });
}

/** Arrays of every dtype in every sample shape, named. */
export function sampleArrays(
  type: string,
  dtypes: readonly Dtype[] = SAMPLE_DTYPES,
): readonly { readonly name: string; readonly plain: ArrayValue }[] {
  return dtypes.flatMap((dtype) =>
    SAMPLE_SHAPES.map((shape, index) => ({ name: `${dtype}[${shape.join()}]`, plain: sampleArray(type, dtype, shape, index * 5) })),
  );
}

/** Typed arrays of every kind: empty, single, several, and one that is a window on a larger buffer. */
export function sampleTypedArrays(): readonly TypedArray[] {
  return SAMPLE_DTYPES.filter((dtype): dtype is TypedDtype => dtype !== 'array').flatMap((dtype) => {
    const larger = sampleElements(dtype, 9) as Float64Array;
    return [sampleElements(dtype, 0), sampleElements(dtype, 1), sampleElements(dtype, 7), larger.subarray(2, 5)] as TypedArray[];
  });
}

function typedFrom(dtype: TypedDtype, elements: readonly (number | bigint)[]): TypedArray {
  const typed = typedArrayOf(dtype) as unknown as { from(elements: readonly (number | bigint)[]): TypedArray };
  return typed.from(elements);
}
