import { signatureText } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import type { OddCall } from '../../src/surface/snapshot.ts';
import { judged, type MemberTraits, member, plan, type } from './make-snapshot.ts';

const VEC = type('Vec');
const found = (traits: MemberTraits) => judged(plan([member('f', traits)], { seen: [VEC] }));
const takes = (...types: readonly string[]) => ({
  gives: (result: string): OddCall => ({ takes: types, gives: result }),
});

/** A member of which nobody says anything, by the signatures that its calls suggest. */
const untold = (signatures: readonly string[], odd: readonly OddCall[]): MemberTraits => ({
  declared: null,
  probe: { signatures, odd },
});
const textsOf = (traits: MemberTraits) => found(traits).signatures.map(signatureText);

test('what odd operands give besides is said, where nobody has promised otherwise', () => {
  expect(textsOf(untold(['(x: number) => number'], [takes('number').gives('string')]))).toEqual(['(x: number) => number | string']);
});

test('nothing in the place of something is said whatever was promised', () => {
  const odd = [takes('number[]').gives('undefined')];
  expect(textsOf({ declared: ['(x: number[]) => number'], probe: { odd } })).toEqual(['(x: number[]) => number | undefined']);
});

test('a promise that odd operands break waits for a person, by a rule of its own', () => {
  const broken = found({ declared: ['(x: number) => number'], probe: { odd: [takes('number').gives('string')] } });
  expect(broken).toMatchObject({ verdict: 'review', rule: 'odd-results' });
  expect(broken.reason).toContain('string');
});

test('a member of a union that gives what cannot be said is taken no longer', () => {
  const odd = [takes('lib.Vec', 'number[]').gives('unknown'), takes('lib.Vec', 'number').gives('unknown')];
  expect(textsOf(untold(['(out: number[] | lib.Vec, x: number[] | number) => number'], odd))).toEqual([
    '(out: number[], x: number[] | number) => number',
  ]);
});

test('an optional argument with which alone it goes wrong splits the signature', () => {
  const odd = [takes('string', 'number').gives('unknown')];
  const declared = ['(a: number | string, b?: number) => lib.Vec'];
  expect(textsOf({ declared, probe: { results: [{ type: 'lib.Vec', count: 8 }], odd } })).toEqual([
    '(a: number | string) => lib.Vec',
    '(a: number, b: number) => lib.Vec',
  ]);
});

test('copies are widened one by one', () => {
  const traits: MemberTraits = {
    declared: ['(left: number[], right: number[]) => undefined'],
    probe: {
      results: [{ type: 'undefined', count: 8 }],
      mutates: ['arg:0', 'arg:1'],
      givesBack: 'nothing',
      odd: [takes('number[]', 'number[]').gives('[(number | string)[], number[]]')],
    },
  };
  expect(textsOf(traits)).toEqual(['(left: number[], right: number[]) => [(number | string)[], number[]]']);
});

test('a person’s signatures are a person’s to hold', () => {
  const traits = { declared: ['(x: number) => number'], probe: { odd: [takes('number').gives('string')] } };
  const decided = plan([member('f', traits)], {
    members: { f: { verdict: 'allow', signatures: ['(x: number) => number'], reason: 'by hand' } },
  });
  expect(judged(decided)).toMatchObject({ verdict: 'allow', signatures: [{ returns: 'number' }] });
});
