// @types/ndarray-ops says of every changing operation that it gives a boolean, and of two searches that they take an index. None of it
// is so; calling them shows it, and nothing that a declaration says wrongly may reach a caller.
import { expect, test } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };

const operations = manifest.libraries.find(({ root }) => root === 'ndarrayOps')?.members ?? [];
/** Declared parameters; a person has said what the two searches take instead. */
const declared = (text: string | null) => (text ?? '').split(' => ')[0]?.split(',').length;
const wrong = operations.filter(
  ({ evidence, signatures, verdict }) =>
    evidence.conflict || verdict !== 'allow' || declared(evidence.declared) !== signatures[0]?.params.length,
);

test('all 69 wrong declarations are caught, and no right one is taken for wrong', () => {
  const honest = ['all', 'any', 'equals'].map((name) => `ndarrayOps.${name}`);
  const named = operations
    .filter(({ path, evidence }) => / => boolean$/.test(evidence.declared ?? '') || /\.arg(min|max)$/.test(path))
    .map(({ path }) => path)
    .filter((path) => !honest.includes(path));
  expect(wrong.map(({ path }) => path)).toEqual(named);
  expect(wrong.length).toBe(69);
});

test('the changing ones give the changed array, as the calls showed', () => {
  const changing = wrong.filter(({ path }) => !/\.arg/.test(path));
  expect(changing.length).toBe(67);
  for (const { path, signatures, effects, evidence } of changing) {
    expect([path, evidence.declared]).toEqual([path, expect.stringMatching(/ => boolean$/)]);
    expect([path, signatures.map(({ returns }) => returns)]).toEqual([path, ['ndarray.NdArray']]);
    expect([path, effects.mutates]).toEqual([path, ['arg:0']]);
  }
});

test('the searches take an array alone, and give a place along each axis', () => {
  const searches = wrong.filter(({ path }) => /\.arg/.test(path));
  expect(searches.map(({ path }) => path)).toEqual(['ndarrayOps.argmax', 'ndarrayOps.argmin']);
  for (const { path, signatures, verdict } of searches) {
    expect([path, verdict, signatures[0]?.params.map(({ type }) => type), signatures[0]?.returns]).toEqual([
      path,
      'allow',
      ['ndarray.NdArray'],
      'number[]',
    ]);
  }
});
