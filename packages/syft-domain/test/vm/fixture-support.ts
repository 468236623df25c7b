import {
  type ArrayValue,
  type Codec,
  decodeArray,
  defineSupport,
  encodeArray,
  formatType,
  isArrayValue,
  joinSignatures,
  type Manifest,
  type ManifestMember,
  type ManifestType,
  parseSignature,
  SyftError,
  signatureText,
  surfaceTypeOf,
  type TypedArray,
  weighArray,
} from '@syft-libs/ast';
import { fix, type Unit, Vec } from './fixture-library.ts';

const TYPE = 'fix.Vec';
const isVec = (value: unknown): value is Vec => typeof value === 'object' && value !== null && Object.hasOwn(value, 'isVec');

const vecCodec: Codec<ArrayValue, Vec> = {
  tag: 'fix/Vec',
  type: TYPE,
  schema: 'ArrayBody',
  detect: (value): value is ArrayValue | Vec => (isVec(value) && !Object.hasOwn(value, 'isUnit')) || isArrayValue(value, TYPE),
  encode: (value, encoder) =>
    encodeArray(isVec(value) ? { dtype: 'float64', shape: [value.data.length], data: value.data } : value, encoder),
  decode: (body, decoder) => decodeArray(body, TYPE, decoder),
  weigh: (value) => (isVec(value) ? value.data.byteLength : weighArray(value)),
  revive(value, library) {
    const { data } = Array.isArray(value) || ArrayBuffer.isView(value) ? { data: value } : (value as ArrayValue);
    const numbers = data instanceof Float64Array ? data : Float64Array.from(data as TypedArray as Float64Array, Number);
    if (Array.isArray(value) && numbers.some(Number.isNaN)) throw new SyftError('BAD_ARGUMENT', 'cannot make Vec: not numbers');
    return new (library as typeof fix).Vec(numbers);
  },
  isolate(live, shared, library) {
    const { data } = live;
    const whole = data.buffer.byteLength === data.byteLength;
    return whole && !shared(data.buffer) ? live : new (library as typeof fix).Vec(data.slice());
  },
};

/** Of values that the codec of their base knows nothing of. */
const unitCodec: Codec<ArrayValue, Unit> = {
  ...vecCodec,
  tag: 'fix/Unit',
  type: 'fix.Unit',
  detect: (value): value is ArrayValue | Unit => (isVec(value) && Object.hasOwn(value, 'isUnit')) || isArrayValue(value, 'fix.Unit'),
  decode: (body, decoder) => decodeArray(body, 'fix.Unit', decoder),
  revive: (value, library) => new (library as typeof fix).Unit((value as ArrayValue).data as Float64Array),
  isolate: (live, _, library) => new (library as typeof fix).Unit(live.data.slice()),
};

type Marks = Partial<{ kind: ManifestMember['kind']; mutates: string; random: boolean }>;

function member(
  name: string,
  signatures: string | readonly string[],
  { kind = 'function', mutates, random = false }: Marks = {},
): ManifestMember {
  return {
    path: `fix.${name}`,
    kind,
    aliasOf: null,
    ownName: null,
    remoteName: name.split('.').at(-1) as string,
    signatures: [signatures].flat().map((text) => {
      const { params, returns, async } = parseSignature(text);
      return { params: params.map((param) => ({ ...param, type: formatType(param.type) })), returns: formatType(returns), async };
    }),
    effects: {
      mutates: mutates === undefined ? [] : [mutates],
      random,
      io: 'none',
      evals: false,
      moduleState: false,
      rows: 'mix',
      shapeDependsOnData: false,
    },
    disclosure: 'assign',
    verdict: 'allow',
    rule: 'decision',
    reason: 'a fixture',
    doc: '',
    evidence: { runtime: true, declared: null, jsdoc: null, probe: null, conflict: false },
  };
}

