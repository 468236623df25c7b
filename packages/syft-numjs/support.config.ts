import { defineDecisions } from '@syft-libs/ast';

const RENDERING = 'a rendering in text of private values; cut at a mutable threshold';
const SHARED = 'settings and classes of the library that every caller shares';
const IMAGE_FILE = 'reads an image file through native code; upload the pixels as an array';
const COPIES = 'pure: always copies; without its copy parameter it cannot write to its receiver';

const copying = Object.fromEntries(
  'assign add subtract multiply divide pow mod exp log sqrt round'
    .split(' ')
    .map((name) => [`NdArray.${name}`, { verdict: 'allow', reason: COPIES, dropParams: ['copy'] } as const]),
);

export default defineDecisions({
  libraries: [
    {
      name: 'numjs',
      range: '>=0.16.1 <0.17.0',
      root: 'numjs',
      members: {
        ...copying,
        random: { verdict: 'allow', reason: 'pure but for Math.random, marked' },
        empty: { verdict: 'refuse', reason: 'uninitialised: elements are undefined where dtype is array; zeros does it' },
        ndarray: { verdict: 'refuse', reason: 'raw constructor over any buffer, shape, stride and offset; array makes arrays' },
        NdArray: { verdict: 'refuse', reason: 'raw constructor: with one argument it takes anything for its view, unchecked' },
        'NdArray.selection': { verdict: 'refuse', reason: 'the raw view: whole buffer, strides, writable' },
        'NdArray.set': {
          verdict: 'refuse',
          reason: 'mutates the receiver but returns the value it wrote, so its result is not the changed array',
        },
        'NdArray.iteraxis': { verdict: 'refuse', reason: 'calls back' },
        'NdArray.toString': { verdict: 'refuse', reason: RENDERING },
        'NdArray.inspect': { verdict: 'refuse', reason: RENDERING },
        'NdArray.toJSON': { verdict: 'refuse', reason: `${RENDERING}; it loses NaN and -0` },
        config: { verdict: 'refuse', reason: SHARED },
        'config.*': { verdict: 'refuse', reason: SHARED },
        dtypes: { verdict: 'refuse', reason: SHARED },
        'dtypes.*': { verdict: 'refuse', reason: 'a constructor of the engine; name a dtype by its string' },
        errors: { verdict: 'refuse', reason: SHARED },
        'errors.*': { verdict: 'refuse', reason: 'an error class; what fails inside is sealed' },
        images: { verdict: 'refuse', reason: 'a namespace is not a value; its members stand on their own' },
        'images.data': { verdict: 'refuse', reason: 'a namespace of getters that read files' },
        'images.data.*': { verdict: 'refuse', reason: IMAGE_FILE },
        'images.read': { verdict: 'refuse', reason: IMAGE_FILE },
        'images.save': { verdict: 'refuse', reason: 'writes a file' },
        'images.resize': { verdict: 'refuse', reason: 'native code (sharp), or a canvas in a browser' },
      },
    },
  ],
});
