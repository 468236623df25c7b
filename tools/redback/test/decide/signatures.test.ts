import { signatureText } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import { judged, type MemberTraits, member, plan, results, type } from './make-snapshot.ts';

const VEC = type('Vec');
const found = (traits: MemberTraits, path = 'f') => judged(plan([member(path, traits)], { seen: [VEC] }));
const texts = (traits: MemberTraits, path?: string) => found(traits, path).signatures.map(signatureText);

test.each<[why: string, declared: string, observed: readonly string[], expected: string]>([
  ['as it is', '(x: number) => number', ['number'], '(x: number) => number'],
  ['a list of numbers for a pair of them', '(x: number[]) => [number, number]', ['number[]'], '(x: number[]) => [number, number]'],
  ['one of some words', '(x: number[]) => "low" | "high"', ['string'], '(x: number[]) => "low" | "high"'],
  ['an empty list for a list', '(x: number[]) => number[]', ['unknown[]', 'number[]'], '(x: number[]) => number[]'],
  [
    'a record without an optional field',
    '(x: number[]) => { a: number, b?: number }',
    ['{ a: number }'],
    '(x: number[]) => { a: number, b?: number }',
  ],
  [
    'nothing now and then, which the type then says',
    '(x: number[]) => number',
    ['number', 'undefined'],
    '(x: number[]) => number | undefined',
  ],
  ['what is declared to give nothing', '(x: number[]) => undefined', ['number'], '(x: number[]) => number'],
])('a declaration stands that probing agrees with: %s', (_, declared, observed, expected) => {
  const traits = { declared: [declared], probe: results(...observed) };
  expect(texts(traits)).toEqual([expected]);
  expect(found(traits)).toMatchObject({ verdict: 'allow', evidence: { conflict: false } });
});

test.each<[declared: string, observed: readonly string[]]>([
  ['(x: number) => string', ['number']],
  ['(x: number[]) => number[]', ['number']],
  ['(x: number[]) => [number, number]', ['[number, string]']],
  ['(x: number[]) => { a: number }', ['{ a: number, b: number }']],
  ['(x: number[]) => number', ['number', 'string']],
  ['(x: number[]) => Set<number>', ['number[]']],
  ['(x: lib.Vec) => lib.Vec', ['unknown']],
])('%s contradicts results of %s, and waits for a person', (declared, observed) => {
  expect(found({ declared: [declared], probe: results(...observed) })).toMatchObject({
    rule: 'conflict',
    verdict: 'review',
    evidence: { conflict: true },
  });
});

test('a wrong declaration gives way to what was seen, and the evidence shows both', () => {
  const seen = found({ declared: ['(dest: lib.Vec, x: number) => boolean'], probe: results('lib.Vec') });
  expect(seen.signatures.map(signatureText)).toEqual(['(dest: lib.Vec, x: number) => lib.Vec']);
  expect(seen.evidence).toEqual({
    runtime: true,
    declared: '(dest: lib.Vec, x: number) => boolean',
    jsdoc: null,
    probe: { ok: 8, types: ['lib.Vec'] },
    conflict: true,
  });
});

test('an overload that no call satisfied leaves, the others stay', () => {
  const declared = ['(x: string) => string', '(x: number[]) => number'];
  expect(texts({ declared, probe: { contradicts: [0] } })).toEqual(['(x: number[]) => number']);
  expect(found({ declared, probe: { contradicts: [0, 1], ...results('boolean') } }).rule).toBe('conflict');
});

test('an unbounded generic becomes what probing confirmed of it', () => {
  const declared = {
    signatures: ['(items: unknown[]) => unknown'],
    instances: ['(items: number[]) => number', '(items: string[]) => string'],
  };
  expect(texts({ declared })).toEqual(['(items: number[]) => number']);
  expect(texts({ declared, probe: results('number', 'string') })).toEqual(['(items: number[]) => number', '(items: string[]) => string']);
});

