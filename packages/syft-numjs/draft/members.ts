// Properties that exist on instances only, and everything else that is refused.
import { allow, type Entry, type Overrides, refuse } from './entry.ts';
import { BYTES, CUBE, MATRIX, SCALAR, VECTOR } from './sample.ts';

const METADATA: Overrides = {
  kind: 'property',
  disclosure: 'metadata',
  rows: 'mix',
  size: 'scalar',
  cost: 'none',
  reason: 'shape and type, read only',
  ok: [[VECTOR], [MATRIX], [SCALAR], [BYTES]],
};
const TEXT = 'a rendering in text of private values; cut at a mutable threshold';
const MUTABLE = 'settings and classes of the library that every caller shares';

export const MEMBERS: readonly Entry[] = [
  allow('numjs.NdArray.size', '() => number', METADATA),
  allow('numjs.NdArray.shape', '() => number[]', { ...METADATA, size: 'rank(0)' }),
  allow('numjs.NdArray.ndim', '() => number', METADATA),
  allow('numjs.NdArray.dtype', '() => ElementType', {
    ...METADATA,
    reason: 'read only; its setter is refused: it changes the array in place',
  }),
  allow('numjs.NdArray.T', '() => NdArray', {
    kind: 'property',
    aliases: ['self'],
    rows: 'permute',
    ok: [[MATRIX], [VECTOR], [CUBE], [SCALAR]],
  }),
  refuse('numjs.NdArray.selection', 'property', 'the raw view: whole buffer, strides, writable'),
  refuse('numjs.NdArray.set', 'method', 'mutates the receiver but returns the value it wrote, so its result is not the changed array', {
    mutates: ['self'],
    signature: '(...public indicesAndValue: number[]) => number',
  }),
  refuse('numjs.NdArray.iteraxis', 'method', 'calls back', { signature: '(axis: number, cb: callback) => undefined' }),
  refuse('numjs.NdArray.toString', 'method', TEXT, { remoteName: 'toString_', signature: '() => string' }),
  refuse('numjs.NdArray.inspect', 'method', TEXT, { aliasOf: 'numjs.NdArray.toString', signature: '() => string' }),
  refuse('numjs.NdArray.toJSON', 'method', `${TEXT}; it loses NaN and -0`, { remoteName: 'toJSON_', signature: '() => string' }),
  refuse('numjs.config', 'constant', MUTABLE),
  refuse('numjs.config.printThreshold', 'constant', MUTABLE, { signature: '() => number' }),
  refuse('numjs.config.nFloatingValues', 'constant', MUTABLE, { signature: '() => number' }),
  refuse('numjs.dtypes', 'constant', MUTABLE),
  ...['int8', 'int16', 'int32', 'uint8', 'uint16', 'uint32', 'float32', 'float64', 'array'].map((name) =>
    refuse(`numjs.dtypes.${name}`, 'constant', 'a constructor of the engine; name a dtype by its string'),
  ),
  refuse('numjs.errors', 'constant', MUTABLE),
  ...['ValueError', 'ConfigError', 'NotImplementedError'].map((name) =>
    refuse(`numjs.errors.${name}`, 'constructor', 'an error class; what fails inside is sealed'),
  ),
];
