// numjs.images: some of it is arithmetic on arrays, the rest reads or writes files.
import { allow, type Entry, type Overrides, refuse } from './entry.ts';
import { MATRIX, ramp, SQUARE, VECTOR } from './sample.ts';

const GRAY = ramp([4, 5], 'uint8');
const COLOUR = ramp([3, 4, 3], 'uint8');
const WITH_ALPHA = ramp([2, 2, 4], 'uint8');
const ONE_CHANNEL = ramp([3, 3, 1]);
const TWO_CHANNELS = ramp([2, 2, 2]);

const TABLE: Overrides = { size: 'plane(0)', guards: ['plane'], ok: [[GRAY], [COLOUR], [WITH_ALPHA], [MATRIX]] };
const EDGES: Overrides = { ...TABLE, guards: ['image'], ok: [[GRAY], [COLOUR], [ONE_CHANNEL], [MATRIX], [SQUARE]] };
const AREA: Overrides = {
  rows: 'reduce',
  disclosure: 'aggregate',
  size: 'scalar',
  cost: 'none',
  guards: ['area'],
  ok: [
    [0, 0, 2, 2, GRAY],
    [1, 1, 2, 3, GRAY],
    [0, 1, 1, 1, MATRIX],
    [1, 0, 1, 2, MATRIX],
  ],
  guarded: [
    [0, 0, 9, 9, GRAY],
    [-1, 0, 1, 1, GRAY],
    [0, 0, 0, 0, GRAY],
    [0, 0, 1, 1, VECTOR],
    [0.5, 0, 1, 1, GRAY],
  ],
};
const AREA_PARAMS = '(public h0: number, public w0: number, public H: number, public W: number, SAT: NdArray) => number';
const FILES = 'reads an image file through native code; upload the pixels as an array';

export const IMAGES: readonly Entry[] = [
  allow('numjs.images.sat', '(img: NdArray) => NdArray', { ...TABLE, throws: [[ONE_CHANNEL], [VECTOR]], guarded: [[TWO_CHANNELS]] }),
  allow('numjs.images.ssat', '(img: NdArray) => NdArray', { ...TABLE, throws: [[ONE_CHANNEL], [VECTOR]], guarded: [[TWO_CHANNELS]] }),
  allow('numjs.images.sobel', '(img: NdArray) => NdArray', { ...EDGES, throws: [[VECTOR]], guarded: [[TWO_CHANNELS]] }),
  allow('numjs.images.scharr', '(img: NdArray) => NdArray', { ...EDGES, throws: [[VECTOR]], guarded: [[TWO_CHANNELS]] }),
  allow('numjs.images.rgb2gray', '(img: NdArray) => NdArray', {
    ...EDGES,
    rows: 'keep',
    aliases: ['arg:0'],
    guarded: [[TWO_CHANNELS], [VECTOR]],
  }),
  allow('numjs.images.flip', '(img: NdArray) => NdArray', {
    rows: 'keep', // each row stays, its columns turn round
    aliases: ['arg:0'],
    ok: [[GRAY], [COLOUR], [VECTOR]],
  }),
  allow('numjs.images.areaSum', AREA_PARAMS, AREA),
  allow('numjs.images.areaValue', AREA_PARAMS, AREA),
  refuse('numjs.images', 'constant', 'a namespace is not a value; its members stand on their own'),
  refuse('numjs.images.read', 'function', FILES, { io: 'native', signature: '(input: string, type?: string) => NdArray' }),
  refuse('numjs.images.save', 'function', 'writes a file', { io: 'native', signature: '(img: NdArray, dest: string) => undefined' }),
  refuse('numjs.images.resize', 'function', 'native code (sharp), or a canvas in a browser', {
    io: 'native',
    signature: '(img: NdArray, public height: number, public width: number) => NdArray',
  }),
  refuse('numjs.images.data', 'constant', 'a namespace of getters that read files'),
  ...['digit', 'five', 'node', 'lena', 'lenna', 'moon'].map((name) =>
    refuse(`numjs.images.data.${name}`, 'property', FILES, { io: 'native', signature: '() => NdArray' }),
  ),
];
