import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@syft-libs/client';
import { Domain, tableOf } from '@syft-libs/domain';
import { expect, onTestFinished, test } from 'vitest';
import { createMemoryIdentity, RawPeer } from '../../src/index.ts';
import { CANARY, call, libraries, openClinic, peerOf } from './clinic.ts';

/** Asks for an object; the code of the answer, empty when it was taken, and the request's id. */
async function ask(peer: RawPeer, object: number, reason = 'study'): Promise<{ readonly id: string; readonly code: string }> {
  const id = `${peer.prefix}:${peer.nextId()}`;
  return { id, code: (await peer.ask('request', { id, object: `${peer.prefix}:${object}`, reason })).code };
}

test.each([
  ['a Hangul filler', '\u3164'],
  ['a blank Braille cell', '\u2800\u2800'],
  ['combining marks alone', '\u0301\u0302'],
  ['spaces', '   '],
  ['signs alone', '…!'],
  ['a word with a filler', 'mean\u3164of x'],
  ['a word with a variation selector', 'mean\ufe0f'],
  ['a tag character', `mean${String.fromCodePoint(0xe0041)}`],
])('a reason that shows nothing, or hides something, is refused: %s', async (_, reason) => {
  await using clinic = await openClinic();
  const peer = await peerOf(clinic, 'ada');
  const column = peer.select('patients', ['x']);
  expect((await ask(peer, column, reason)).code).toBe('BAD_ARGUMENT');
  for (const fine of ['étude nº 12: mean', '身長の平均', 'متوسط الطول', 'e\u0301tude'])
    expect((await ask(peer, column, fine)).code).toBe('');
});

test('a mask in an upload is the first thing in a review, whatever else was supplied', async () => {
  await using clinic = await openClinic();
  const peer = await peerOf(clinic, 'ada');
  let object = peer.select('patients', ['x']);
  const supply = async (value: readonly number[]): Promise<void> => {
    const { id } = await peer.put({ type: 'lab.Vec', dtype: 'float64', shape: [value.length], data: Float64Array.from(value) });
    object = call(peer, 'lab.add', peer.pointer(object), peer.pointer(id));
  };
  for (let index = 0; index < 22; index++) await supply([1, 1, 1, 1, 1, 1]);
  await supply([0, 1e-300, 0, 1, 0, 0]);
  const { id, code } = await ask(peer, object);
  expect(code).toBe('');
  const { provenance } = await clinic.domain.review(id);
  expect(provenance?.supplied[0]).toMatchObject({ step: 'upload23', rarest: 1, distinct: 2, heaviestShare: 1 });
  expect(provenance).toMatchObject({ suppliedLeftOut: 3, inputs: [{ dataset: 'patients', columns: ['x'], mock: false }] });
});

test('a denial and a cancellation take the value off the disk, and a list of requests comes in pages', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'syft-review-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await using domain = await Domain.open({ dataDir: folder, libraries, vm: 'in-thread' });
  await domain.addDataset('patients', tableOf({ x: Float64Array.of(CANARY, 1, 2) }));
  const { person, invitation } = await domain.invite({ name: 'ada' });
  await domain.grant({ to: person, dataset: 'patients' });
  const identity = await createMemoryIdentity(invitation);
  await (await connect(domain.connectInProcess(), { identity })).close();
  const peer = await RawPeer.connect(domain.connectInProcess(), { key: identity.key, libraries });
  const object = call(peer, 'lab.total', peer.pointer(peer.select('patients', ['x'])));
  const ids: string[] = [];
  for (let index = 0; index < 3; index++) ids.push((await ask(peer, object)).id);
  const [denied = '', cancelled = '', kept = ''] = ids;
  for (const id of ids) await domain.review(id);
  const stored = async (): Promise<readonly string[]> =>
    (await readdir(folder, { recursive: true }))
      .map((path) => path.split('/').at(-1) as string)
      .filter((name) => name.startsWith('request-'));
  expect(await stored()).toHaveLength(3);
  await domain.deny(denied);
  expect((await peer.ask('cancel', { id: cancelled })).code).toBe('');
  expect(await stored()).toEqual([`request-${kept.replace(':', '-')}`]);
  const listed = async (args: object): Promise<readonly string[]> =>
    ((await peer.ask('requests', args)).json as readonly { readonly id: string }[]).map(({ id }) => id);
  expect(await listed({})).toEqual(ids);
  expect(await listed({ before: kept })).toEqual([denied, cancelled]);
  expect((await peer.ask('requests', { before: 7 })).code).toBe('BAD_ARGUMENT');
  expect((await peer.ask('requests', { before: `${peer.prefix}:9999` })).code).toBe('NOT_FOUND');
});
