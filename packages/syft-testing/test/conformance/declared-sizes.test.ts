import { type AllowlistEntry, boundOfShape, type CostFunction, resolveLimits, type SupportPackage } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import { makeGrownLists } from '../../src/conformance/argument-lists.ts';
import { checkEntry } from '../../src/conformance/check-entry.ts';
import { LocalLibrary } from '../../src/conformance/local-library.ts';
import { RemoteLibrary } from '../../src/conformance/remote-library.ts';
import { shapedSamples } from '../../src/conformance/shaped-samples.ts';
import { sampleArray } from '../../src/index.ts';
import { GROWN_SHAPES } from '../../src/samples/values-of-type.ts';
import type { Vec } from '../lab/lab-library.ts';
import { labSupport } from '../lab/lab-support.ts';

/** What calls of an entry of the lab's library come to where its cost says something else. */
async function checkDeclared(path: string, cost: CostFunction, operands: readonly unknown[]): Promise<readonly string[]> {
  const support: SupportPackage = { ...labSupport, costs: { ...labSupport.costs, [path]: cost } };
  const local = await LocalLibrary.load(support, resolveLimits({}));
  await using remote = await RemoteLibrary.open(support, {});
  const entry = entryAt(local, path);
  const { odd } = await checkEntry({ local, remote, view: (live) => [...(live as Vec).data] }, entry, [operands]);
  return odd.map(({ expected, actual }) => `${expected}: ${actual}`);
}

function entryAt(local: LocalLibrary, path: string): AllowlistEntry {
  return local.entries.find((one) => one.path === path) as AllowlistEntry;
}

const vector = sampleArray('lab.Vec', 'float64', [100]);

test('a result that is larger than its cost says fails its case', async () => {
  const constant: CostFunction = () => ({ result: boundOfShape([8]), operations: 1 });
  expect(await checkDeclared('lab.same', constant, [vector])).toEqual(['about 8 elements at most, as its cost says: 100 elements']);
});

test('a little more than it says is how values are laid out', async () => {
  const half: CostFunction = ([view]) => ({ result: { elements: (view?.bound.elements ?? 0) / 2 }, operations: 1 });
  expect(await checkDeclared('lab.same', half, [vector])).toEqual([]);
});

test('calls that tell how a result grows have long, wide, square, empty and single operands, and long ones beside wide ones', async () => {
  const local = await LocalLibrary.load(labSupport, resolveLimits({}));
  const shaped = await shapedSamples(local);
  expect([...shaped.keys()]).toEqual([...GROWN_SHAPES]);
  const calls = makeGrownLists(local, entryAt(local, 'lab.add'), { shaped }).slice(0, 7) as { readonly shape: readonly number[] }[][];
  expect(calls.map((operands) => operands.map(({ shape }) => String(shape)))).toEqual([
    ['100,2', '100,2'],
    ['2,100', '2,100'],
    ['12,12', '12,12'],
    ['0,0', '0,0'],
    ['1,1', '1,1'],
    ['100,2', '2,100'],
    ['2,100', '100,2'],
  ]);
  expect(makeGrownLists(local, entryAt(local, 'lab.zeros'), { shaped })).toEqual([]);
});
