import { afterAll, expect, test, vi } from 'vitest';
import { findInstalledLibrary } from '../../src/crawl/cage/read-grants.ts';
import type { Merged } from '../../src/crawl/merge/merged.ts';
import { CageSession } from '../../src/crawl/runtime/cage-session.ts';
import { noInsights } from '../../src/crawl/runtime/insights.ts';
import { findTravel } from '../../src/crawl/travel/find-travel.ts';
import { installFixture } from '../runtime/installed-fixture.ts';
import { called, declaredAs, floats, functionOf, list, made, memberOf, merged, typeOf } from './merged-by-hand.ts';

vi.setConfig({ testTimeout: 60_000 });

const fixtures = [installFixture('travellers'), installFixture('tiny-lib')] as const;
afterAll(() => {
  for (const fixture of fixtures) fixture.remove();
});

const HERE = import.meta.dirname;

async function travelsOf(input: Merged, name: string, root: string) {
  const fixture = fixtures.find(({ library }) => library.name === name);
  const insights = noInsights();
  const library = fixture?.library ?? findInstalledLibrary(name, HERE);
  const { types } = await findTravel(input, () => new CageSession({ library, root, subpaths: ['.'], insights }), insights);
  return Object.fromEntries(types.map(({ id, travel, problem }) => [id.slice(root.length + 1), travel ?? problem]));
}

test('classes travel by their fields where those are all there is to them, and say why where they do not', async () => {
  const p = (name: string) => `travellers.${name}`;
  const types = [
    typeOf(p('Box'), [made(p('Box'), list(1, 2)), made(p('Box'), list())]),
    typeOf(p('Pair'), [made(p('Pair'), made(p('Box'), list(1)), 'x'), made(p('Pair'), made(p('Box'), list(4)), null)]),
    typeOf(p('Sealed'), [made(p('Sealed'), 7)]),
    typeOf(p('Mapped'), [made(p('Mapped'), 7)]),
    typeOf(p('Closure'), [made(p('Closure'), 7)]),
    typeOf(p('Lazy'), [made(p('Lazy'), 7)]),
    typeOf(p('Keyed'), [made(p('Keyed'), 7)]),
    typeOf(p('Holder'), [made(p('Holder'), made(p('Sealed'), 7))]),
    typeOf(p('Odd'), [made(p('Odd'), list(1))], { builtin: 'Array' }),
    typeOf(p('Silent'), [made(p('Silent'))]),
    typeOf(p('Renamed'), [made(p('Renamed'), 3)]),
    typeOf(p('Hidden'), [called(p('openHidden'))], { exportedAs: null }),
  ];
  const members = [
    memberOf(p('Box.sum')),
    memberOf(p('Pair.first')),
    memberOf(p('Sealed.reveal')),
    memberOf(`get ${p('Mapped.value')}`),
    memberOf(p('Holder.reveal')),
    memberOf(p('Silent.fail'), [[]]),
    memberOf(p('Renamed.twice')),
  ];
  expect(await travelsOf(merged(types, members), 'travellers', 'travellers')).toEqual({
    Box: {
      kind: 'structure',
      fields: [
        { name: 'items', type: 'number[]' },
        { name: 'count', type: 'number' },
      ],
      lengths: [{ field: 'count', of: 'items', axis: 0 }],
    },
    Pair: {
      kind: 'structure',
      fields: [
        { name: 'box', type: 'travellers.Box' },
        { name: 'label', type: 'null | string' },
        { name: 'size', type: 'number' },
      ],
      lengths: [{ field: 'size', of: 'box.items', axis: 0 }],
    },
    Sealed: 'its fields are not all there is to it: reveal tells a rebuilt one apart',
    Mapped: 'its fields are not all there is to it: value tells a rebuilt one apart',
    Closure: 'its field reveal is a function of the instance',
    Lazy: 'its field value is a getter of the instance',
    Keyed: 'it has own properties that are no named fields, and no items either',
    Holder: 'it holds a travellers.Sealed, which has no way to travel',
    Odd: 'it extends Array, whose instances are more than their fields',
    Silent: 'none of its members answered, so that nothing shows whether its fields are all there is to it',
    Renamed: { kind: 'structure', fields: [{ name: 'value', type: 'number' }], lengths: [], className: 'inner' },
    Hidden: 'its class is not exported',
  });
});

