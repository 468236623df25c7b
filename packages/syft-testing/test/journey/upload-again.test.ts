import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@syft-libs/client';
import { Domain } from '@syft-libs/domain';
import { expect, test } from 'vitest';
import { createMemoryIdentity, RawPeer } from '../../src/index.ts';

test('an upload that is sent again after a reconnect is no news, whether it is being stored or has been', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'syft-upload-'));
  const domain = await Domain.open({ dataDir, libraries: [], vm: 'in-thread' });
  try {
    const { invitation } = await domain.invite({ name: 'ada' });
    const identity = await createMemoryIdentity(invitation);
    await (await connect(domain.connectInProcess(), { identity })).close();
    const first = await RawPeer.connect(domain.connectInProcess(), { key: identity.key });
    const [id, call] = [first.nextId(), first.nextCall()];
    const value = { head: first.encode(42), parts: [] };
    first.send({ put: { call, id, value: value.head } });
    // It has arrived, and the disk is not done with it.
    await new Promise((resolve) => setTimeout(resolve, 1));
    first.close();
    const again = await RawPeer.connect(domain.connectInProcess(), { key: identity.key, resume: first.prefix });
    for (let round = 0; round < 2; round++) expect((await again.putEncoded(id, value)).code).toBe('');
    expect(again.decode(await again.get(id))).toBe(42);
  } finally {
    await domain.close();
    await rm(dataDir, { recursive: true });
  }
});
