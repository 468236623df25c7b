import { defineDecisions, type MemberDecision } from '@syft-libs/ast';

type Members = Readonly<Record<string, MemberDecision>>;

/** The same decision on several members. */
const each = (names: string, decision: MemberDecision): Members => Object.fromEntries(names.split(' ').map((name) => [name, decision]));
const ofArrays = (names: string): string => names.replaceAll(/\w+/g, 'NdArray.$&');

/** What ndarray compiles is a loop for a dtype and a number of axes. The published bundle has its patterns parsed ahead. */
const COMPILES = { evals: 'ndarray compiles its loops, from dtype and number of axes alone' } as const;
const COPYING = { ...COMPILES, mutates: 'the copy parameter is gone' } as const;
const METADATA = { rows: 'mix', disclosure: 'metadata' } as const;
const REDUCES = { rows: 'reduce', disclosure: 'aggregate' } as const;

const ANY_ARRAY = 'takes whatever numjs makes an array of: numbers, nested lists, columns, arrays';
const OVERWRITES = 'may overwrite a plain list that it is given, as its own buffer; every call has a private copy';
const FILLS_OPTIONS = 'writes ddof into the options that it is given; every call has a private copy';
const COPIES = 'always copies; without its copy parameter it cannot write to its receiver';
const VIEWS = 'a view in numjs, a copy here';
const PLACES = 'what sets a shape, an axis, an index or a range is public';
const READ_ONLY = 'shape and type, read only';

const RENDERING = 'a rendering in text of private values; cut at a mutable threshold';
const SHARED = 'settings of the library that every caller shares';
const IMAGE = 'an image is an array of two axes, or of three with its channels';
const IMAGE_FILE = 'reads an image file through native code; upload the pixels as an array';

const creation: Members = {
  array: { signatures: ['(array: ArrayLike, public dtype?: Dtype) => NdArray'], reason: ANY_ARRAY, clears: COMPILES, rows: 'keep' },
  ...each('int8 uint8 int16 uint16 int32 uint32 float32 float64', {
    signatures: ['(array: ArrayLike) => NdArray'],
    reason: ANY_ARRAY,
    clears: COMPILES,
    rows: 'keep',
  }),
  arange: {
    verdict: 'allow',
    signatures: [
      '(public stop: number) => NdArray',
      '(public start: number, public stop: number) => NdArray',
      '(public stop: number, public dtype: Dtype) => NdArray',
      '(public start: number, public stop: number, public step: number) => NdArray',
      '(public start: number, public stop: number, public dtype: Dtype) => NdArray',
      '(public start: number, public stop: number, public step: number, public dtype: Dtype) => NdArray',
    ],
    reason: 'a guard refuses steps that lead nowhere, and its cost counts the steps',
    clears: COMPILES,
  },
  ...each('zeros ones', { signatures: ['(public shape: Shape, public dtype?: Dtype) => NdArray'], reason: PLACES, clears: COMPILES }),
  identity: { signatures: ['(public n: number, public dtype?: Dtype) => NdArray'], reason: PLACES, clears: COMPILES, rows: 'mix' },
  random: {
    signatures: ['() => NdArray', '(public shape: Shape) => NdArray', '(...public shape: number[]) => NdArray'],
    reason: PLACES,
    clears: COMPILES,
  },
  concatenate: {
    verdict: 'allow',
    signatures: ['(arrays: ArrayLike[]) => NdArray', '(first: ArrayLike, second: ArrayLike, ...more: ArrayLike[]) => NdArray'],
    reason: OVERWRITES,
    clears: COMPILES,
  },
  stack: { signatures: ['(arrays: ArrayLike[], public axis?: number) => NdArray'], reason: PLACES, clears: COMPILES },
};