test('a generic may have been read in more ways than a compiler guesses: each that worked has its signature', () => {
  const declared = {
    signatures: ['(items: unknown[], size: number, by?: callback) => unknown[][]'],
    instances: ['(items: number[], size: number, by?: callback) => number[][]'],
  };
  const seen = [
    '(a: number[], b: number) => number[][]',
    '(a: number[][], b: number) => number[][][]',
    '(a: number[], b: number, c: callback) => undefined[][]',
  ];
  const traits = { declared, probe: { signatures: seen, callsBack: true, ...results('number[][]', 'number[][][]', 'undefined[][]') } };
  expect(texts(traits)).toEqual(['(items: number[], size: number) => number[][]', '(items: number[][], size: number) => number[][][]']);
  expect(found(traits)).toMatchObject({ verdict: 'allow', evidence: { conflict: false } });
  expect(found({ declared, probe: { signatures: ['(a: number[], b: number) => number'] } }).rule).toBe('conflict');
});

test.each<[promised: string, observed: readonly string[], wide: string]>([
  ['[number, number]', ['number[]', 'undefined[]'], '[number | undefined, number | undefined]'],
  ['{ m: number, b: number }', ['{ m: number, b: number }', '{ m: number, b: undefined }'], '{ m: number, b: number | undefined }'],
  ['number[]', ['number[]', '(number | null)[]'], '(number | null)[]'],
  ['string | number[]', ['string', 'undefined[]'], 'string | (number | undefined)[]'],
])('nothing in the place of something widens %s, and is no contradiction', (promised, observed, wide) => {
  const traits = { declared: [`(x: number[]) => ${promised}`], probe: results(...observed) };
  expect(texts(traits)).toEqual([`(x: number[]) => ${wide}`]);
  expect(found(traits)).toMatchObject({ verdict: 'allow', evidence: { conflict: false } });
});

test('nothing every time is a contradiction', () => {
  expect(found({ probe: results('undefined') }).rule).toBe('conflict');
  expect(found({ declared: ['(x: number[]) => number[]'], probe: results('undefined[]') }).rule).toBe('conflict');
});

test('without a declaration, what was seen three times or more says it; twice is too few', () => {
  const probe = { signatures: ['(a: number[]) => number', '(a: number[][]) => number[]'], ...results('number', 'number[]') };
  expect(texts({ declared: null, probe })).toEqual(probe.signatures);
  expect(found({ declared: null, probe: { ...probe, ok: 2 } }).verdict).toBe('review');
});

test('what a compiler inferred from code is no promise: probing goes before it, without a conflict', () => {
  const traits: MemberTraits = {
    declared: { source: 'inferred', signatures: ['(values: number[]) => string'] },
    probe: { signatures: ['(a: number[]) => number'] },
  };
  expect(texts(traits)).toEqual(['(values: number[]) => number']);
  expect(found(traits)).toMatchObject({
    verdict: 'allow',
    evidence: { conflict: false, jsdoc: '(values: number[]) => string', declared: null },
  });
});

test('a required parameter of unknown type takes what worked in its place', () => {
  const traits = {
    declared: ['(x: unknown, n: number) => number'],
    probe: { signatures: ['(a: number[], b: number) => number', '(a: lib.Vec, b: number) => number'] },
  };
  expect(texts(traits)).toEqual(['(x: number[], n: number) => number', '(x: lib.Vec, n: number) => number']);
});

test.each<[why: string, declared: string, expected: string]>([
  ['a callback at the end', '(x: number[], by?: callback) => number', '(x: number[]) => number'],
  ['all behind it as well', '(x: number[], by?: callback, n?: number) => number', '(x: number[]) => number'],
  ['the rest of an unknown kind', '(x: number[], ...more: unknown[]) => number', '(x: number[]) => number'],
  [
    'a field of options',
    '(x: number[], o?: { n?: number, by?: callback }) => number',
    '(x: number[], public o?: { n?: number }) => number',
  ],
  ['a member of a union', '(x: number[] | callback) => number', '(x: number[]) => number'],
  ['a type of another library', '(x: number[], o?: other.Thing) => number', '(x: number[]) => number'],
])('what may be left out and can never be sent is left out: %s', (_, declared, expected) => {
  const traits = { declared: [declared], probe: { callsBack: declared.includes('callback') } };
  expect(texts(traits)).toEqual([expected]);
  expect(found(traits).verdict).toBe('allow');
});

