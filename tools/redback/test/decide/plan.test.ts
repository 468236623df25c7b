import { formatType, parseManifest, parseType, type TypeRef } from '@syft-libs/ast';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decidePackage } from '../../src/decide/decide-package.ts';
import { RULES } from '../../src/decide/rules/table.ts';
import { summarize } from '../../src/decide/summary.ts';
import type { Example } from '../../src/surface/sample.ts';
import type { DeclaredFacts, ProbeFacts, RuntimeFacts, SeenKind } from '../../src/surface/snapshot.ts';
import { judged, type MemberTraits, member, plan, results, snapshotOf, type } from './make-snapshot.ts';

const VEC = type('Vec');
const GRID = type('Grid', {
  travel: { kind: 'array', view: null, factory: 'lib.grid', how: 'call', dtypes: ['int8', 'float64', 'array'] },
  extends: ['lib.Base'],
  ownOnInstance: ['shape'],
});
const BASE = type('Base', { exportedAs: null });
const calls = (...args: Example['args'][]): readonly Example[] => args.map((one) => ({ receiver: null, args: one }));

test('a plan has what the package is printed from, for allowed entries alone', () => {
  const growth = { size: { factor: 1, terms: [{ of: 'elements', power: 1 }] }, time: { factor: 2, terms: [{ of: 'elements', power: 1 }] } };
  const hazards = [
    { param: 0, values: 'huge' },
    { param: 3, values: 'nan' },
  ] as const;
  const examples = calls([1], ['text'], [{ $: 'callback', name: 'first' }], [1, 1]);
  const facts = { growth, hazards, examples };
  const made = plan([
    member('f', { declared: ['(n: number, by?: callback) => number'], probe: { ...facts, callsBack: true } }),
    member('g', { probe: { ...facts, reached: ['net'] } }),
  ]);
  expect(made.libraries[0]).toMatchObject({
    name: 'lib',
    range: '^1.2.3',
    entryPoints: [{ subpath: '.' }],
    bounds: { 'lib.f': growth },
    hazards: { 'lib.f': [hazards[0]] },
    cases: { 'lib.f': [{ receiver: null, args: [1] }] },
  });
  expect(Object.keys(made.libraries[0]?.bounds ?? {})).toEqual(['lib.f']);
});

test('types that have members or stand in allowed signatures are listed, with ancestors, codecs, samples and recipes', () => {
  const members = [
    member('grid', { declared: ['(x: number[]) => lib.Grid'], probe: results('lib.Grid') }),
    member('Base.size', { kind: 'property', declared: ['() => number'], runtime: { typeof: 'number' } }),
    member('Grid.shape', {
      kind: 'property',
      declared: ['() => number[]'],
      probe: results('number[]'),
      runtime: { typeof: 'object', isOnInstanceOnly: true },
    }),
  ];
  const made = plan(members, { seen: [VEC, GRID, BASE] });
  expect(made.manifest.libraries[0]?.types).toEqual([
    {
      id: 'lib.Grid',
      detect: 'shape',
      extends: ['lib.Base'],
      membersOf: null,
      codec: 'lib/Grid',
      accepts: ['ast.Column', 'Int8Array', 'Float64Array'],
      ownOnInstance: ['shape'],
    },
    { id: 'lib.Base', detect: 'instance', extends: [], membersOf: null, codec: 'lib/Base', accepts: [], ownOnInstance: ['items'] },
  ]);
  expect(made.libraries[0]?.codecs.map(({ type: id, tag }) => `${id} ${tag}`)).toEqual(['lib.Grid lib/Grid', 'lib.Base lib/Base']);
  expect(Object.keys(made.libraries[0]?.samples ?? {})).toEqual(['lib.Grid', 'lib.Base']);
  expect(Object.keys(made.libraries[0]?.recipes ?? {})).toEqual(['lib.Grid', 'lib.Base']);
  expect(judged(made, 'Grid.shape').disclosure).toBe('metadata');
});

