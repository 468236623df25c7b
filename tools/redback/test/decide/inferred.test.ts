// Members of which nobody says what they take: their signatures are those that probing inferred.
import { signatureText } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import { judged, type MemberTraits, member, plan, results } from './make-snapshot.ts';

const found = (traits: MemberTraits, decision?: Parameters<typeof plan>[1]) => judged(plan([member('f', traits)], decision));

test('a result of a few types that were seen often is told as what it may be', () => {
  const seen = found({
    declared: null,
    probe: { signatures: ['(x: number[]) => number | number[]'], ...results('number', 'number[]') },
  });
  expect(seen).toMatchObject({ verdict: 'allow', rule: 'pure' });
  expect(seen.signatures.map(signatureText)).toEqual(['(x: number[]) => number | number[]']);
});

test.each<[why: string, traits: MemberTraits]>([
  ['seen too seldom', { probe: { ok: 3, signatures: ['(x: number) => number | string'], ...results('number', 'string') } }],
  ['too many', { probe: { signatures: ['(x: number) => number | string | boolean | number[]'], ...results('number') } }],
  ['unknown in part', { probe: { signatures: ['(x: number) => number | unknown[]'], ...results('number') } }],
])('results of several types wait for a person where they are %s', (_, traits) => {
  expect(found({ declared: null, ...traits }).verdict).toBe('review');
});

const CARELESS: MemberTraits = {
  declared: null,
  runtime: { smells: ['timer'] },
  probe: {
    signatures: ['(x: number[]) => number'],
    mutates: ['arg:0'],
    givesBack: 'other',
    callsBack: true,
    crash: 'leaves TypeError uncaught',
    meant: { mutates: [], givesBack: null, callsBack: false, crash: null, explained: ['timer'] },
  },
};

test('what only calls did that fit no inferred signature is held against nobody, since no such call is made', () => {
  expect(found(CARELESS)).toMatchObject({ verdict: 'allow', rule: 'pure', effects: { mutates: [] } });
});

test('a person’s signatures may let such calls in, and then they count', () => {
  const members = { f: { signatures: ['(x: number[] | string) => number'], reason: 'takes text as well' } };
  expect(found(CARELESS, { members })).toMatchObject({ verdict: 'refuse', rule: 'crash', effects: { mutates: ['arg:0'] } });
});

test('a declaration lets in what it says, and all that was seen counts', () => {
  expect(found({ ...CARELESS, declared: ['(x: number[]) => number'] })).toMatchObject({ verdict: 'refuse', rule: 'crash' });
});

test('a static member goes by its own name though instances have one of that name', () => {
  const made = plan([
    member('Vec.sum', { kind: 'method', declared: ['() => number'] }),
    member('Vec.sum_', { ownName: 'sum', isStatic: true, kind: 'method' }),
  ]);
  expect(made.manifest.libraries[0]?.members.map(({ path, remoteName }) => `${path} ${remoteName}`)).toEqual([
    'lib.Vec.sum sum',
    'lib.Vec.sum_ sum',
  ]);
});
