import { type Decisions, type MemberDecision, SyftError, signatureText } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import { decidePackage } from '../../src/decide/decide-package.ts';
import { type DecidedBy, judged, type MemberTraits, member, plan, results, snapshotOf, type } from './make-snapshot.ts';

const VEC = type('Vec');
const decided = (traits: MemberTraits, decision: MemberDecision, more: DecidedBy = {}) =>
  judged(plan([member('f', traits)], { seen: [VEC], members: { f: decision }, ...more }));

/** The lines of a refusal. */
function problemsOf(make: () => unknown): readonly string[] {
  try {
    make();
  } catch (error) {
    if (error instanceof SyftError && error.code === 'BAD_CONFIG')
      return error.message
        .split('\n')
        .slice(1)
        .map((line) => line.trim());
    throw error;
  }
  throw new Error('the decisions were followed');
}

test('what a person refuses and a safety rule would too goes by that rule, for the person’s reason', () => {
  const word = { verdict: 'refuse', reason: 'not needed' } as const;
  expect(decided({ probe: { generates: true } }, word)).toMatchObject({ verdict: 'refuse', rule: 'code', reason: 'not needed' });
  expect(decided({}, word)).toMatchObject({ verdict: 'refuse', rule: 'decision', reason: 'not needed' });
});

test('a person refuses, and the manifest says why', () => {
  expect(decided({}, { verdict: 'refuse', reason: 'wrong for ties' })).toMatchObject({
    verdict: 'refuse',
    rule: 'decision',
    reason: 'wrong for ties',
  });
});

test.each<[why: string, traits: MemberTraits]>([
  ['a suspicion', { runtime: { smells: ['Date'] } }],
  ['a contradiction', { declared: ['(x: number) => string'] }],
  ['no success', { probe: { ok: 0, results: [] } }],
  ['an odd mutation', { probe: { mutates: ['arg:0'], givesBack: 'other' } }],
])('a person allows past %s', (_, traits) => {
  expect(decided(traits, { verdict: 'allow', reason: 'read and found good' })).toMatchObject({ verdict: 'allow', rule: 'decision' });
});

test('a person’s signatures say what is public, and only what a call might not come back from is added', () => {
  const probe = { publicParams: [0, 1], hazards: [{ param: 1, values: 'huge' }] } as const;
  const isPublic = (decision: MemberDecision) =>
    decided({ probe }, decision).signatures.map(({ params }) => params.map((param) => param.public));
  expect(isPublic({ signatures: ['(x: number[], n: number, public k: number, unit?: string) => number'], reason: 'read' })).toEqual([
    [false, true, true, false],
  ]);
  expect(isPublic({ reason: 'nothing to say of it' })).toEqual([[true]]);
});

test('what differs from call to call is kept like chance when a person allows it', () => {
  expect(decided({ probe: { usesClock: true } }, { verdict: 'allow', reason: 'an age in years' })).toMatchObject({
    verdict: 'allow',
    effects: { random: true },
  });
});