test('a function that was called in a way that no signature accounts for keeps its member out', () => {
  expect(found({ probe: { callsBack: true } }).rule).toBe('callback');
});

test.each<[why: string, traits: MemberTraits, path: string, expected: string]>([
  [
    'the operand',
    { declared: ['(x: number[], n: number) => undefined'], probe: { mutates: ['arg:0'], givesBack: 'nothing', ...results('undefined') } },
    'f',
    '(x: number[], n: number) => number[]',
  ],
  [
    'the receiver',
    { kind: 'method', declared: ['(n: number) => undefined'], probe: { mutates: ['self'], givesBack: 'nothing', ...results('undefined') } },
    'Vec.fill',
    '(n: number) => lib.Vec',
  ],
  [
    'what it gives back',
    { kind: 'method', declared: ['(n: number) => lib.Vec'], probe: { mutates: ['self'], givesBack: 'changed', ...results('lib.Vec') } },
    'Vec.sort',
    '(n: number) => lib.Vec',
  ],
])('what changes an operand has that for its result: %s', (_, traits, path, expected) => {
  expect(texts(traits, path)).toEqual([expected]);
  expect(found(traits, path).rule).toBe('changes-a-copy');
});

test.each<[why: string, declared: string, probe: NonNullable<MemberTraits['probe']>, expected: string]>([
  ['probing says so', '(n: number) => number', { publicParams: [0] }, '(public n: number) => number'],
  [
    'the bound of its result is told by it',
    '(n: number) => number',
    { growth: { size: { factor: 1, terms: [{ of: 'value:0', power: 1 }] }, time: { factor: 1, terms: [] } } },
    '(public n: number) => number',
  ],
  ['some values of it are a hazard', '(n: number) => number', { hazards: [{ param: 0, values: 'huge' }] }, '(public n: number) => number'],
  ['it chooses among words', '(x: number[], k: "a" | "b") => number', {}, '(x: number[], public k: "a" | "b") => number'],
  ['it is an option', '(x: number[], o?: { n?: number }) => number', {}, '(x: number[], public o?: { n?: number }) => number'],
  ['it is an optional truth value', '(x: number[], up?: boolean) => number', {}, '(x: number[], public up?: boolean) => number'],
  ['it is a text, and few calls were made', '(x: string) => number', { ok: 3 }, '(public x: string) => number'],
  ['not: a text that decided nothing in many calls', '(x: string) => number', {}, '(x: string) => number'],
  ['not: a record of data', '(line: { m: number, b: number }) => number', {}, '(line: { m: number, b: number }) => number'],
  ['the rest holds it', '(...n: number[]) => number', { publicParams: [2] }, '(...public n: number[]) => number'],
])('a parameter is public when %s', (_, declared, probe, expected) => {
  expect(texts({ declared: [declared], probe })).toEqual([expected]);
});

test('a constant is what it is at run time, whatever is declared', () => {
  const traits: MemberTraits = { kind: 'constant', probe: null, runtime: { typeof: 'number', constant: '1' } };
  expect(texts({ ...traits, declared: null })).toEqual(['() => number']);
  expect(texts({ ...traits, declared: null, runtime: { typeof: 'object', constant: 'null' } })).toEqual(['() => null']);
  expect(found({ ...traits, declared: null, runtime: { typeof: 'symbol', constant: 'Symbol(mark)' } }).rule).toBe('unknown-result');
  expect(found({ ...traits, declared: ['() => string'] })).toMatchObject({ rule: 'conflict', verdict: 'review' });
});
