import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ManifestMember } from '@syft-libs/ast';
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
