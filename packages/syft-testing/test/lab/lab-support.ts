import {
  type ArrayValue,
  boundOfShape,
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
  type OperandView,
  parseSignature,
  SyftError,
  signatureText,
  surfaceTypeOf,
  type TypedArray,
  weighArray,
} from '@syft-libs/ast';
import { lab, type Measure, truthRows, Vec } from './lab-library.ts';

const TYPE = 'lab.Vec';
const isVec = (value: unknown): value is Vec => typeof value === 'object' && value !== null && Object.hasOwn(value, 'isVec');

export const vecCodec: Codec<ArrayValue, Vec> = {
  tag: 'lab/Vec',
  type: TYPE,
  schema: 'ArrayBody',
  detect: (value): value is ArrayValue | Vec => isVec(value) || isArrayValue(value, TYPE),
  encode: (value, encoder) =>
    encodeArray(isVec(value) ? { dtype: 'float64', shape: [value.data.length], data: value.data } : value, encoder),
  decode(body, decoder) {
    const array = decodeArray(body, TYPE, decoder);
    if (array.dtype === 'array' || array.shape.length !== 1)
      throw new SyftError('PROTOCOL', 'cannot read vector: it has one axis and a type');
    return array;
  },
  weigh: (value) => (isVec(value) ? value.data.byteLength : weighArray(value)),
  revive(value, library) {
    const { data } = ArrayBuffer.isView(value) ? { data: value } : (value as ArrayValue);
    const numbers = data instanceof Float64Array ? data : Float64Array.from(data as TypedArray as Float64Array, Number);
    return new (library as typeof lab).Vec(numbers);
  },
  isolate(live, shared, library) {
    const { data } = live;
    return data.buffer.byteLength === data.byteLength && !shared(data.buffer) ? live : new (library as typeof lab).Vec(data.slice());
  },
};

/** Asked before its base's, which takes every vector for its own. */
const measureCodec: Codec<ArrayValue, Measure> = {
  ...vecCodec,
  tag: 'lab/Measure',
  type: 'lab.Measure',
  detect: (value): value is ArrayValue | Measure =>
    (isVec(value) && Object.hasOwn(value, 'isMeasure')) || isArrayValue(value, 'lab.Measure'),
  decode: (body, decoder) => ({ ...vecCodec.decode(body, decoder), type: 'lab.Measure' }),
  revive: (value, library) => new (library as typeof lab).Measure(Float64Array.from((value as ArrayValue).data as Float64Array)),
  isolate: (live, _, library) => new (library as typeof lab).Measure(live.data.slice()),
};

type Marks = Partial<Pick<ManifestMember, 'kind' | 'verdict' | 'reason' | 'aliasOf'>> & {
  readonly mutates?: string;
  readonly random?: boolean;
};

function member(name: string, signatures: string | readonly string[], { mutates, random = false, ...marks }: Marks = {}): ManifestMember {
  return {
    path: `lab.${name}`,
    kind: 'function',
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
    ...marks,
  };
}