const elementwise: Members = {
  ...each('abs arccos arcsin arctan cos sin tan tanh', {
    verdict: 'allow',
    signatures: ['(x: ArrayLike) => NdArray'],
    reason: OVERWRITES,
    clears: COMPILES,
    rows: 'keep',
  }),
  leakyRelu: {
    verdict: 'allow',
    signatures: ['(x: ArrayLike, alpha?: number) => NdArray'],
    reason: OVERWRITES,
    clears: COMPILES,
    rows: 'keep',
  },
  clip: {
    verdict: 'allow',
    signatures: ['(x: ArrayLike, min?: number, max?: number) => NdArray'],
    reason: OVERWRITES,
    clears: COMPILES,
    rows: 'keep',
  },
  ...each('exp log sqrt round negative', {
    signatures: ['(x: ArrayLike) => NdArray'],
    reason: ANY_ARRAY,
    clears: COMPILES,
    rows: 'keep',
  }),
  sigmoid: { signatures: ['(x: ArrayLike, t?: number) => NdArray'], reason: ANY_ARRAY, clears: COMPILES, rows: 'keep' },
  softmax: { signatures: ['(x: ArrayLike) => NdArray'], reason: ANY_ARRAY, clears: COMPILES, rows: 'mix' },
  ...each('add subtract multiply divide', {
    signatures: ['(a: ArrayLike, b: ArrayLike) => NdArray'],
    reason: ANY_ARRAY,
    clears: COMPILES,
    rows: 'keep',
  }),
  ...each('power mod', { signatures: ['(x1: ArrayLike, x2: ArrayLike) => NdArray'], reason: ANY_ARRAY, clears: COMPILES, rows: 'keep' }),
  ...each(ofArrays('exp log sqrt round'), {
    verdict: 'allow',
    signatures: ['() => NdArray'],
    reason: COPIES,
    clears: COPYING,
    rows: 'keep',
  }),
  ...each(ofArrays('assign add subtract multiply divide pow mod'), {
    verdict: 'allow',
    signatures: ['(x: ArrayLike) => NdArray'],
    reason: COPIES,
    clears: COPYING,
    rows: 'keep',
  }),
  'NdArray.negative': { signatures: ['() => NdArray'], reason: ANY_ARRAY, clears: COMPILES, rows: 'keep' },
};

const reductions: Members = {
  ...each('sum mean', { signatures: ['(x: ArrayLike) => number'], reason: ANY_ARRAY, clears: COMPILES, ...REDUCES }),
  ...each('max min', { signatures: ['(x: ArrayLike) => number | null'], reason: ANY_ARRAY, clears: COMPILES, ...REDUCES }),
  std: {
    verdict: 'allow',
    signatures: ['(x: ArrayLike, public options?: { ddof?: number }) => number'],
    reason: FILLS_OPTIONS,
    clears: COMPILES,
    ...REDUCES,
  },
  equal: { signatures: ['(array1: ArrayLike, array2: ArrayLike) => boolean'], reason: ANY_ARRAY, clears: COMPILES, ...REDUCES },
  ...each(ofArrays('sum mean'), { signatures: ['() => number'], reason: ANY_ARRAY, clears: COMPILES, ...REDUCES }),
  ...each(ofArrays('max min'), { signatures: ['() => number | null'], reason: 'null of an empty array', clears: COMPILES, ...REDUCES }),
  'NdArray.std': {
    verdict: 'allow',
    signatures: ['(public options?: { ddof?: number }) => number'],
    reason: FILLS_OPTIONS,
    clears: COMPILES,
    ...REDUCES,
  },
  'NdArray.equal': { signatures: ['(array: ArrayLike) => boolean'], reason: ANY_ARRAY, clears: COMPILES, ...REDUCES },
};

