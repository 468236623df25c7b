// @types/ndarray-ops says of every changing operation that it gives a boolean, and of two searches that they take an index. None of it
// is so; calling them shows it, and nothing that a declaration says wrongly may reach a caller.
import { expect, test } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };

const operations = manifest.libraries.find(({ root }) => root === 'ndarrayOps')?.members ?? [];
const wrong = operations.filter(({ evidence, verdict }) => evidence.conflict || verdict !== 'allow');

test('all 69 wrong declarations are caught, and no right one is taken for wrong', () => {
  const honest = ['all', 'any', 'equals'].map((name) => `ndarrayOps.${name}`);
  const named = operations
    .filter(({ path, evidence }) => / => boolean$/.test(evidence.declared ?? '') || /\.arg(min|max)$/.test(path))
    .map(({ path }) => path)
    .filter((path) => !honest.includes(path));
  expect(wrong.map(({ path }) => path)).toEqual(named);
  expect(wrong.length).toBe(69);
});

test('what is allowed of them gives the changed array, as the calls showed', () => {
  const allowed = wrong.filter(({ verdict }) => verdict === 'allow');
  expect(allowed.length).toBe(67);
  for (const { path, signatures, effects, evidence } of allowed) {
    expect([path, evidence.declared]).toEqual([path, expect.stringMatching(/ => boolean$/)]);
    expect([path, signatures.map(({ returns }) => returns)]).toEqual([path, ['ndarray.NdArray']]);
    expect([path, effects.mutates]).toEqual([path, ['arg:0']]);
  }
});
