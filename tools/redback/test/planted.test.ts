import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ManifestMember, signatureText } from '@syft-libs/ast';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crawlLibrary } from '../src/crawl/crawl-library.ts';
import { decidePackage } from '../src/decide/decide-package.ts';

let folder: string;
let members: ReadonlyMap<string, ManifestMember>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redback-planted-'));
  mkdirSync(join(folder, 'node_modules'));
  cpSync(join(import.meta.dirname, 'fixtures/planted'), join(folder, 'node_modules/planted'), { recursive: true });
  const snapshot = await crawlLibrary('planted', { from: folder });
  const decisions = { libraries: [{ name: 'planted', range: '1.0.0', root: 'planted' }] };
  const { manifest } = decidePackage([snapshot], decisions, { packageName: '@syft-libs/planted' });
  members = new Map(manifest.libraries[0]?.members.map((member) => [member.path, member]));
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const verdictOf = (path: string) => members.get(`planted.${path}`)?.verdict;

/** Members that no mark makes safe. */
const NEVER = {
  files: ['mean', 'median', 'variance', 'range', 'mode', 'quiet', 'logged', 'home', 'sum'],
  mutation: ['ranked', 'deepen', 'chained', 'keep', 'patch', 'Window.take'],
  state: ['next', 'smooth', 'drift', 'lookup', 'first', 'global', 'setDigits', 'tired'],
  code: ['compile', 'evaluate', 'direct', 'hidden', 'isolated', 'generated'],
  time: ['stamp', 'age', 'elapsed', 'tick', 'day', 'show', 'compare', 'format', 'upper', 'token'],
  hidden: ['Vault.pull', 'Purse.total', 'Tally.asked', 'group', 'label', 'explode', 'subsets'],
  untyped: ['defer', 'tail', 'stamped', 'recalls', 'spoils', 'Ledger.read'],
  calls: ['each', 'predictor', 'lazy', 'view', 'cursor', 'model', 'cell', 'later', 'leaves', 'quits'],
};

test.each(Object.entries(NEVER).flatMap(([group, names]) => names.map((name) => `${group}.${name}`)))('%s is not allowed', (path) => {
  expect(verdictOf(path)).toMatch(/^(refuse|review)$/);
});

test('what a class keeps to itself is seen by what it tells: a change of it gives a copy', () => {
  expect(members.get('planted.hidden.Vault.put')).toMatchObject({ verdict: 'allow', effects: { mutates: ['self'] } });
  expect(verdictOf('hidden.Vault.sum')).toBe('allow');
});

test('what changes two operands and gives nothing back gives copies of both', () => {
  expect(members.get('planted.mutation.swap')).toMatchObject({
    verdict: 'allow',
    // Of a list without items it makes one with a hole.
    signatures: [{ returns: '[(number | undefined)[], (number | undefined)[]]' }],
  });
});

test('a callback that may be left out is left out', () => {
  const text = JSON.stringify(members.get('planted.calls.fitted')?.signatures);
  expect(text).not.toContain('callback');
});

test.each(['positive', 'unique', 'runs'])('the shape of %s follows from values, and it says so', (name) => {
  expect(members.get(`planted.shape.${name}`)?.effects.shapeDependsOnData).toBe(true);
});

test.each([
  ['zeros', 'count'],
  ['repeat', 'times'],
  ['spin', 'rounds'],
  ['pick', 'index'],
  ['climb', 'from'],
  ['steps', 'values'],
  ['digits', 'value'],
])('%s asks for a public %s', (name, param) => {
  const found = members.get(`planted.shape.${name}`)?.signatures.flatMap(({ params }) => params);
  expect(found?.find((one) => one.name === param)?.public).toBe(true);
});

test('chance is allowed, and marked', () => {
  expect(members.get('planted.time.noise')).toMatchObject({ verdict: 'allow', effects: { random: true } });
});

test.each(['mean', 'scale', 'dot', 'sorted', 'join', 'pairs', 'LEVELS'])('%s is honest, and allowed', (name) => {
  expect(members.get(`planted.honest.${name}`)?.reason).toBeDefined();
  expect(verdictOf(`honest.${name}`)).toBe('allow');
});

test('a function that may be handed over is left out where nothing else is put off', () => {
  const takes = (name: string) => members.get(`planted.untyped.${name}`)?.signatures.map(({ params }) => params.map(({ type }) => type));
  expect(verdictOf('untyped.waits')).toBe('allow');
  expect(takes('waits')).toEqual([['number[]']]);
  expect(verdictOf('untyped.fragile')).toBe('allow');
  expect(takes('fragile')).toEqual([['number[]']]);
});

test('chance that was taken while the library was loaded is marked as well', () => {
  expect(members.get('planted.untyped.drawn')).toMatchObject({ verdict: 'allow', effects: { random: true } });
});

test('of an untyped function it is told what it takes, not what it puts up with', () => {
  const signatureOf = (name: string) => members.get(`planted.untyped.${name}`)?.signatures;
  expect(signatureOf('average')).toMatchObject([{ params: [{ name: 'arr', type: 'number[]' }], returns: 'number' }]);
  expect(signatureOf('density')).toMatchObject([
    { params: [{ type: 'number' }, { type: 'number' }, { type: 'number' }], returns: 'number' },
  ]);
  expect(signatureOf('commonest')?.find(({ params }) => params[0]?.type === 'number[]')?.returns).toBe('number | number[]');
});

const textsOf = (path: string) => members.get(`planted.odd.${path}`)?.signatures.map(signatureText);

test('a promise that only odd numbers break is found out, and waits', () => {
  expect(members.get('planted.odd.shown')).toMatchObject({ verdict: 'review', rule: 'odd-results' });
});

test('a constructor is not called in a way that leaves a field of another type', () => {
  expect(textsOf('Pair')).toEqual([
    '(public left: number | string) => planted.odd.Pair',
    '(public left: number, right: number) => planted.odd.Pair',
  ]);
});

test('what writes into what it is given takes no instance that is none afterwards', () => {
  expect(verdictOf('odd.write')).toBe('allow');
  expect(textsOf('write')?.filter((text) => /planted\.odd\.Pair/.test(text.slice(0, text.indexOf(','))))).toEqual([]);
});

test('what fails with all that it names is tried with less', () => {
  expect(textsOf('middle')).toEqual(['(values: number[]) => number']);
});
