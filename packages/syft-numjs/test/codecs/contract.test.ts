import { type ArrayValue, type Dtype, sizeOfShape } from '@syft-libs/ast';
import { type CodecView, codecContract, isSameValue, SAMPLE_BIGINTS, SAMPLE_STRINGS, sampleArray, sampleArrays } from '@syft-libs/testing';
import { ndArrayCodec } from '../../src/codecs/nd-array.ts';
import { isNdArray, type NdArray } from '../../src/nd-view.ts';
import { numjs as library } from '../../src/runtime.ts';

const TYPE = 'numjs.NdArray';

/** Elements as ndarray itself finds them, with dtype and shape; of plain arrays as they lie. */
function contentOf(value: ArrayValue | NdArray): unknown {
  if (!isNdArray(value)) return { dtype: value.dtype, shape: [...value.shape], elements: Array.from(value.data as ArrayLike<unknown>) };
  const { dtype, shape, selection } = value as NdArray & {
    dtype: string;
    shape: readonly number[];
    selection: { get(...index: readonly number[]): unknown };
  };
  const elements = Array.from({ length: sizeOfShape(shape) }, (_, position) => selection.get(...indexOf(position, shape)));
  return { dtype, shape: [...shape], elements };
}

function indexOf(position: number, shape: readonly number[]): readonly number[] {
  let rest = position;
  return shape
    .toReversed()
    .map((length) => {
      const index = rest % length;
      rest = (rest - index) / length;
      return index;
    })
    .toReversed();
}

/** A live array whose first and last elements are a canary. */
function guarded(dtype: Dtype, shape: readonly number[]): NdArray {
  const { data } = sampleArray(TYPE, dtype, shape, 3);
  const list = data as unknown as { fill(value: number, start: number, end?: number): void };
  list.fill(CANARY, 0, 1);
  list.fill(CANARY, sizeOfShape(shape) - 1);
  return new library.NdArray(data as ArrayLike<unknown>, shape);
}

const CANARY = 987.625;
const hidden = new Uint8Array(Float64Array.of(CANARY).buffer);
const hidden32 = new Uint8Array(Float32Array.of(CANARY).buffer);

/** Views made by numjs: ranges, strides, reversed and swapped axes, single elements. */
const views: readonly CodecView<NdArray>[] = (
  [
    ['a range of a vector', guarded('float64', [8]), 'slice', [[2, 5]], hidden],
    ['every other element', guarded('float64', [9]), 'slice', [[1, 8, 2]], hidden],
    ['the inner rows of a matrix', guarded('float64', [4, 3]), 'slice', [[1, 3]], hidden],
    ['an inner column', guarded('float32', [3, 5]), 'pick', [null, 2], hidden32],
    [
      'the inside of a matrix',
      guarded('float32', [4, 4]),
      'slice',
      [
        [1, 3],
        [1, 3],
      ],
      hidden32,
    ],
    ['one element', guarded('float64', [5]), 'pick', [2], hidden],
  ] as const
).map(([name, array, method, args, canary]) => ({ name, live: call(array, method, args), hidden: canary }));

function call(array: NdArray, method: string, args: readonly unknown[]): NdArray {
  return (array as unknown as Record<string, (...args: readonly unknown[]) => NdArray>)[method]?.(...args) as NdArray;
}

const mixed: ArrayValue = {
  type: TYPE,
  dtype: 'array',
  shape: [2, 4],
  data: [1, -0, Number.NaN, null, true, undefined, SAMPLE_STRINGS[11] as string, SAMPLE_BIGINTS[8] as bigint],
};

codecContract(ndArrayCodec, {
  library,
  samples: [
    ...sampleArrays(TYPE),
    { name: 'array of everything', plain: mixed },
    ...views.map(({ name, live }) => ({ name: `view: ${name}`, plain: plainOf(live), live })),
    ...['T', 'reversed'].map((name) => {
      const matrix = new library.NdArray(Float64Array.of(1, -0, Number.NaN, 4, 5, 6), [2, 3]);
      const live = name === 'T' ? (matrix as NdArray & { T: NdArray }).T : call(matrix, 'slice', [[null, null, -1]]);
      return { name: `view: ${name}`, plain: plainOf(live), live };
    }),
  ],
  equal: (left, right) => isSameValue(contentOf(left), contentOf(right)),
  views,
  large: sampleArray(TYPE, 'float64', [100, 200]),
});

/** The plain array of what a view shows, element by element. */
function plainOf(live: NdArray): ArrayValue {
  const { dtype, shape, elements } = contentOf(live) as { dtype: Dtype; shape: readonly number[]; elements: readonly number[] };
  const { data } = sampleArray(TYPE, dtype, shape);
  elements.forEach((element, position) => {
    (data as number[])[position] = element;
  });
  return { type: TYPE, dtype, shape, data };
}
