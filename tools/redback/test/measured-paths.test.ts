import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { pathsToMeasure } from '../src/crawl/call-members.ts';
import { type DecidedLibrary, decideAlone } from '../src/decide/decide-library.ts';
import { parseSnapshot } from '../src/snapshot-file/snapshot-file.ts';

const FILE = new URL('./golden/tiny-lib/crawl/tinyLib.json', import.meta.url);

let decided: DecidedLibrary;

beforeAll(() => {
  decided = decideAlone(parseSnapshot(readFileSync(FILE, 'utf8'), 'tinyLib.json'));
});

const pathsBy = (...rules: readonly string[]) =>
  decided.manifest.members.filter(({ rule }) => rules.includes(rule)).map(({ path }) => path);

test('all of a small library is measured', () => {
  const paths = pathsToMeasure(decided, { isLarge: false, decided: {} });
  expect(paths).toEqual(decided.manifest.members.map(({ path }) => path));
});

test('of a large library what is refused is measured only where a person speaks of it', () => {
  const [spoken, ...others] = pathsBy('state');
  const members = { [String(spoken).slice('tinyLib.'.length)]: { reason: 'read', clears: { moduleState: 'a counter' } } };
  const paths = pathsToMeasure(decided, { isLarge: true, decided: { members } });
  expect(others.length).toBeGreaterThan(0);
  expect(paths).toEqual(expect.arrayContaining([spoken, ...pathsBy('pure', 'conflict')]));
  for (const path of others) expect(paths).not.toContain(path);
});

test('nor is what waits for a type to travel, unless a person speaks of types', () => {
  const waiting = pathsBy('type-stays', 'receiver-stays');
  expect(waiting.length).toBeGreaterThan(0);
  for (const path of waiting) expect(pathsToMeasure(decided, { isLarge: true, decided: {} })).not.toContain(path);
  const types = { Vector: { codec: 'hand-written', reason: 'by hand' } } as const;
  expect(pathsToMeasure(decided, { isLarge: true, decided: { types } })).toEqual(expect.arrayContaining(waiting));
});
