import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSigningKey } from '@syft-libs/ast';
import { connect, type Identity, pinInvitation } from '@syft-libs/client';
import { Domain } from '@syft-libs/domain';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DomainProcess } from './domain-process.ts';

const KILLS = 12;

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'syft-release-'));
});

afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

test('a domain killed while it releases has taken the use, and written the release down, before the value left', {
  timeout: 120_000,
}, async () => {
  let domain = await DomainProcess.start(dataDir, 0);
  const identity = await createIdentity(domain.ready.invitation as string);
  const { port } = domain.ready;
  const received: string[] = [];
  const fetched: string[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const location = await connect(domain.ready.ready, { identity, reconnect: false });
    const { x } = location.dataset('numbers').complete('x');
    const request = await x.request({ reason: `release ${kill}` });
    await domain.decide({ approve: request.id, uses: 1 });
    fetched.push(request.id);
    const value = request.value().then(
      () => received.push(request.id),
      () => {},
    );
    // From at once to a few milliseconds: before the use is taken, while it is written, after the value has left.
    await new Promise((resolve) => setTimeout(resolve, (kill % 6) * 1.5));
    await domain.kill();
    await value;
    await location.close().catch(() => {});
    domain = await DomainProcess.start(dataDir, port);
  }
  await domain.kill();
  await using reopened = await Domain.open({ dataDir, libraries: [], vm: 'in-thread' });
  const states = new Map(reopened.requests().map(({ id, state }) => [id, state]));
  const released = (await reopened.audit(0, 10_000)).filter(({ kind }) => kind === 'release').map(({ detail }) => detail['id']);
  for (const id of received) {
    expect(states.get(id)).toBe('used-up');
    expect(released).toContain(id);
  }
  // One use each, whatever was killed when: what was not taken is still there, what was is not given twice.
  expect(new Set(released).size).toBe(released.length);
  for (const id of fetched) expect(states.get(id)).toBe(released.includes(id) ? 'used-up' : 'approved');
  expect(received.length).toBeGreaterThan(0);
});

async function createIdentity(invitation: string): Promise<Identity> {
  let domains = pinInvitation([], invitation);
  return {
    key: await createSigningKey(true),
    get domains() {
      return domains;
    },
    save: async (changed) => {
      domains = changed;
    },
  };
}