test('a type whose field cannot travel cannot either, one that holds itself can', () => {
  const field = (of: string) => ({ travel: { kind: 'structure', fields: [{ name: 'next', type: of }], lengths: [] } }) as const;
  const gives = (id: string) => member(`make${id}`, { declared: [`(x: number) => lib.${id}`], probe: results(`lib.${id}`) });
  const seen = [type('Node', field('lib.Node | null')), type('Job', field('lib.Lock')), type('Lock', { travel: null })];
  const made = plan([gives('Node'), gives('Job')], { seen });
  expect([judged(made, 'makeNode').rule, judged(made, 'makeJob').rule]).toEqual(['pure', 'type-stays']);
});

test('an error never gets a codec, however well it would travel', () => {
  const made = plan([member('Fail.code', { kind: 'property', declared: ['() => number'], runtime: { typeof: 'number' } })], {
    seen: [type('Fail', { builtin: 'Error' })],
  });
  expect(made.manifest.libraries[0]?.types).toMatchObject([{ id: 'lib.Fail', codec: null }]);
  expect(judged(made)).toMatchObject({ rule: 'error-class', verdict: 'refuse' });
});

test('a name that pointers have for themselves ends in _, until no sibling has it', () => {
  const method: MemberTraits = { kind: 'method', declared: ['(n: number) => number'] };
  const made = plan([member('Vec.get', method), member('Vec.get_', method), member('Vec.add', method), member('get')], { seen: [VEC] });
  const names = made.manifest.libraries[0]?.members.map(({ path, remoteName }) => `${path} ${remoteName}`);
  expect(names).toEqual(['lib.Vec.add add', 'lib.Vec.get get__', 'lib.Vec.get_ get_', 'lib.get get']);
});

test('what reduces rows to one value is aggregate, and the doc is one sentence', () => {
  const doc = 'The mean of a list. It is NaN for an empty one.';
  const found = judged(plan([member('mean', { declared: { signatures: ['(x: number[]) => number'], doc }, probe: { rows: 'reduce' } })]));
  expect([found.disclosure, found.doc]).toEqual(['aggregate', 'The mean of a list.']);
});

test('without a decision the range ends before the next version that may break', () => {
  const range = (version: string) => {
    const snapshot = snapshotOf([member('f')]);
    return decidePackage([{ ...snapshot, library: { ...snapshot.library, version } }], { libraries: [] }, { packageName: 'p' }).libraries[0]
      ?.range;
  };
  expect([range('6.15.1'), range('0.16.1')]).toEqual(['>=6.15.1 <7.0.0', '>=0.16.1 <0.17.0']);
});

test('a summary counts callables once, without those that a safety rule keeps back', () => {
  const made = plan([
    member('mean', { probe: { examples: calls([{ $: 'list', items: [1] }]) } }),
    member('average', { aliasOf: 'lib.mean' }),
    member('read', { probe: { reached: ['fs'] } }),
    member('label', { declared: ['(x: number) => string'] }),
    member('ghost', { runtime: null }),
    member('PI', { kind: 'constant', declared: null, probe: null, runtime: { typeof: 'number', constant: '3' } }),
  ]);
  const [library] = summarize(made).libraries;
  expect(library).toMatchObject({ found: 6, allowed: 3, refused: 2, review: 1, aliases: 1, tested: 2 });
  expect(library?.rules.map(({ rule, count }) => `${rule} ${count}`)).toEqual(['missing 1', 'io 1', 'conflict 1', 'constant 1', 'pure 1']);
  expect(library?.callables).toMatchObject({
    open: 2,
    allowed: 1,
    share: 0.5,
    unsafe: [{ path: 'lib.read', rule: 'io', reason: 'reaches outside the library: fs' }],
  });
});

