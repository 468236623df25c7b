import { describe, expect, test } from 'vitest';
import { parseSupportField } from '../../src/find/support-field.ts';

const good = { contract: 1, libraries: { calc: '>=1.0.0 <2.0.0', '@acme/grid': '^2' }, after: ['ndarray'] };
const problemsOf = (value: unknown): readonly string[] => {
  return parseSupportField(value).problems ?? [];
};

test('the field says for which libraries a package is, in which versions, and after which others', () => {
  expect(parseSupportField(good)).toEqual({
    field: { contract: 1, libraries: new Map(Object.entries(good.libraries)), after: ['ndarray'], isCollection: false },
  });
  expect(parseSupportField({ contract: 1, libraries: { calc: '*' } })).toMatchObject({ field: { after: [], isCollection: false } });
  expect(parseSupportField({ contract: 1, collection: true })).toMatchObject({ field: { libraries: new Map(), isCollection: true } });
});

describe('a field that is not understood is refused whole, with all that is wrong', () => {
  test.each([
    [null, 'syft is no object'],
    [[], 'syft is no object'],
    ['1', 'syft is no object'],
    [{ ...good, contract: '1' }, 'syft.contract is no integer'],
    [{ ...good, contract: 1.5 }, 'syft.contract is no integer'],
    [{ libraries: good.libraries }, 'syft.contract is no integer'],
    [{ contract: 1 }, 'syft.libraries names no library'],
    [{ contract: 1, libraries: {} }, 'syft.libraries names no library'],
    [{ contract: 1, libraries: ['calc'] }, 'syft.libraries names no library'],
    [{ contract: 1, libraries: { calc: 'soon' } }, 'syft.libraries has no range of versions for calc'],
    [{ contract: 1, libraries: { calc: 1 } }, 'syft.libraries has no range of versions for calc'],
    [{ contract: 1, libraries: { '../calc': '*' } }, 'syft.libraries has ../calc, which is no package name'],
    [{ contract: 1, libraries: { './x': '*' } }, 'syft.libraries has ./x, which is no package name'],
    [{ ...good, after: 'ndarray' }, 'syft.after is no list of package names'],
    [{ ...good, after: ['../up'] }, 'syft.after is no list of package names'],
    [{ ...good, collection: 'yes' }, 'syft.collection is neither true nor false'],
    [{ ...good, collection: true }, 'syft.libraries stands beside syft.collection'],
    [{ ...good, entry: './x.js' }, 'syft has an unknown key, entry'],
  ])('%j', (value, problem) => {
    expect(problemsOf(value)).toContain(problem);
  });

  test('and all at once', () => {
    expect(problemsOf({ contract: null, libraries: null, after: null, more: 1 })).toHaveLength(3);
    expect(problemsOf(JSON.parse('{ "__proto__": { "contract": 1, "libraries": { "calc": "*" } } }'))).toHaveLength(3);
  });
});
