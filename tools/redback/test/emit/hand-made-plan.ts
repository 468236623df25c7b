// A plan with every kind of thing in it, over the two libraries of `fixtures/emit-libs`.
import type { ManifestLibrary, ManifestMember, ManifestType } from '@syft-libs/ast';
import { formatType, parseManifest, parseSignature } from '@syft-libs/ast';
import type { LibraryPlan, PackagePlan } from '../../src/surface/package-plan.ts';

type Given = Partial<Omit<ManifestMember, 'signatures'>> & { readonly signatures?: readonly string[] };

function member(path: string, kind: ManifestMember['kind'], given: Given = {}): ManifestMember {
  const { signatures = [], ...rest } = given;
  return {
    path,
    kind,
    aliasOf: null,
    ownName: null,
    remoteName: path.slice(path.lastIndexOf('.') + 1),
    signatures: signatures.map((text) => {
      const { params, returns, async } = parseSignature(text);
      return { params: params.map((param) => ({ ...param, type: formatType(param.type) })), returns: formatType(returns), async };
    }),
    effects: { mutates: [], random: false, io: 'none', evals: false, moduleState: false, rows: 'mix', shapeDependsOnData: false },
    disclosure: 'assign',
    verdict: 'allow',
    rule: 'pure',
    reason: 'pure as far as probing shows',
    doc: '',
    evidence: { runtime: true, declared: null, jsdoc: null, probe: null, conflict: false },
    ...rest,
  };
}

function type(id: string, given: Partial<ManifestType> = {}): ManifestType {
  return { id, detect: 'shape', extends: [], membersOf: null, codec: id.replace('.', '/'), accepts: [], ownOnInstance: [], ...given };
}

const refused = { verdict: 'refuse', rule: 'callback', reason: 'takes a callback' } as const;

const shapeMembers: readonly ManifestMember[] = [
  member('shapeLib.LIMIT', 'constant', { signatures: ['() => number'] }),
  member('shapeLib.Map', 'constructor', { signatures: ['(size: number) => shapeLib.Map'] }),
  member('shapeLib.Map.double', 'method', { signatures: ['() => shapeLib.Map'] }),
  member('shapeLib.Rectangle', 'constructor', { signatures: ['(sides: number[]) => shapeLib.Rectangle'], doc: 'A box */ of two sides.' }),
  member('shapeLib.Rectangle.add', 'method', { signatures: ['(other: shapeLib.Rectangle) => shapeLib.Rectangle'] }),
  member('shapeLib.Rectangle.add_', 'function', {
    ownName: 'add',
    signatures: ['(left: shapeLib.Rectangle, right: shapeLib.Rectangle) => shapeLib.Rectangle'],
  }),
  member('shapeLib.Rectangle.area', 'method', { signatures: ['(factor: number) => number'] }),
  member('shapeLib.Rectangle.unit', 'function', { signatures: ['() => shapeLib.Rectangle'] }),
  member('shapeLib.Shape', 'constructor', { signatures: ['(name: string) => shapeLib.Shape'] }),
  member('shapeLib.Shape.area', 'method', { signatures: ['() => number'] }),
  member('shapeLib.Shape.count', 'property', { signatures: ['() => number'] }),
  member('shapeLib.Shape.get', 'method', { signatures: ['() => string'], remoteName: 'get_' }),
  member('shapeLib.each', 'function', refused),
  member('shapeLib.label', 'function', { signatures: ['(shape: shapeLib.Shape) => string'] }),
  member('shapeLib.later', 'function', { signatures: ['(values: number[]) => Promise<number>'] }),
  member('shapeLib.linalg.dot', 'function', { signatures: ['(new: number[], delete: number[]) => number'] }),
  member('shapeLib.mean', 'function', { signatures: ['(values: number[]) => number'], doc: 'The arithmetic\nmean.' }),
  member('shapeLib.pair', 'function', { signatures: ['(left: number) => [number, number]', '(left?: number, right: number) => number[]'] }),
  member('shapeLib.stats.spread', 'function', { signatures: ['(values: number[], scale?: number, ...rest: number[]) => number'] }),
  member('shapeLib.zeros', 'function', { signatures: ['(public count: number) => number[]'] }),
];

const shapeLib: ManifestLibrary = {
  name: 'shape-lib',
  version: '1.4.0',
  root: 'shapeLib',
  aliases: {},
  types: [type('shapeLib.Map'), type('shapeLib.Rectangle', { extends: ['shapeLib.Shape'] }), type('shapeLib.Shape')],
  members: shapeMembers,
};

const stridedLib: ManifestLibrary = {
  name: 'strided-lib',
  version: '0.3.1',
  root: 'stridedLib',
  aliases: { Numbers: 'number[] | Float64Array' },
  types: [type('stridedLib.Strided', { accepts: ['ast.Column'] })],
  members: [
    member('stridedLib.Strided', 'constructor', { ...refused, rule: 'aliases', reason: 'keeps what it is given' }),
    member('stridedLib.Strided.at', 'method', { signatures: ['(public index: number) => number'] }),
    member('stridedLib.Strided.reversed', 'method', { signatures: ['() => stridedLib.Strided'] }),
    member('stridedLib.Strided.shape', 'property', { signatures: ['() => number[]'] }),
    member('stridedLib.default', 'function', { signatures: ['(data: Float64Array) => stridedLib.Strided'] }),
    member('stridedLib.total', 'function', { signatures: ['(array: stridedLib.Strided) => number'] }),
  ],
};