const shapes: Members = {
  flatten: { signatures: ['(array: ArrayLike) => NdArray'], reason: ANY_ARRAY, clears: COMPILES, rows: 'mix' },
  'NdArray.flatten': { signatures: ['() => NdArray'], reason: VIEWS, clears: COMPILES, rows: 'mix' },
  reshape: { signatures: ['(array: ArrayLike, public shape: Shape) => NdArray'], reason: PLACES, clears: COMPILES, rows: 'mix' },
  'NdArray.reshape': {
    signatures: ['(public shape: Shape) => NdArray', '(...public shape: number[]) => NdArray'],
    reason: PLACES,
    clears: COMPILES,
    rows: 'mix',
  },
  transpose: { signatures: ['(x: ArrayLike, public axes?: number[]) => NdArray'], reason: PLACES, rows: 'permute' },
  'NdArray.transpose': {
    signatures: ['() => NdArray', '(public axes: number[]) => NdArray', '(...public axes: number[]) => NdArray'],
    reason: PLACES,
    rows: 'permute',
  },
  'NdArray.T': { signatures: ['() => NdArray'], reason: VIEWS, rows: 'permute' },
  flip: { signatures: ['(m: ArrayLike, public axis: number) => NdArray'], reason: PLACES, clears: COMPILES, rows: 'permute' },
  rot90: {
    signatures: ['(m: ArrayLike, public k?: number, public axes?: number[]) => NdArray'],
    reason: PLACES,
    clears: COMPILES,
    rows: 'permute',
  },
  diag: { signatures: ['(x: ArrayLike) => NdArray'], reason: ANY_ARRAY, clears: COMPILES, rows: 'mix' },
  'NdArray.diag': { signatures: ['() => NdArray'], reason: VIEWS, clears: COMPILES, rows: 'mix' },
  'NdArray.pick': { signatures: ['(...public axis: (number | null)[]) => NdArray'], reason: PLACES, rows: 'select' },
  'NdArray.lo': { signatures: ['(...public starts: (number | null)[]) => NdArray'], reason: PLACES, rows: 'select' },
  'NdArray.hi': { signatures: ['(...public ends: (number | null)[]) => NdArray'], reason: PLACES, rows: 'select' },
  'NdArray.step': { signatures: ['(...public steps: (number | null)[]) => NdArray'], reason: PLACES, rows: 'select' },
  'NdArray.slice': { signatures: ['(...public ranges: Range[]) => NdArray'], reason: PLACES, rows: 'select', shapeDependsOnData: false },
  'NdArray.get': {
    signatures: ['(...public indices: number[]) => number'],
    reason: PLACES,
    clears: COMPILES,
    rows: 'select',
    disclosure: 'assign',
  },
  'NdArray.clone': { signatures: ['() => NdArray'], reason: 'a copy', rows: 'keep' },
  ...each(ofArrays('tolist valueOf'), {
    signatures: ['() => Nested'],
    reason: 'its elements as nested lists',
    clears: COMPILES,
    rows: 'keep',
  }),
  broadcast: {
    signatures: ['(public shape1: number[], public shape2: number[]) => number[] | undefined'],
    reason: 'gives nothing where shapes do not fit',
    ...METADATA,
    shapeDependsOnData: false,
  },
  ...each(ofArrays('size ndim'), { signatures: ['() => number'], reason: READ_ONLY, ...METADATA }),
  'NdArray.shape': { signatures: ['() => number[]'], reason: READ_ONLY, ...METADATA },
  'NdArray.dtype': { signatures: ['() => ElementType'], reason: READ_ONLY, ...METADATA },
};

const signals: Members = {
  ...each('dot convolve fftconvolve', {
    signatures: ['(a: ArrayLike, b: ArrayLike) => NdArray'],
    reason: ANY_ARRAY,
    clears: COMPILES,
    rows: 'mix',
  }),
  'NdArray.dot': { signatures: ['(x: ArrayLike) => NdArray'], reason: ANY_ARRAY, clears: COMPILES, rows: 'mix' },
  'NdArray.convolve': {
    verdict: 'allow',
    signatures: ['(filter: ArrayLike) => NdArray'],
    reason: 'what its source calls fs is the view of its filter, no file system',
    clears: COMPILES,
    rows: 'mix',
  },
  'NdArray.fftconvolve': { signatures: ['(filter: ArrayLike) => NdArray'], reason: ANY_ARRAY, clears: COMPILES, rows: 'mix' },
  ...each('fft ifft', { signatures: ['(x: ArrayLike) => NdArray'], reason: ANY_ARRAY, clears: COMPILES, rows: 'mix' }),
};