test('things like arrays, fields that come and go, and classes of one name travel too', async () => {
  const p = (name: string) => `travellers.${name}`;
  const rows = (count: number) => made(p('Rows'), ...Array.from({ length: count }, (_, at) => list(at, 2)));
  const types = [
    typeOf(p('Rows'), [rows(2), rows(3)]),
    typeOf(p('Noted'), [made(p('Noted'), 1), made(p('Noted'), 2, 'x')]),
    typeOf(p('Doubled'), [made(p('Doubled'), 2)]),
    typeOf(p('Halved'), [made(p('Halved'), 2)]),
  ];
  const members = ['Rows.first', 'Noted.describe', 'Doubled.mean', 'Halved.mean'].map((name) => memberOf(p(name)));
  const twin = { kind: 'structure', fields: [{ name: 'a', type: 'number' }], lengths: [], className: 'made', byClass: true };
  expect(await travelsOf(merged(types, members), 'travellers', 'travellers')).toEqual({
    Rows: {
      kind: 'structure',
      fields: [
        { name: 'length', type: 'number' },
        { name: 'items', type: 'number[][]', items: true },
      ],
      lengths: [{ field: 'length', of: 'items', axis: 0 }],
    },
    Noted: {
      kind: 'structure',
      fields: [
        { name: 'value', type: 'number' },
        { name: 'note', type: 'string', optional: true },
      ],
      lengths: [],
    },
    Doubled: twin,
    Halved: twin,
  });
});

test('an instance that a constructor made of arguments it should have refused tells nothing', async () => {
  const p = (name: string) => `travellers.${name}`;
  const garbage = [made(p('Pair'), list(1, 2), 'x'), made(p('Pair'), 3, 'x')];
  const types = [typeOf(p('Box'), [made(p('Box'), list(1, 2))]), typeOf(p('Pair'), garbage)];
  const pair = memberOf(p('Pair'), [], { kind: 'class', ...declaredAs('(box: travellers.Box, label: string) => travellers.Pair') });
  const members = [
    memberOf(p('Box.sum')),
    memberOf(p('Pair.first')),
    memberOf(`get ${p('Pair.box')}`, [[]], declaredAs('() => travellers.Box')),
  ];
  const found = await travelsOf(merged(types, [...members, pair]), 'travellers', 'travellers');
  expect(found['Pair']).toMatchObject({
    kind: 'structure',
    fields: [{ name: 'box', type: 'travellers.Box' }, { name: 'label' }, { name: 'size' }],
  });
  expect((await travelsOf(merged(types, members), 'travellers', 'travellers'))['Pair']).toBe(
    'no instance is what its declarations say: its field box is of another type',
  );
});

test('the classes of a fixture with every awkward case stay where they are', async () => {
  const p = (name: string) => `tinyLib.${name}`;
  const types = [
    typeOf(p('Shape'), [made(p('Shape'), 'a')]),
    typeOf(p('Circle'), [made(p('Circle'), 2)], { extends: [p('Shape')] }),
    typeOf(p('Vector'), [made(p('Vector'), list(1, 2))]),
  ];
  const found = await travelsOf(merged(types, []), 'tiny-lib', 'tinyLib');
  expect(found).toEqual({
    Shape: expect.stringMatching(/shout is a function/),
    Circle: expect.stringMatching(/shout is a function/),
    Vector: expect.stringMatching(/size is a getter/),
  });
});