const rect = { $: 'new', path: 'shapeLib.Rectangle', args: [{ $: 'list', items: [2, 3] }] } as const;
const array = {
  $: 'call',
  path: 'stridedLib.default',
  args: [{ $: 'array', dtype: 'float64', items: [1, 2, { $: 'number', value: '-0' }] }],
} as const;
const numbers = { $: 'list', items: [1, 2, 6] } as const;

const shapePlan: LibraryPlan = {
  name: 'shape-lib',
  version: '1.4.0',
  root: 'shapeLib',
  range: '>=1.4.0 <2.0.0',
  entryPoints: [
    { subpath: '.', path: 'shapeLib', loads: 'import', declarations: 'none', problem: null },
    { subpath: './linalg', path: 'shapeLib.linalg', loads: 'import', declarations: 'none', problem: null },
  ],
  codecs: [
    structure('shapeLib.Map', [['size', 'number']]),
    structure('shapeLib.Rectangle', shapeFields(), 'Rect'),
    structure('shapeLib.Shape', shapeFields()),
  ],
  bounds: {
    'shapeLib.mean': { size: { factor: 1, terms: [] }, time: { factor: 4, terms: [{ of: 'elements', power: 1 }] } },
    'shapeLib.zeros': {
      size: { factor: 1, terms: [{ of: 'value:0', power: 1 }] },
      time: { factor: 2, terms: [{ of: 'value:0', power: 1 }] },
    },
  },
  hazards: {
    'shapeLib.zeros': [
      { param: 0, values: 'huge' },
      { param: 0, values: 'negative' },
    ],
  },
  cases: {
    'shapeLib.Rectangle.add': [{ receiver: rect, args: [{ $: 'call', path: 'shapeLib.Rectangle.unit', args: [] }] }],
    'shapeLib.Rectangle.add_': [{ receiver: null, args: [rect, rect] }],
    'shapeLib.Shape.count': [{ receiver: { $: 'new', path: 'shapeLib.Shape', args: ['x'] }, args: [] }],
    'shapeLib.linalg.dot': [{ receiver: null, args: [numbers, numbers] }],
    'shapeLib.mean': [
      { receiver: null, args: [numbers] },
      { receiver: null, args: [{ $: 'list', items: [] }] },
    ],
    'shapeLib.stats.spread': [{ receiver: null, args: [numbers, { $: 'undefined' }] }],
    'shapeLib.zeros': [{ receiver: null, args: [3] }],
  },
  samples: {},
  recipes: {
    'shapeLib.Map': [{ $: 'new', path: 'shapeLib.Map', args: [2] }],
    'shapeLib.Rectangle': [rect],
    'shapeLib.Shape': [{ $: 'new', path: 'shapeLib.Shape', args: ['it’s'] }],
  },
};

const stridedPlan: LibraryPlan = {
  name: 'strided-lib',
  version: '0.3.1',
  root: 'stridedLib',
  range: '>=0.3.1 <0.4.0',
  entryPoints: [{ subpath: '.', path: 'stridedLib', loads: 'both', declarations: 'none', problem: null }],
  codecs: [
    {
      type: 'stridedLib.Strided',
      tag: 'stridedLib/Strided',
      travel: { kind: 'array', view: null, factory: 'stridedLib.default', how: 'call', dtypes: ['float64', 'float32'] },
    },
  ],
  bounds: {},
  hazards: {},
  cases: { 'stridedLib.Strided.reversed': [{ receiver: array, args: [] }], 'stridedLib.total': [{ receiver: null, args: [array] }] },
  samples: { 'stridedLib.Strided': array },
  recipes: { 'stridedLib.Strided': [array] },
};

function shapeFields(): readonly (readonly [string, string])[] {
  return [
    ['name', 'string'],
    ['sides', 'number[]'],
  ];
}

function structure(id: string, fields: readonly (readonly [string, string])[], className?: string): LibraryPlan['codecs'][number] {
  const list = fields.map(([name, text]) => ({ name, type: text }));
  const named = className === undefined ? {} : { className };
  return { type: id, tag: id.replace('.', '/'), travel: { kind: 'structure', fields: list, lengths: [], ...named } };
}

/** Both libraries in one package. */
export const pairPlan: PackagePlan = {
  packageName: '@syft-libs/shape-family',
  manifest: parseManifest({
    manifest: 1,
    contract: 1,
    crawler: { version: '1', oracle: 'typescript', node: 'node' },
    libraries: [shapeLib, stridedLib],
  }),
  libraries: [shapePlan, stridedPlan],
};

/** One of them alone. */
export const singlePlan: PackagePlan = {
  packageName: '@syft-libs/shape-lib',
  manifest: { ...pairPlan.manifest, libraries: [shapeLib] },
  libraries: [shapePlan],
};