const AREA = '(public h0: number, public w0: number, public H: number, public W: number, SAT: NdArray) => number';

const images: Members = {
  ...each('images.sat images.ssat images.sobel images.scharr', {
    signatures: ['(img: NdArray) => NdArray'],
    reason: IMAGE,
    clears: COMPILES,
    rows: 'mix',
  }),
  ...each('images.rgb2gray images.flip', { signatures: ['(img: NdArray) => NdArray'], reason: IMAGE, rows: 'keep' }),
  ...each('images.areaSum images.areaValue', {
    verdict: 'allow',
    signatures: [AREA],
    reason: 'called as its author means it by cases of our own',
    clears: COMPILES,
    ...REDUCES,
  }),
};

const refused: Members = {
  empty: { verdict: 'refuse', reason: 'uninitialised: elements are undefined where dtype is array; zeros does it' },
  ndarray: { verdict: 'refuse', reason: 'raw constructor over any buffer, shape, stride and offset; array makes arrays' },
  NdArray: { verdict: 'refuse', reason: 'raw constructor: with one argument it takes anything for its view, unchecked' },
  'NdArray.selection': { verdict: 'refuse', reason: 'the raw view: whole buffer, strides, writable' },
  'NdArray.set': {
    verdict: 'refuse',
    reason: 'mutates the receiver but returns the value it wrote, so its result is not the changed array',
  },
  'NdArray.iteraxis': { verdict: 'refuse', reason: 'calls back' },
  'NdArray.inspect': { verdict: 'refuse', reason: RENDERING },
  'NdArray.toJSON': { verdict: 'refuse', reason: `${RENDERING}; it loses NaN and -0` },
  config: { verdict: 'refuse', reason: SHARED },
  'dtypes.*': { verdict: 'refuse', reason: 'a constructor of the engine; name a dtype by its string' },
  'images.data.*': { verdict: 'refuse', reason: IMAGE_FILE },
  'images.read': { verdict: 'refuse', reason: IMAGE_FILE },
  'images.save': { verdict: 'refuse', reason: 'writes a file' },
  'images.resize': { verdict: 'refuse', reason: 'native code (sharp), or a canvas in a browser' },
  'errors.*': { verdict: 'refuse', reason: 'an error class; what fails inside is sealed' },
};

export default defineDecisions({
  libraries: [
    {
      name: 'numjs',
      range: '>=0.16.1 <0.17.0',
      root: 'numjs',
      aliases: {
        NdArray: 'numjs.NdArray',
        Nested: 'number[] | number[][] | number[][][] | number[][][][]',
        ArrayLike: 'NdArray | number | Nested',
        Dtype: '"int8" | "uint8" | "int16" | "uint16" | "int32" | "uint32" | "float32" | "float64" | "array"',
        // Arrays of an application may have these too; numjs cannot make them.
        ElementType: 'Dtype | "uint8_clamped" | "bigint64" | "biguint64" | "float16"',
        Shape: 'number | number[]',
        Range: 'number | null | (number | null)[]',
      },
      members: { ...creation, ...elementwise, ...reductions, ...shapes, ...signals, ...images, ...refused },
      types: {
        NdArray: {
          codec: 'hand-written',
          tag: 'numjs/NdArray',
          detect: 'shape',
          // numjs itself would wrap these into a list of one element: they become an array first.
          accepts: [
            'ast.Column',
            'Int8Array',
            'Uint8Array',
            'Uint8ClampedArray',
            'Int16Array',
            'Uint16Array',
            'Int32Array',
            'Uint32Array',
            'Float32Array',
            'Float64Array',
          ],
          reason: 'its elements travel compacted; arrays of another copy of numjs, or of dtypes that numjs cannot make, come through',
        },
      },
    },
  ],
});
