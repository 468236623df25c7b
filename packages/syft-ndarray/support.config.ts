import { defineDecisions, type MemberDecision, type TypeDecision } from '@syft-libs/ast';

const COMPILES = 'ndarray and cwise compile a function for each dtype and number of axes; no argument becomes part of its text';
const compiled = (reason: string): MemberDecision => ({ reason, clears: { evals: COMPILES } });

/** The outer state that its source speaks of is the store of what was compiled, by dtype and number of axes: no element gets there. */
const keepsCompiled = (reason: string): MemberDecision => ({
  ...compiled(`${reason}; all that it keeps is what it compiled`),
  verdict: 'allow',
});

const REDUCTIONS = ['all', 'any', 'equals', 'inf', 'norm1', 'norm2', 'norm2squared', 'norminf', 'prod', 'sum', 'sup'];

/** ndarray makes one class for each dtype and number of axes; all of them are one type to a caller. */
const view: TypeDecision = { sameAs: 'ndarray.NdArray', reason: 'the class of one dtype and number of axes' };

const ELEMENT = 'number | bigint | string | boolean | null | undefined';
const RAW = 'shows how the elements lie in memory, which is not kept: arrays are compacted';

export default defineDecisions({
  libraries: [
    {
      name: 'ndarray',
      range: '>=1.1.1 <2.0.0',
      root: 'ndarray',
      members: {
        default: {
          ...keepsCompiled('stride and offset would reach beside the data'),
          signatures: [
            '(data: number[] | bigint[] | string[] | boolean[] | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array | BigInt64Array | BigUint64Array | Float32Array | Float64Array, public shape?: number[]) => ndarray.NdArray',
          ],
        },
        'GenericArray.*': { verdict: 'refuse', reason: 'a store of elements behind functions, which cannot be sent' },
        'NdArray.data': { verdict: 'refuse', reason: 'the raw buffer' },
        'NdArray.stride': { verdict: 'refuse', reason: RAW },
        'NdArray.offset': { verdict: 'refuse', reason: RAW },
        'NdArray.order': { verdict: 'refuse', reason: RAW },
        'NdArray.dtype': { signatures: ['() => string'], reason: 'the name of the element type' },
        'NdArray.get': { signatures: [`(...public indices: number[]) => ${ELEMENT}`], reason: 'an element, of whatever type' },
        'NdArray.index': { signatures: ['(...public indices: number[]) => number'], reason: 'a position in the compacted data' },
        'NdArray.set': {
          verdict: 'allow',
          signatures: [
            '(public i: number, value: number | bigint) => ndarray.NdArray',
            '(public i: number, public j: number, value: number | bigint) => ndarray.NdArray',
            '(public i: number, public j: number, public k: number, value: number | bigint) => ndarray.NdArray',
          ],
          reason: 'what it gives back is the value that it was given; the changed copy is its result',
        },
        'NdArray.lo': { signatures: ['(...public starts: number[]) => ndarray.NdArray'], reason: 'positions set the shape' },
        'NdArray.hi': { signatures: ['(...public lengths: number[]) => ndarray.NdArray'], reason: 'lengths set the shape' },
        'NdArray.step': { signatures: ['(...public steps: number[]) => ndarray.NdArray'], reason: 'steps set the shape' },
        'NdArray.transpose': { signatures: ['(...public axes: number[]) => ndarray.NdArray'], reason: 'axes set the shape' },
        'NdArray.pick': { signatures: ['(...public indices: (number | null)[]) => ndarray.NdArray'], reason: 'positions set the shape' },
        'View*.valueOf': { verdict: 'refuse', reason: 'a value of an array of rank 0; get says it for every rank' },
      },
      types: {
        View0dbigint64: view,
        View0dfloat16: view,
        View0dfloat32: view,
        View0dfloat64: view,
        View1dbigint64: view,
        View1dbiguint64: view,
        View1dfloat16: view,
        View1dfloat32: view,
        View1dfloat64: view,
        View1dint16: view,
        View1dint32: view,
        View1dint8: view,
        View2dbigint64: view,
        View2dbiguint64: view,
        View2dfloat16: view,
        View4dbigint64: view,
        View5dfloat16: view,
        View_Nilbigint64: view,
        View_Nilfloat64: view,
      },
    },
    {
      name: 'ndarray-ops',
      range: '>=1.2.2 <2.0.0',
      root: 'ndarrayOps',
      members: {
        '*': compiled('compiled for the operands’ dtypes'),
        '*eq': { ...compiled('declared to give a boolean, and gives the changed array'), accept: 'probe' },
        ...Object.fromEntries(REDUCTIONS.map((name) => [name, keepsCompiled('one value of the whole array')])),
        'arg*': {
          ...keepsCompiled('declared to take an index, and takes an array alone; gives one place along each axis'),
          signatures: ['(array: ndarray.NdArray) => number[]'],
        },
      },
    },
    {
      name: 'ndarray-fft',
      range: '>=1.0.3 <2.0.0',
      root: 'ndarrayFft',
      members: { default: { ...compiled('changes copies of both parts; the direction chooses a branch'), publicParams: ['dir'] } },
    },
    {
      name: 'ndarray-gemm',
      range: '>=1.0.0 <2.0.0',
      root: 'ndarrayGemm',
      members: { default: keepsCompiled('compiled for the operands’ dtypes') },
    },
    {
      name: 'ndarray-pack',
      range: '>=1.2.1 <2.0.0',
      root: 'ndarrayPack',
      members: {
        default: {
          ...compiled('compiled for the depth of the lists'),
          signatures: ['(arr: number[] | number[][] | number[][][]) => ndarray.NdArray'],
        },
      },
    },
    {
      name: 'ndarray-unpack',
      range: '>=1.0.0 <2.0.0',
      root: 'ndarrayUnpack',
      members: {
        default: {
          ...compiled('lists as deep as the array has axes'),
          signatures: ['(arr: ndarray.NdArray) => number[] | number[][] | number[][][] | bigint[] | bigint[][] | bigint[][][]'],
        },
      },
    },
  ],
});
