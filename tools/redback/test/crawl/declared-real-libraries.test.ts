import { formatSignature, parseSignature } from '@syft-libs/ast';
import { describe, expect, test } from 'vitest';
import { resolveLibrary } from '../../src/crawl/entry-points.ts';
import { crawlDeclarations } from '../../src/crawl/static/crawl-declarations.ts';
import type { DeclaredLibrary } from '../../src/crawl/static/declared-library.ts';
import { signatureTexts, type Tally, tally } from './tally.ts';

const SLOWEST_MS = 15_000;

interface Expected {
  readonly declarations: DeclaredLibrary['entryPoints'][number]['declarations'];
  readonly types: readonly string[];
  readonly tally: Tally;
}

const none = { classes: 0, methods: 0, statics: 0, inherited: 0 };
const ndarrayTypes = ['ndarray.GenericArray', 'ndarray.NdArray'];

const LIBRARIES: Readonly<Record<string, Expected>> = {
  'simple-statistics': {
    declarations: 'package',
    types: ['simpleStatistics.BayesianClassifier', 'simpleStatistics.PerceptronModel'],
    tally: { ...none, exports: 105, functions: 91, classes: 2, methods: 4, signatures: 97, concrete: 85 },
  },
  // Described and inherited callables are the 3,071 that its classes have when each is counted in full.
  'ml-matrix': {
    declarations: 'package',
    types: expect.arrayContaining(['mlMatrix.AbstractMatrix', 'mlMatrix.Matrix']) as unknown as readonly string[],
    tally: { exports: 36, functions: 8, classes: 21, methods: 190, statics: 71, inherited: 2802, signatures: 284, concrete: 279 },
  },
  // Its loops over names say nothing to a compiler: most of it is known at run time only.
  jstat: {
    declarations: 'jsdoc',
    types: ['jstat._init'],
    tally: { ...none, exports: 33, functions: 36, signatures: 36, concrete: 9 },
  },
  ndarray: {
    declarations: '@types',
    types: ndarrayTypes,
    tally: { ...none, exports: 1, functions: 1, methods: 10, signatures: 11, concrete: 7 },
  },
  'ndarray-ops': {
    declarations: '@types',
    types: ndarrayTypes,
    tally: { ...none, exports: 150, functions: 150, signatures: 150, concrete: 150 },
  },
  // `remainder` is an alias of `mod` and left out.
  numjs: {
    declarations: 'jsdoc',
    types: [...ndarrayTypes, 'numjs.NdArray'],
    tally: { ...none, exports: 65, functions: 73, classes: 1, methods: 38, statics: 1, signatures: 112, concrete: 97 },
  },
};

describe.each(Object.entries(LIBRARIES))('%s', (name, expected) => {
  const library = resolveLibrary(name, import.meta.dirname);
  const started = performance.now();
  const declared = crawlDeclarations(library, { from: import.meta.dirname });
  const took = performance.now() - started;

  test('has as many exports, members and signatures as were counted', () => {
    expect(tally(declared, library.root)).toEqual(expected.tally);
    expect(declared.types.map(({ id }) => id)).toEqual(expected.types);
    expect(declared.entryPoints).toEqual([{ subpath: '.', declarations: expected.declarations, problem: null }]);
  });

  test('has signatures only that the grammar of manifests reads and writes back', () => {
    const texts = signatureTexts(declared);
    expect(texts.filter(([, text]) => formatSignature(parseSignature(text)) !== text)).toEqual([]);
    expect(texts.length).toBeGreaterThan(expected.tally.functions);
  });

  test('is in order, each path once for each kind', () => {
    const keys = declared.members.map(({ path, kind }) => `${path} ${kind}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual([...keys].sort((left, right) => (left < right ? -1 : 1)));
  });

  test('is read within fifteen seconds', () => {
    expect(took).toBeLessThan(SLOWEST_MS);
  });
});

describe('numjs', () => {
  const declared = crawlDeclarations(resolveLibrary('numjs', import.meta.dirname), { from: import.meta.dirname });
  const find = (path: string) => declared.members.find((member) => member.path === path);

  test('its class made of a function and a prototype is a class with methods', () => {
    expect(find('numjs.NdArray')).toMatchObject({ kind: 'class', declared: { source: 'inferred' } });
    expect(find('numjs.NdArray.add')).toMatchObject({
      kind: 'method',
      declared: { source: 'jsdoc', doc: 'Add `x` to the array, element-wise.' },
    });
    expect(find('numjs.array')).toMatchObject({ declared: { signatures: ['(arr: unknown, dtype: unknown) => numjs.NdArray'] } });
  });

  test('constructors of the language that it hands on are callbacks, not its classes', () => {
    expect(find('numjs.dtypes.float32')).toMatchObject({ kind: 'constant', declared: { signatures: ['() => callback'] } });
  });
});
