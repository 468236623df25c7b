import type { Transport } from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import { Connection } from '../session/connection.ts';
import type { Peer } from '../session/handshake.ts';

const MINUTE = 60_000;

/** Where connections of all kinds come in: counts them, and turns away addresses that keep failing. */
export class ConnectionDesk {
  readonly #core: DomainCore;
  readonly #open = new Set<Connection>();
  readonly #failures = new Map<string, { count: number; since: number }>();
  #closed = false;

  constructor(core: DomainCore) {
    this.#core = core;
  }

  /** Takes a transport in, or closes it at once. */
  admit(transport: Transport, peer: Peer): void {
    if (this.#closed || this.#open.size >= this.#core.limits.sessions || this.#hasFailedTooOften(peer)) {
      transport.close();
      return;
    }
    const connection = new Connection(this.#core, transport, peer, {
      refused: () => this.#noteFailure(peer),
      closed: () => this.#open.delete(connection),
    });
    this.#open.add(connection);
  }

  close(): void {
    this.#closed = true;
    for (const connection of [...this.#open]) connection.close();
  }

  #hasFailedTooOften({ address, local }: Peer): boolean {
    const failures = this.#failures.get(address);
    if (local || failures === undefined) return false;
    if (performance.now() - failures.since > MINUTE) {
      this.#failures.delete(address);
      return false;
    }
    return failures.count >= this.#core.limits.failedHandshakesPerMinute;
  }

  #noteFailure({ address }: Peer): void {
    const failures = this.#failures.get(address) ?? { count: 0, since: performance.now() };
    failures.count += 1;
    this.#failures.set(address, failures);
    if (this.#failures.size > 10_000) this.#failures.delete(this.#failures.keys().next().value as string);
  }
}
