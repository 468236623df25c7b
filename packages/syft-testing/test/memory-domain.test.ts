import { mockOf, tableOf } from '@syft-libs/domain';
import { js } from '@syft-libs/js';
import { expect, test } from 'vitest';
import { createMemoryDomain } from '../src/index.ts';

const table = tableOf({ x: Float64Array.of(1, 2, Number.NaN, 4), y: Float64Array.of(1, Number.NaN, 3, 4) });
const options = {
  datasets: { cohort: { table, mock: mockOf(table.schema, { rows: 5, seed: 1 }) } },
  people: { ada: { cohort: 'all' }, bob: {} },
} as const;

test('opens with people enrolled, granted and connected', async () => {
  await using memory = await createMemoryDomain(options);
  const { ada, bob } = memory.clients;
  expect(ada.person).toBe('ada');
  expect((await ada.datasets()).map(({ name }) => name)).toEqual(['cohort']);
  expect(await bob.datasets()).toEqual([]);
  const { x } = ada.dataset('cohort').complete('x', 'y');
  await expect(x.get()).rejects.toMatchObject({ code: 'NOT_READABLE' });
  expect(await ada.lib(js).Math.sqrt(9).add(1).get()).toBe(4);
});

test('keys, ids, times and random values are equal for equal seeds', async () => {
  const tell = async (seed: number): Promise<unknown> => {
    await using memory = await createMemoryDomain({ ...options, seed });
    const random = memory.clients.ada.lib(js).Math.random();
    const { uid } = await random.describe();
    return [memory.domain.key, memory.people, uid, await random.get(), memory.domain.grants()];
  };
  const [one, same, other] = [await tell(7), await tell(7), await tell(8)] as [unknown[], unknown[], unknown[]];
  // Clients' own keys are theirs to make.
  expect({ ...one, 1: undefined }).toEqual({ ...same, 1: undefined });
  expect(one[0]).not.toBe(other[0]);
  expect(one[3]).not.toBe(other[3]);
});

test('a peer that speaks in bytes is the same person as its client', async () => {
  await using memory = await createMemoryDomain(options);
  const peer = await memory.peer('ada');
  const sqrt = peer.declare('js.Math.sqrt', '(x: number) => number');
  const id = peer.act(sqrt, [peer.encode(16)]);
  expect(peer.decode(await peer.get(id))).toBe(4);
  const column = peer.select('cohort', ['x']);
  expect((await peer.get(column)).code).toBe('NOT_READABLE');
  await peer.settle();
  expect([...peer.faults()]).toEqual([]);
});
