import type { ReceivedClientMessage } from '@syft-libs/ast';

/**
 * Takes a session's messages again after a restart, one by one and in order. Sessions may have used each other's objects,
 * so that one can be taken up just far enough for another to go on: what a message names was there before it.
 */
export class Restoration {
  readonly #messages: readonly ReceivedClientMessage[];
  readonly #take: (message: ReceivedClientMessage) => Promise<void>;
  #next = 0;
  #step: Promise<void> | undefined;
  #whole: Promise<void> | undefined;
  /** The restoration that this one is waiting for. */
  #awaits: Restoration | undefined;

  /** `take` never rejects. */
  constructor(messages: readonly ReceivedClientMessage[], take: (message: ReceivedClientMessage) => Promise<void>) {
    this.#messages = messages;
    this.#take = take;
  }

  /** Takes all, then runs `finish`, once. */
  all(finish: () => void): Promise<void> {
    this.#whole ??= this.#until(() => false, undefined).then(finish);
    return this.#whole;
  }

  /** Goes on until `found`, for another restoration; gives up where the two would wait for each other. */
  async until(found: () => boolean, asker: Restoration): Promise<void> {
    asker.#awaits = this;
    try {
      await this.#until(found, asker);
    } finally {
      asker.#awaits = undefined;
    }
  }

  async #until(found: () => boolean, asker: Restoration | undefined): Promise<void> {
    while (!found()) {
      if (this.#step !== undefined) {
        if (asker !== undefined && this.#waitsFor(asker)) return;
        await this.#step;
      } else if (this.#next < this.#messages.length) {
        this.#step = this.#take(this.#messages[this.#next++] as ReceivedClientMessage).finally(() => {
          this.#step = undefined;
        });
        await this.#step;
      } else return;
    }
  }

  #waitsFor(other: Restoration): boolean {
    let at: Restoration | undefined = this;
    while (at !== undefined && at !== other) at = at.#awaits;
    return at === other;
  }
}