const TYPES = [
  'number',
  'number[]',
  'string',
  'undefined',
  'unknown',
  'callback',
  'lib.Vec',
  'lib.Lock',
  'lib.Fail',
  'other.Thing',
  '{ a: number, by?: callback }',
  'number | callback',
  '[number, unknown]',
  'Map<string, callback>',
];
const anyType = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('number', 'number[]', 'lib.Vec') }, fc.constantFrom(...TYPES));
const anyParams = fc.array(fc.tuple(anyType, fc.boolean()), { maxLength: 3 });
const rare = fc.integer({ min: 0, max: 15 }).map((value) => value === 0);
const mostly = <T>(usual: T, ...others: readonly T[]) => fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));

const signatureOf = (params: readonly (readonly [string, boolean])[], returns: string) => {
  const isOpen = (index: number) => params.slice(index).every(([, optional]) => optional);
  return `(${params.map(([text], index) => `p${index}${isOpen(index) ? '?' : ''}: ${text}`).join(', ')}) => ${returns}`;
};

/** Members that are mostly sound, each with a few things that are not. */
const anyMember = fc.tuple(anyType, anyType, anyParams, anyParams).chain(([gives, other, params, more]) => {
  const signatures = mostly<readonly string[]>(
    [signatureOf(params, gives)],
    [signatureOf(params, other)],
    [signatureOf(more, other), signatureOf(params, gives)],
    [],
  );
  return fc.record({
    kind: mostly<SeenKind>('function', 'method', 'property', 'constant', 'class'),
    declared: fc.option(fc.record({ source: mostly<DeclaredFacts['source']>('declaration', 'jsdoc', 'inferred'), signatures }), {
      freq: 8,
    }),
    runtime: mostly<Partial<RuntimeFacts> | null>({}, { typeof: 'object' }, { access: 'get' }, { smells: ['eval'] }, null),
    probe: fc.record({
      ok: mostly(8, 0, 1, 2, 3),
      results: mostly([gives], [gives, other], [other], []).map((types) => types.map((one) => ({ type: one, count: 3 }))),
      signatures,
      isAsync: rare,
      reached: mostly<readonly string[]>([], ['fs'], ['native']),
      generates: rare,
      changesModule: rare,
      callsBack: rare,
      isUnstable: rare,
      usesClock: rare,
      usesRandom: rare,
      mutates: mostly<readonly string[]>([], ['self'], ['arg:0'], ['self', 'arg:1']),
      givesBack: mostly<ProbeFacts['givesBack']>(null, 'changed', 'nothing', 'other'),
    }),
  });
});

test('no member that does, changes or takes what is forbidden is ever allowed by itself, and every plan is a manifest', () => {
  const seen = [VEC, type('Lock', { travel: null }), type('Fail', { builtin: 'Error' })];
  let allowed = 0;
  fc.assert(
    fc.property(anyMember, fc.boolean(), (traits, below) => {
      const one = member(below ? 'Vec.f' : 'f', traits);
      const made = plan([one], { seen });
      parseManifest(JSON.parse(JSON.stringify(made.manifest)));
      const found = judged(made);
      expect(RULES.some(({ name, verdict }) => name === found.rule && verdict === found.verdict)).toBe(true);
      if (found.verdict !== 'allow') return;
      allowed++;
      const { probe } = one;
      const forbidden =
        probe !== null &&
        (probe.reached.length > 0 ||
          probe.generates ||
          probe.changesModule ||
          probe.isUnstable ||
          probe.usesClock ||
          (probe.mutates.length > 1 && probe.givesBack !== 'nothing'));
      expect([forbidden, found.evidence.conflict, found.evidence.runtime, one.runtime?.smells]).toEqual([false, false, true, []]);
      const text = found.signatures
        .flatMap(({ params, returns }) => [returns, ...params.map((param) => param.type)])
        .map((type_) => formatType(parseType(type_) as TypeRef));
      expect(text.join(' ; ')).not.toMatch(/unknown|callback|lib\.Lock|lib\.Fail|other\./);
    }),
    { numRuns: 1_000 },
  );
  expect(allowed).toBeGreaterThan(50);
}, 60_000);