const MEMBERS: readonly ManifestMember[] = [
  member('EPSILON', '() => number', { kind: 'constant' }),
  member('Vec', '(data: Float64Array) => lab.Vec', { kind: 'constructor', verdict: 'refuse', reason: 'raw constructor' }),
  member('Measure.total', '() => number', { kind: 'method' }),
  member('Measure.unit', '() => string', { kind: 'method' }),
  member('TruthRows.countTrue', '() => number', { kind: 'method' }),
  member('Vec.reverse', '() => lab.Vec', { kind: 'method', mutates: 'self' }),
  member('Vec.scale', '(by: number) => lab.Vec', { kind: 'method' }),
  member('Vec.show', '() => string', { kind: 'method', verdict: 'refuse', reason: 'string rendering' }),
  member('Vec.size', '() => number', { kind: 'property' }),
  member('Vec.total', '() => number', { kind: 'method' }),
  member('add', ['(a: lab.Vec, b: lab.Vec) => lab.Vec', '(a: lab.Vec, b: number) => lab.Vec']),
  member('at', '(v: lab.Vec, index: number) => number | undefined'),
  member('elementAt', '(v: lab.Vec, index: number) => number | undefined', { aliasOf: 'lab.at' }),
  member('fill', '(v: lab.Vec, value: number) => lab.Vec', { mutates: 'arg:0' }),
  member('halves', '(v: lab.Vec) => lab.Vec[]'),
  member('join', '(list: lab.Vec[]) => lab.Vec'),
  member('kind', '(x: lab.Vec | number) => string'),
  member('map', '(v: lab.Vec, change: callback) => lab.Vec', { verdict: 'refuse', reason: 'takes a callback' }),
  member('mean', '(list: number[]) => number'),
  member('measure', '(v: lab.Vec) => lab.Measure'),
  member('outer', '(a: lab.Vec, b: lab.Vec) => lab.Vec'),
  member('pickAll', '(v: lab.Vec, public places: number[]) => number[]'),
  member('positive', '(v: lab.Vec) => lab.Vec'),
  member('random', '(public length: number) => lab.Vec', { random: true }),
  member('read', '() => string', { verdict: 'review', reason: 'reads files' }),
  member('same', '(v: lab.Vec) => lab.Vec'),
  member('signs', '(list: number[]) => boolean[][]'),
  member('sorted', '(list: number[]) => number[]', { mutates: 'arg:0' }),
  member('spin', '(public milliseconds: number) => number'),
  member('sums', '(lists: number[][]) => number[]'),
  member('take', '(v: lab.Vec, public count: number) => lab.Vec'),
  member('total', '(v: lab.Vec) => number'),
  member('zeros', '(public length: number) => lab.Vec'),
];

const TYPES: readonly ManifestType[] = [
  { id: TYPE, detect: 'shape', extends: [], membersOf: null, codec: 'lab/Vec', accepts: ['ast.Column', 'Float64Array'], ownOnInstance: [] },
  { id: 'lab.Measure', detect: 'shape', extends: [TYPE], membersOf: null, codec: 'lab/Measure', accepts: [], ownOnInstance: [] },
  { id: 'lab.TruthRows', detect: 'primitive', extends: [], membersOf: 'boolean[][]', codec: null, accepts: [], ownOnInstance: [] },
];

const manifest: Manifest = {
  manifest: 1,
  contract: 1,
  crawler: { version: '0', oracle: 'none', node: '24' },
  libraries: [
    {
      name: 'lab',
      version: '1.0.0',
      root: 'lab',
      aliases: {},
      members: MEMBERS,
      types: TYPES,
    },
  ],
};

const isLength = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;
const length = ([view]: readonly OperandView[]): string | undefined =>
  isLength(view?.value) ? undefined : 'a length is a whole number from 0';
const lengths = ([view]: readonly OperandView[]) => ({ result: boundOfShape([view?.value as number]), operations: view?.value as number });

/** What a support package of the lab's library looks like to domains and clients. */
export const labSupport = defineSupport({
  name: '@test/lab',
  module: import.meta.url,
  surfaces: [
    {
      root: 'lab',
      library: 'lab',
      version: '1.0.0',
      digest: 'ab',
      aliases: {},
      types: TYPES.map(surfaceTypeOf),
      entries: MEMBERS.filter(({ verdict }) => verdict === 'allow').map(({ path, kind, signatures }) => [
        path.slice('lab.'.length),
        kind,
        joinSignatures(signatures.map(signatureText)),
      ]),
    },
  ],
  codecs: [measureCodec as never, vecCodec as never],
  guards: {
    'lab.zeros': length,
    'lab.random': length,
    // A column that stands for the list has to come as one: this guard knows no columns.
    'lab.pickAll': ([, places]) => (Array.isArray(places?.value) && places.value.every(isLength) ? undefined : 'places are whole numbers'),
    'lab.take': ([, count]) => length([count as OperandView]),
    'lab.spin': ([view]) => (Number(view?.value) <= 10_000 ? undefined : 'too long'),
  },
  costs: {
    'lab.zeros': lengths,
    'lab.random': lengths,
    'lab.outer': ([a, b]) => {
      const elements = (a?.bound.elements ?? 0) * (b?.bound.elements ?? 0);
      return { result: { elements }, operations: elements };
    },
  },
  load: async () => [
    { root: 'lab', version: '1.0.0', module: lab, samples: { [TYPE]: new Vec(new Float64Array(1)), 'lab.TruthRows': truthRows } },
  ],
  manifest: async () => manifest,
});
