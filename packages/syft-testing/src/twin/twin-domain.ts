import { type Limits, type SigningKey, type SupportPackage, SyftError, type Transport } from '@syft-libs/ast';
import { CALL_BYTES, CALL_OPERATIONS } from '../conformance/call-limits.ts';
import { createMemoryDomain, type MemoryDataset, type MemoryDomain } from '../domain/memory-domain.ts';
import type { RawPeer } from '../peer/raw-peer.ts';
import { type Transcript, transcribe } from './transcript.ts';
import { TWIN_PEOPLE, TWIN_SESSIONS, type TwinSide, twinDatasets } from './twin-world.ts';

type Person = keyof typeof TWIN_PEOPLE;

/** Breaks a seal on purpose, for tests that prove the test: sees what the owner's log sees, and may change what leaves. */
export interface Tamper {
  log?(event: string, detail: Readonly<Record<string, unknown>>): void;
  wrapTransport?(transport: Transport): Transport;
}

export interface TwinDomainOptions {
  readonly side: TwinSide;
  readonly seed: number;
  readonly supports: readonly SupportPackage[];
  /** The people's keys: the same on both sides. */
  readonly keys: Readonly<Record<Person, SigningKey>>;
  readonly limits?: Partial<Limits>;
  readonly tamper?: (side: TwinSide, datasets: Readonly<Record<string, MemoryDataset>>) => Tamper;
}

/** Small enough that nothing a program thinks of takes long: a call that says it is larger is refused, and not made. */
const LIMITS: Partial<Limits> = { callBytes: CALL_BYTES, callOperations: CALL_OPERATIONS / 10 };

/** How a domain's log tells of a result that is far larger than its call was declared to give. */
const BEYOND_DECLARED = /^BeyondDeclared\b/;

/** One of two domains that a client cannot tell apart, and the sessions that try to. */
export class TwinDomain implements AsyncDisposable {
  readonly memory: MemoryDomain<Person>;
  readonly peers: readonly RawPeer[];
  /** Messages of each session that were transcribed. */
  readonly #transcribed: number[];
  /** Objects that were far larger than their calls were declared to give. */
  readonly #outgrown: string[];

  private constructor(memory: MemoryDomain<Person>, peers: readonly RawPeer[], outgrown: string[]) {
    this.memory = memory;
    this.peers = peers;
    this.#outgrown = outgrown;
    this.#transcribed = peers.map(() => 0);
  }

  static async open({ side, seed, supports, keys, limits, tamper }: TwinDomainOptions): Promise<TwinDomain> {
    const datasets = twinDatasets(side, seed);
    const { log, wrapTransport } = tamper?.(side, datasets) ?? {};
    const outgrown: string[] = [];
    const memory = await createMemoryDomain({
      libraries: supports,
      datasets,
      people: TWIN_PEOPLE,
      seed,
      keys,
      limits: { ...LIMITS, ...limits },
      log(event, detail) {
        if (event === 'computation failed' && BEYOND_DECLARED.test(String(detail['detail']))) outgrown.push(String(detail['object']));
        log?.(event, detail);
      },
      ...(wrapTransport === undefined ? {} : { wrapTransport }),
    });
    const peers: RawPeer[] = [];
    for (const [index, { person }] of TWIN_SESSIONS.entries()) {
      const peer = await memory.peer(person, { libraries: supports, nonce: new Uint8Array(32).fill(index + 1) });
      await peer.settle();
      peers.push(peer);
    }
    return new TwinDomain(memory, peers, outgrown);
  }

  /** Waits until everybody has been served. */
  async settle(): Promise<void> {
    // Twice: what one session computes may be another's operand.
    for (let round = 0; round < 2; round++) for (const peer of this.peers) await peer.settle();
  }

  /** Waits until everything is durable; gives how far each session has come. */
  async finish(): Promise<readonly string[]> {
    await this.settle();
    for (const peer of this.peers) await peer.link.until(() => peer.link.isClosed || peer.acknowledged.durable >= peer.lastSeq);
    return this.peers.map(({ acknowledged, link }) => JSON.stringify({ ...acknowledged, closed: link.isClosed }));
  }

  /** What each session was told since the last time, the handshake included. */
  transcribe(): readonly Transcript[] {
    return this.peers.map((peer, index) => {
      const transcript = transcribe(peer, this.#transcribed[index] as number);
      this.#transcribed[index] = peer.link.received.length;
      return transcript;
    });
  }

  /** The objects, since the last time, that were far larger than their calls were declared to give. */
  takeOutgrown(): readonly string[] {
    return this.#outgrown.splice(0);
  }

  /** Ends all grants, and makes those that people begin with. */
  async restoreGrants(): Promise<void> {
    const { domain } = this.memory;
    for (const { id } of domain.grants()) await domain.revoke(id);
    for (const [to, grants] of Object.entries(TWIN_PEOPLE)) {
      for (const [dataset, columns] of Object.entries(grants))
        await domain.grant({ to, dataset, ...(columns === 'all' ? {} : { columns: [...columns] }) });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.memory[Symbol.asyncDispose]();
  }
}

/** True for what an owner's step may end in without that being news. */
export function isExpected(error: unknown): boolean {
  return error instanceof SyftError && (error.code === 'NOT_FOUND' || error.code === 'EXISTS');
}