test('a library of matrices: what stands on rows travels, what hides them does not', async () => {
  const p = (name: string) => `mlMatrix.${name}`;
  const rows = (...items: readonly (readonly number[])[]) => list(...items.map((row) => list(...row)));
  const square = rows([4, 1], [2, 3]);
  const types = [
    typeOf(p('LuDecomposition'), [made(p('LuDecomposition'), square)]),
    typeOf(p('Matrix'), [made(p('Matrix'), rows([1, 2, 3], [4, 5, 6])), made(p('Matrix'), 2, 2)], { extends: [p('AbstractMatrix')] }),
    typeOf(p('EigenvalueDecomposition'), [made(p('EigenvalueDecomposition'), square)]),
    typeOf(p('SymmetricMatrix'), [made(p('SymmetricMatrix'), rows([2, 1], [1, 2]))], { extends: [p('AbstractMatrix')] }),
    typeOf(p('NIPALS'), [made(p('NIPALS'), rows([1, 2], [3, 5], [2, 2]))]),
    typeOf(p('SingularValueDecomposition'), [made(p('SingularValueDecomposition'), rows([1, 2], [3, 5], [2, 2]))]),
  ];
  const members = [
    memberOf(p('LuDecomposition.isSingular')),
    memberOf(`get ${p('LuDecomposition.determinant')}`),
    memberOf(p('Matrix.get'), [[0, 1]]),
    memberOf(p('AbstractMatrix.sum')),
    memberOf(`get ${p('EigenvalueDecomposition.realEigenvalues')}`),
    memberOf(p('SymmetricMatrix.get'), [[0, 1]]),
    memberOf(`get ${p('SingularValueDecomposition.rank')}`),
  ];
  const found = await travelsOf(merged(types, members), 'ml-matrix', 'mlMatrix');
  expect(found['Matrix']).toEqual({
    kind: 'structure',
    fields: [
      { name: 'data', type: 'Float64Array[]' },
      { name: 'rows', type: 'number' },
      { name: 'columns', type: 'number' },
    ],
    lengths: [
      { field: 'rows', of: 'data', axis: 0 },
      { field: 'columns', of: 'data', axis: 1 },
    ],
  });
  expect(found['LuDecomposition']).toMatchObject({
    kind: 'structure',
    fields: [{ name: 'LU', type: 'mlMatrix.Matrix' }, { name: 'pivotVector' }, { name: 'pivotSign' }],
  });
  expect(found['EigenvalueDecomposition']).toMatchObject({
    kind: 'structure',
    lengths: expect.arrayContaining([{ field: 'n', of: 'd', axis: 0 }]),
  });
  expect(found['SymmetricMatrix']).toBe('it has no fields of its own: what it holds does not show');
  expect(found['NIPALS']).toMatchObject({ kind: 'structure', className: 'nipals' });
  // As many singular values as columns only where there are rows enough.
  expect(found['SingularValueDecomposition']).toMatchObject({ lengths: expect.not.arrayContaining([{ field: 'n', of: 's', axis: 0 }]) });
});

test('arrays that wrap a view, and arrays that are one, travel with what makes them', async () => {
  const p = (name: string) => `numjs.${name}`;
  const numjs = merged(
    [typeOf(p('NdArray'), [called(p('array'), list(list(1, 2), list(3, 4))), called(p('zeros'), 3)])],
    [functionOf(p('array'), p('NdArray')), memberOf(p('NdArray.sum')), memberOf(p('NdArray.tolist')), memberOf(`get ${p('NdArray.T')}`)],
  );
  const dtypes = [
    'int8',
    'uint8',
    'uint8_clamped',
    'int16',
    'uint16',
    'int32',
    'uint32',
    'bigint64',
    'biguint64',
    'float16',
    'float32',
    'float64',
    'array',
  ];
  expect(await travelsOf(numjs, 'numjs', 'numjs')).toEqual({
    NdArray: { kind: 'array', view: 'selection', factory: 'numjs.NdArray', how: 'construct', dtypes },
  });
  const of = (name: string) => `ndarray.${name}`;
  const recipes = [called(of('default'), floats(1, 2, 3, 4), list(2, 2))];
  const ndarray = merged(
    [typeOf(of('NdArray'), [], { exportedAs: null }), typeOf(of('View2dfloat64'), recipes, { exportedAs: null, extends: [of('NdArray')] })],
    [
      functionOf(of('default'), of('View2dfloat64')),
      memberOf(of('View2dfloat64.get'), [[1, 0]]),
      memberOf(of('View2dfloat64.transpose'), [[1, 0]]),
    ],
  );
  const array = { kind: 'array', view: null, factory: 'ndarray.default', how: 'call', dtypes };
  expect(await travelsOf(ndarray, 'ndarray', 'ndarray')).toEqual({ NdArray: array, View2dfloat64: array });
});

test('an array with something beside its elements and shape is no mere array', async () => {
  const p = (name: string) => `travellers.${name}`;
  const input = merged([typeOf(p('Named'), [made(p('Named'), floats(1, 2), list(2), 'x')])], [memberOf(p('Named.describe'))]);
  expect(await travelsOf(input, 'travellers', 'travellers')).toEqual({
    Named: 'nothing that is exported makes such an array of its elements and a shape',
  });
});
