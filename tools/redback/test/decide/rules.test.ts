import { expect, test } from 'vitest';
import { RULES } from '../../src/decide/rules/table.ts';
import { judged, type MemberTraits, member, plan, results, type } from './make-snapshot.ts';

const VEC = type('Vec');
const STUCK = type('Stuck', { travel: null, problem: 'a field is a function' });

/** A way to call it that takes a function. */
const visits = { declared: ['(x: number[], visit: callback) => number'], probe: { callsBack: true } };

/** One plain member for each rule, and what of it the rule looks at. */
const CASES: readonly (readonly [rule: string, verdict: string, path: string, traits: MemberTraits])[] = [
  ['namespace', 'refuse', 'empty', { kind: 'namespace', declared: null, probe: null, runtime: { typeof: 'object' } }],
  ['private', 'refuse', '_mean', { isPrivate: true }],
  ['unseen', 'review', 'Ghost.size', { kind: 'method', runtime: null, probe: null }],
  ['overridden', 'refuse', 'Form.area', { kind: 'method', declared: ['() => number'] }],
  ['missing', 'refuse', 'ghost', { runtime: null, probe: null }],
  ['nothing', 'refuse', 'gap', { kind: 'constant', declared: null, probe: null, runtime: { typeof: 'undefined', constant: 'undefined' } }],
  ['abstract', 'refuse', 'Base', { kind: 'class', declared: [], probe: results('lib.Base') }],
  ['setter', 'refuse', 'Vec.length', { kind: 'property', runtime: { access: 'set', typeof: 'undefined' }, declared: ['() => number'] }],
  ['accessor', 'refuse', 'data', { kind: 'constant', runtime: { access: 'get', typeof: 'undefined' }, declared: ['() => number'] }],
  ['other-kind', 'refuse', 'Int8', { kind: 'constant', declared: ['() => number'] }],
  ['io', 'refuse', 'read', { probe: { reached: ['fs'] } }],
  ['code', 'refuse', 'compile', { probe: { generates: true } }],
  ['crash', 'refuse', 'quit', { probe: { crash: 'exit 1' } }],
  ['state', 'refuse', 'seed', { probe: { changesModule: true } }],
  ['clock', 'refuse', 'age', { probe: { usesClock: true } }],
  ['locale', 'refuse', 'show', { probe: { usesLocale: true } }],
  ['unstable', 'refuse', 'next', { probe: { isUnstable: true } }],
  ['random-promise', 'refuse', 'draw', { declared: ['() => Promise<number>'], probe: { usesRandom: true, isAsync: true } }],
  ['error-class', 'refuse', 'Fail', { kind: 'class', declared: ['(text: string) => lib.Fail'], probe: results('lib.Fail') }],
  ['callback', 'refuse', 'each', visits],
  ['callback', 'refuse', 'predictor', { declared: ['(x: number[]) => unknown'], probe: results('callback') }],
  [
    'changes-several',
    'refuse',
    'swap',
    { probe: { mutates: ['arg:0', 'arg:1'], givesBack: 'nothing' }, declared: ['(x: number[], y: number[]) => number'] },
  ],
  ['changes-and-gives-other', 'refuse', 'shift', { probe: { mutates: ['arg:0'], givesBack: 'other' } }],
  ['suspicious', 'review', 'maybe', { runtime: { smells: ['arguments', 'new Function'] } }],
  ['suspicious', 'review', 'Vec.round', { kind: 'method', declared: ['() => number'], runtime: { smells: ['a write to its receiver'] } }],
  ['receiver-stays', 'review', 'Stuck.size', { kind: 'method', declared: ['() => number'] }],
  ['receiver-stays', 'review', 'nobody.size', { kind: 'method', declared: ['() => number'] }],
  ['no-sample', 'review', 'Hidden.size', { kind: 'method', declared: ['() => number'] }],
  ['no-success', 'review', 'picky', { probe: { ok: 0, results: [] } }],
  ['no-success', 'review', 'unprobed', { probe: null }],
  ['conflict', 'review', 'label', { declared: ['(x: number) => string'] }],
  ['conflict', 'review', 'promised', { probe: { isAsync: true } }],
  [
    'many-types',
    'review',
    'either',
    { declared: null, probe: { ok: 3, signatures: ['(x: number) => number | number[]'], ...results('number', 'number[]') } },
  ],
  ['unknown-param', 'review', 'put', { declared: ['(value: unknown) => number'] }],
  ['unknown-result', 'review', 'take', { declared: ['(x: number) => unknown'], probe: results('unknown') }],
  ['type-stays', 'review', 'unpack', { declared: ['(x: lib.Stuck) => number'] }],
  ['odd-results', 'review', 'shown', { declared: ['(x: number) => number'], probe: { odd: [{ takes: ['number'], gives: 'string' }] } }],
  ['no-signature', 'review', 'blank', { declared: null }],
  ['unconfirmed', 'review', 'only', { declared: ['(x: number) => number'], probe: { examples: [{ receiver: null, args: ['text'] }] } }],
  ['no-bound', 'review', 'subsets', { probe: { growth: null } }],
  ['constant', 'allow', 'PI', { kind: 'constant', declared: ['() => number'], probe: null, runtime: { typeof: 'number', constant: '3' } }],
  [
    'constant',
    'allow',
    'AXES',
    { kind: 'constant', declared: ['() => string[]'], probe: results('string[]'), runtime: { typeof: 'object' } },
  ],
  [
    'changes-a-copy',
    'allow',
    'sort',
    { declared: ['(x: number[]) => undefined'], probe: { mutates: ['arg:0'], givesBack: 'nothing', ...results('undefined') } },
  ],
  [
    'changes-copies',
    'allow',
    'exchange',
    {
      declared: ['(x: number[], y: number[]) => undefined'],
      probe: { mutates: ['arg:0', 'arg:1'], givesBack: 'nothing', ...results('undefined') },
    },
  ],
  ['random', 'allow', 'noise', { probe: { usesRandom: true } }],
  ['pure', 'allow', 'mean', {}],
  ['pure', 'allow', 'Vec', { kind: 'class', declared: ['(items: number[]) => lib.Vec'], probe: results('lib.Vec') }],
  ['pure', 'allow', 'Vec.size', { kind: 'property', declared: ['() => number'], runtime: { typeof: 'number' } }],
  ['pure', 'allow', 'old', { declared: { signatures: ['(x: number[]) => number'], isDeprecated: true } }],
];