test.each<[rule: string, traits: MemberTraits]>([
  ['io', { probe: { reached: ['fs'] } }],
  ['code', { probe: { generates: true } }],
  ['state', { probe: { changesModule: true } }],
  ['callback', { declared: ['(f: callback) => number'] }],
  ['unknown-param', { declared: ['(x: unknown) => number'] }],
  ['missing', { runtime: null }],
  ['changes-several', { probe: { mutates: ['arg:0', 'self'], givesBack: 'nothing' } }],
])('no plain word allows %s', (rule, traits) => {
  const problems = problemsOf(() => decided(traits, { verdict: 'allow', reason: 'please' }));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^f: cannot be allowed \\(${rule}\\): `));
});

test.each<[what: string, traits: MemberTraits, asked: string]>([
  [
    'signatures',
    { declared: ['(x: unknown) => number'] },
    "; decide its signatures too, with the types that it takes and gives: signatures: ['(",
  ],
  [
    'a clearance',
    { probe: { changesModule: true } },
    "; where its code shows that this is harmless, say why: clears: { moduleState: '…' }",
  ],
  ['a codec', { declared: ['(x: lib.Gone) => number'] }, '; write a codec for the type, and decide on it: types: { '],
])('a word that allows nothing is answered with what is missing: %s', (_, traits, asked) => {
  const made = () =>
    plan([member('f', traits)], { seen: [type('Gone', { travel: null })], members: { f: { verdict: 'allow', reason: 'r' } } });
  expect(problemsOf(made)).toEqual([expect.stringContaining(asked)]);
});

test('what was seen is cleared by a reason of its own, which the manifest shows', () => {
  const traits = { probe: { reached: ['fs'], changesModule: true } };
  const clears = { io: 'reads its own table of constants', moduleState: 'fills a cache with equal values' };
  expect(decided(traits, { reason: 'read the code', clears, verdict: 'allow' })).toMatchObject({
    verdict: 'allow',
    reason: 'read the code; reads its own table of constants; fills a cache with equal values',
    effects: { io: 'none', moduleState: false },
  });
  expect(decided(traits, { reason: 'read the code', clears: { io: 'harmless' } })).toMatchObject({ verdict: 'refuse', rule: 'state' });
});

test('a person settles a conflict for either side; the rules judge what comes of it, and the evidence keeps it', () => {
  const traits: MemberTraits = { declared: ['(dest: lib.Vec) => boolean'], probe: results('lib.Vec') };
  const probe = decided(traits, { accept: 'probe', reason: 'declared wrongly throughout' });
  expect(probe).toMatchObject({ verdict: 'allow', rule: 'pure', evidence: { conflict: true }, signatures: [{ returns: 'lib.Vec' }] });
  const declaration = decided(traits, { accept: 'declaration', reason: 'the samples were odd' });
  expect(declaration).toMatchObject({ verdict: 'allow', evidence: { conflict: true }, signatures: [{ returns: 'boolean' }] });
  const unsafe = decided({ ...traits, probe: { ...results('lib.Vec'), reached: ['fs'] } }, { accept: 'probe', reason: 'declared wrongly' });
  expect(unsafe.rule).toBe('io');
});

test('a pattern speaks for all that it names; a longer one goes before it, and a whole path before both', () => {
  const wrong: MemberTraits = { declared: ['(x: number[]) => boolean'] };
  const made = plan([member('addeq', wrong), member('subeq', wrong), member('ops.muleq', wrong), member('ops.one')], {
    members: {
      '*eq': { accept: 'probe', reason: 'declared wrongly' },
      'ops.*': { verdict: 'refuse', reason: 'raw operations' },
      subeq: { verdict: 'refuse', reason: 'not needed' },
    },
  });
  const verdicts = made.manifest.libraries[0]?.members.map(({ path, verdict, reason }) => `${path} ${verdict} ${reason}`);
  expect(verdicts).toEqual([
    'lib.addeq allow pure, as far as probing shows',
    'lib.ops.muleq refuse raw operations',
    'lib.ops.one refuse raw operations',
    'lib.subeq refuse not needed',
  ]);
});

test('a pattern that means to allow leaves out what cannot be allowed', () => {
  const made = plan([member('a.read', { probe: { reached: ['fs'] } }), member('a.mean')], {
    members: { 'a.*': { verdict: 'allow', reason: 'all of it' } },
  });
  expect([judged(made, 'a.read').rule, judged(made, 'a.mean').rule]).toEqual(['io', 'decision']);
});

test('parameters are dropped and marked, signatures replaced, aliases folded', () => {
  const texts = (traits: MemberTraits, decision: MemberDecision, more?: DecidedBy) =>
    decided(traits, decision, more).signatures.map(signatureText);
  const copying = ['(x: number[], n: number, copy?: boolean) => number'];
  expect(texts({ declared: copying }, { reason: 'copies', dropParams: ['copy'], publicParams: ['n'] })).toEqual([
    '(x: number[], public n: number) => number',
  ]);
  const replaced = { reason: 'typed by hand', signatures: ['(x: Vec | number, public axis?: number) => Vec'] };
  const aliases = { Vec: 'lib.Vec', Operand: 'Vec | number' };
  expect(texts({ declared: null }, replaced, { aliases })).toEqual(['(x: Operand, public axis?: number) => Vec']);
});

test('effects are as a person says', () => {
  const traits = { probe: { mutates: ['self'], givesBack: 'other' as const } };
  const clears = { mutates: 'only with copy set to false' };
  expect(decided(traits, { reason: 'copies', clears, rows: 'keep', disclosure: 'aggregate', shapeDependsOnData: true })).toMatchObject({
    verdict: 'allow',
    disclosure: 'aggregate',
    effects: { mutates: [], rows: 'keep', shapeDependsOnData: true },
  });
});

test('a codec by hand makes a type travel that did not, and none keeps one back that did', () => {
  const seen = [type('Vec', { travel: null })];
  const uses = [member('f', { declared: ['(x: lib.Vec) => number'] })];
  expect(judged(plan(uses, { seen })).rule).toBe('type-stays');
  const types = { Vec: { reason: 'a codec of our own', codec: 'hand-written', detect: 'shape', accepts: ['ast.Column'] } } as const;
  const made = plan(uses, { seen, types });
  expect(judged(made).verdict).toBe('allow');
  expect(made.manifest.libraries[0]?.types).toMatchObject([{ id: 'lib.Vec', detect: 'shape', codec: 'lib/Vec', accepts: ['ast.Column'] }]);
  expect(made.libraries[0]?.codecs).toEqual([]);
  expect(judged(plan(uses, { seen: [VEC], types: { Vec: { reason: 'too big', codec: 'none' } } })).rule).toBe('type-stays');
});

test('a type of one library may be that of another', () => {
  const ops = snapshotOf([{ ...member('neg', { declared: ['(x: ops.Vec) => ops.Vec'], probe: results('ops.Vec') }), path: 'ops.neg' }], {
    name: 'ops',
    types: [type('Vec', { id: 'ops.Vec', exportedAs: null, travel: null })],
  });
  const libraries = [{ name: 'ops', range: '^1.0.0', root: 'ops', types: { Vec: { reason: 'takes those of lib', sameAs: 'lib.Vec' } } }];
  const made = decidePackage([snapshotOf([], { types: [VEC] }), ops], { libraries }, { packageName: '@syft-libs/lib' });
  expect(made.manifest.libraries[1]).toMatchObject({ types: [], members: [{ verdict: 'allow', signatures: [{ returns: 'lib.Vec' }] }] });
});

test('every bad decision is told at once, with the name that was meant', () => {
  const decisions = {
    libraries: [
      {
        name: 'lib',
        range: '^1.0.0',
        root: 'lib',
        aliases: {},
        members: {
          'Vec.nrom': { verdict: 'allow', reason: 'r' },
          'lib.mean': { verdict: 'refuse', reason: 'r' },
          'gone.*': { verdict: 'refuse', reason: 'r' },
          mean: { reason: 'r', signatures: ['(x: Nobody) => number'] },
        },
        types: { Vac: { reason: 'r' }, Vec: { reason: 'r', sameAs: 'lib.Voc' } },
      },
      { name: 'lob', range: '^1.0.0', root: 'lob' },
    ],
  } satisfies Decisions;
  const members = [member('Vec.norm', { kind: 'method', declared: ['() => number'] }), member('mean')];
  expect(problemsOf(() => decidePackage([snapshotOf(members, { types: [VEC] })], decisions, { packageName: 'p' }))).toEqual([
    'Vec.nrom: lib has no such member; did you mean Vec.norm?',
    'lib.mean: lib has no such member; write it without lib.',
    'gone.*: lib has no such member',
    'Vac: lib has no such type; did you mean Vec?',
    'Vec: no library here has the type lib.Voc; did you mean lib.Vec?',
    'mean: cannot read type "(x: Nobody) => number": no type is named Nobody at 10',
    'lob: no such library was crawled; did you mean lib?',
  ]);
});

test('a decision that has nothing to hold on to is told', () => {
  const members = {
    mean: { reason: 'r', dropParams: ['copi'], clears: { io: 'r' }, accept: 'probe' },
    average: { verdict: 'allow', reason: 'r' },
  } as const;
  const made = () =>
    plan([member('mean', { declared: ['(x: number[], copy?: boolean) => number'] }), member('average', { aliasOf: 'lib.mean' })], {
      members,
    });
  expect(problemsOf(made)).toEqual([
    'mean: has no parameter copi; did you mean copy?',
    'mean: clears io, of which nothing was seen',
    'mean: accepts the probe, where nothing is in conflict',
    'average: is another name of mean; decide on that',
  ]);
  expect(problemsOf(() => plan([member('mean')], { root: 'lub' }))).toEqual(['lib: its root is lib, not lub']);
});
