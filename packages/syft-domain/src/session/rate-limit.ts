import { type Limits, SyftError } from '@syft-libs/ast';

/** A token bucket over one connection's control messages. */
export class RateLimit {
  readonly #perSecond: number;
  readonly #burst: number;
  #tokens: number;
  #at = performance.now();

  constructor({ messagesPerSecond, messagesBurst }: Limits) {
    this.#perSecond = messagesPerSecond;
    this.#burst = messagesBurst;
    this.#tokens = messagesBurst;
  }

  /** Throws `LIMIT` when the bucket is empty. */
  spend(count: number): void {
    const now = performance.now();
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#at) / 1000) * this.#perSecond) - count;
    this.#at = now;
    if (this.#tokens < 0) throw new SyftError('LIMIT', 'cannot take message: messagesPerSecond exceeded');
  }
}