const SEEN = [
  VEC,
  STUCK,
  type('Fail', { builtin: 'Error', travel: null }),
  type('Ghost', { exportedAs: null, recipes: [] }),
  type('Hidden', { exportedAs: null, recipes: [] }),
  type('Form', { recipes: [] }),
  type('Disc', { extends: ['lib.Form'] }),
];

/** Has what its base has. */
const DISC_AREA = member('Disc.area', { kind: 'method', declared: ['() => number'] });

test.each(CASES)('%s: %s %s', (rule, verdict, path, traits) => {
  const found = judged(plan([member(path, traits), DISC_AREA], { seen: SEEN }), path);
  expect([found.rule, found.verdict]).toEqual([rule, verdict]);
  expect(found.reason).toMatch(/^\S.*[^.]$/);
});

test('every rule of the table has its case, and the last one refuses what is left', () => {
  const cases = new Set(CASES.map(([rule]) => rule));
  expect(RULES.map(({ name }) => name).filter((name) => !cases.has(name))).toEqual(['no-rule']);
  expect(RULES.at(-1)).toMatchObject({ name: 'no-rule', verdict: 'refuse' });
  expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
});

test('the first rule that applies wins: what is private and reads files is private, what reads files on a bad declaration reads files', () => {
  expect(judged(plan([member('_read', { isPrivate: true, probe: { reached: ['fs'] } })])).rule).toBe('private');
  expect(judged(plan([member('read', { declared: ['(x: number) => string'], probe: { reached: ['net'] } })])).rule).toBe('io');
  expect(judged(plan([member('read', { probe: { reached: ['child_process'], mutates: ['arg:0'], givesBack: 'other' } })])).effects.io).toBe(
    'native',
  );
});

test('a reason says what was seen', () => {
  expect(judged(plan([member('read', { probe: { reached: ['fs', 'net'] } })])).reason).toBe('reaches outside the library: fs, net');
  expect(judged(plan([member('label', { declared: ['(x: number) => string'] })])).reason).toBe('declared to give string, and gives number');
  expect(judged(plan([member('put', { declared: ['(value: unknown) => number'] })])).reason).toContain('its parameter value');
});

test('an alias is judged as what it is another name of, private names excepted', () => {
  const made = plan([
    member('read', { probe: { reached: ['fs'] } }),
    member('load', { aliasOf: 'lib.read', declared: null, probe: null }),
    member('_sum', { isPrivate: true }),
    member('sum', { aliasOf: 'lib._sum', declared: null, probe: null }),
  ]);
  expect(judged(made, 'load')).toMatchObject({ rule: 'io', verdict: 'refuse', aliasOf: 'lib.read' });
  expect(judged(made, 'sum')).toMatchObject({ rule: 'pure', verdict: 'allow', aliasOf: 'lib._sum' });
});

test('a method that is another name of a function is judged by itself: its receiver is no argument', () => {
  const made = plan([member('size'), member('Vec.count', { kind: 'method', aliasOf: 'lib.size', declared: null, probe: null })], {
    seen: [VEC],
  });
  expect(judged(made, 'Vec.count')).toMatchObject({ verdict: 'review', rule: 'no-success' });
});

test('a namespace with members is no entry, and neither is another name of it', () => {
  const empty: MemberTraits = { kind: 'namespace', declared: null, probe: null, runtime: { typeof: 'object' } };
  const made = plan([member('stats', empty), member('stats.mean'), member('self', { ...empty, aliasOf: 'lib' })]);
  expect(made.manifest.libraries[0]?.members.map(({ path }) => path)).toEqual(['lib.stats.mean']);
});

test('a word in the text of a class that one of its methods answers for is no mark on its constructor', () => {
  const made = plan(
    [
      member('Vec', {
        kind: 'class',
        declared: ['(items: number[]) => lib.Vec'],
        probe: results('lib.Vec'),
        runtime: { smells: ['Date', 'Math.random'] },
      }),
      member('Vec.stamp', { kind: 'method', declared: ['() => number'], runtime: { smells: ['Date'] } }),
      member('Vec.shuffle', {
        kind: 'method',
        declared: ['() => lib.Vec'],
        probe: results('lib.Vec'),
        runtime: { smells: ['Math.random'] },
      }),
    ],
    { seen: [VEC] },
  );
  expect(judged(made, 'Vec')).toMatchObject({ rule: 'pure', effects: { random: false } });
  expect(judged(made, 'Vec.stamp').rule).toBe('suspicious');
  expect(judged(made, 'Vec.shuffle')).toMatchObject({ rule: 'random', effects: { random: true } });
});
