import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSigningKey, type NumberPointer } from '@syft-libs/ast';
import { connect, type Identity, isSyftError, type Location, pinInvitation, type ReleaseRequest } from '@syft-libs/client';
import { Domain } from '@syft-libs/domain';
import { js } from '@syft-libs/js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DomainProcess } from './domain-process.ts';

const KILLS = 50;

let dataDir: string;
let identity: Identity;
let domain: DomainProcess;
let location: Location;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'syft-kill-'));
  domain = await DomainProcess.start(dataDir, 0);
  let domains = pinInvitation([], domain.ready.invitation as string);
  identity = {
    key: await createSigningKey(true),
    get domains() {
      return domains;
    },
    save: async (changed) => {
      domains = changed;
    },
  };
  location = await connect(domain.ready.ready, { identity, reconnect: { delay: 10, maxDelay: 50 } });
}, 30_000);

afterAll(async () => {
  await domain.kill();
  await rm(dataDir, { recursive: true, force: true });
});

/** What a client was told is safe, to be held against what is there in the end. */
interface Promised {
  readonly requests: Map<string, ReleaseRequest<unknown>>;
  readonly approved: Set<string>;
  readonly denied: Set<string>;
  readonly uploads: { readonly pointer: { get(): Promise<unknown> }; readonly value: number }[];
}

test(`a domain that is killed at ${KILLS} random moments under load loses nothing that it acknowledged`, { timeout: 240_000 }, async () => {
  const promised: Promised = { requests: new Map(), approved: new Set(), denied: new Set(), uploads: [] };
  const random = seeded(7);
  let stop = false;
  let steps = 0;
  // A chain of which each link needs all those before: one lost action and the count is wrong.
  let chain = location.lib(js).Math.sqrt(0) as NumberPointer<true>;
  const load = (async () => {
    for (; !stop; steps++) {
      chain = chain.add(1);
      if (steps % 20 === 0) await chain.get();
      if (steps % 50 === 7) await ask(promised, steps);
      if (steps % 200 === 33) await upload(promised, steps);
      if (steps % 5 === 0) await new Promise(setImmediate);
    }
  })();
  const { port } = domain.ready;
  for (let kill = 0; kill < KILLS; kill++) {
    await new Promise((resolve) => setTimeout(resolve, 20 + random() * 250));
    await domain.kill();
    domain = await DomainProcess.start(dataDir, port);
  }
  stop = true;
  await load;
  expect(await chain.get()).toBe(steps);
  expect(location.stats.reconnects).toBeGreaterThanOrEqual(KILLS / 2);
  await location.close();
  await domain.kill();
  await check(promised);
});

/** Asks for a release and has every other one decided; notes only what was answered. */
async function ask(promised: Promised, step: number): Promise<void> {
  const { x } = location.dataset('numbers').complete('x');
  const request = await x.request({ reason: `step ${step}` });
  promised.requests.set(request.id, request);
  const deny = step % 100 === 7;
  const decided = domain
    .decide(deny ? { deny: request.id } : { approve: request.id })
    .then(() => (deny ? promised.denied : promised.approved).add(request.id));
  // The domain may die before it decides; then nothing was promised.
  await Promise.race([decided, new Promise((resolve) => setTimeout(resolve, 100))]);
}

async function upload(promised: Promised, value: number): Promise<void> {
  const pointer = await location.upload(new Float64Array(20_000).fill(value));
  promised.uploads.push({ pointer, value });
}

/** Opens the folder once more, and looks whether everything that was promised is there. */
async function check({ requests, approved, denied, uploads }: Promised): Promise<void> {
  const reopened = await Domain.open({ dataDir, libraries: [], vm: 'in-thread' });
  try {
    const states = new Map(reopened.requests().map(({ id, state }) => [id, state]));
    expect([...requests.keys()].filter((id) => !states.has(id))).toEqual([]);
    expect([...approved].filter((id) => states.get(id) !== 'approved')).toEqual([]);
    expect([...denied].filter((id) => states.get(id) !== 'denied')).toEqual([]);
    expect(approved.size).toBeGreaterThan(3);
    expect(denied.size).toBeGreaterThan(3);
    expect(uploads.length).toBeGreaterThan(3);
    expect(await reopened.verifyAudit()).toMatchObject({ ok: true });
    const again = await connect(reopened.connectInProcess(), { identity });
    for (const id of approved) expect(await again.request(id).value()).toMatchObject({ data: Float64Array.of(1, 2, 3, 4) });
    for (const id of denied)
      await expect(again.request(id).value()).rejects.toSatisfy((error) => isSyftError(error) && error.code === 'DENIED');
    await again.close();
  } finally {
    await reopened.close();
  }
}

/** The mulberry32 generator; only spreads the moments of the kills. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