export const MEMBERS: readonly ManifestMember[] = [
  member('PI', '() => number', { kind: 'constant' }),
  member('LEVELS', '() => number[]', { kind: 'constant' }),
  member('ORIGIN', '() => fix.Vec', { kind: 'constant' }),
  member('moveOrigin', '(x: number) => number'),
  member('zero', '() => number'),
  member('inc', '(x: number) => number'),
  member('add', '(a: fix.Vec, b: fix.Vec | number) => fix.Vec'),
  member('sum', '(a: fix.Vec) => number'),
  member('fill', '(a: fix.Vec, x: number) => fix.Vec', { mutates: 'arg:0' }),
  member('same', '(a: fix.Vec) => fix.Vec'),
  member('firstHalf', '(a: fix.Vec) => fix.Vec'),
  member('window', '(a: Float64Array) => Float64Array'),
  member('pair', '(a: fix.Vec) => fix.Vec[]'),
  member('sameList', '(list: number[]) => number[]'),
  member('sortList', '(list: number[]) => number[]', { mutates: 'arg:0' }),
  member('isFrozen', '(list: number[]) => boolean'),
  member('concat', '(list: fix.Vec[]) => fix.Vec'),
  member('wrapped', '(record: { of: fix.Vec, by?: number }) => fix.Vec'),
  member('half', '(text: string) => string'),
  member('kind', ['(x: number) => string', '(x: fix.Vec | string) => string']),
  member('either', '(x: number[] | fix.Vec) => string'),
  member('isPlainList', '(list: number[]) => boolean'),
  member('rows', '(lists: number[][]) => number[][]'),
  member('sizeOf', '(x: Float64Array | number[]) => string'),
  member('asList', '(a: fix.Vec) => number[]'),
  member('unit', '(a: fix.Vec) => fix.Unit'),
  member('anyUnit', '() => fix.Vec'),
  member('unitOn', '(a: fix.Vec) => fix.Vec'),
  member('notUnit', '() => fix.Unit'),
  member('className', '(a: fix.Vec) => string'),
  member('Unit.sum', '() => number', { kind: 'method' }),
  member('max', '(first: number, ...rest: number[]) => number'),
  member('count', '(a: number, b?: number, c?: number) => number'),
  member('random', '(public n: number) => fix.Vec', { random: true }),
  member('later', '(x: number) => Promise<number>'),
  member('never', '() => Promise<number>'),
  member('thenable', '(a: fix.Vec) => fix.Vec'),
  member('rejected', '() => number'),
  member('fail', '(a: fix.Vec) => number'),
  member('failOddly', '() => number'),
  member('claimLost', '() => number'),
  member('wrong', '() => number'),
  member('unsendable', '() => ast.Record'),
  member('itself', '() => ast.List'),
  member('nans', '() => fix.Vec'),
  member('nanRecord', '() => { a: Float32Array, b: number[] }'),
  member('spin', '(milliseconds: number) => number'),
  member('loop', '() => number'),
  member('hoardBuffers', '() => number'),
  member('hoardObjects', '() => number'),
  member('hoardOneArray', '() => number'),
  member('litter', '(times: number) => number'),
  member('exit', '() => number'),
  member('crashLater', '(x: number) => number'),
  member('print', '(a: fix.Vec) => boolean'),
  member('Vec.sum', '() => number', { kind: 'method' }),
  member('Vec.size', '() => number', { kind: 'property' }),
  member('Vec.reverse', '() => fix.Vec', { kind: 'method', mutates: 'self' }),
];

const TYPES: readonly ManifestType[] = [
  {
    id: TYPE,
    detect: 'shape',
    extends: [],
    membersOf: null,
    codec: 'fix/Vec',
    accepts: ['ast.Column', 'ast.List', 'Float64Array'],
    ownOnInstance: ['size'],
  },
  { id: 'fix.Unit', detect: 'shape', extends: [TYPE], membersOf: null, codec: 'fix/Unit', accepts: [], ownOnInstance: [] },
];

const manifest: Manifest = {
  manifest: 1,
  contract: 1,
  crawler: { version: '0', oracle: 'none', node: '24' },
  libraries: [
    {
      name: 'fix',
      version: '1.0.0',
      root: 'fix',
      aliases: {},
      types: TYPES,
      members: MEMBERS,
    },
  ],
};

export const fixture = defineSupport({
  name: '@test/fix',
  module: import.meta.url,
  surfaces: [
    {
      root: 'fix',
      library: 'fix',
      version: '1.0.0',
      digest: '',
      aliases: {},
      types: TYPES.map(surfaceTypeOf),
      entries: MEMBERS.map(({ path, kind, signatures }) => [
        path.slice('fix.'.length),
        kind,
        joinSignatures(signatures.map(signatureText)),
      ]),
    },
  ],
  codecs: [unitCodec as never, vecCodec as never],
  load: async () => [{ root: 'fix', version: '1.0.0', module: fix, samples: { [TYPE]: new Vec(new Float64Array(1)) } }],
  manifest: async () => manifest,
});
