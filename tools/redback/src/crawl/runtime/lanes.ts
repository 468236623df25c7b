import type { CageSession } from './cage-session.ts';

const LANES = 2;

/** Sessions that work side by side. Which items share one is settled by their order, so that no timing decides what they see. */
export class Lanes {
  readonly #open: () => CageSession;
  readonly #sessions: CageSession[] = [];

  constructor(open: () => CageSession) {
    this.#open = open;
  }

  /** Deals items out in turn, to one session for every `least` of them at most, and uses each for its share. */
  async share<T, R>(items: readonly T[], use: (share: readonly T[], session: CageSession) => Promise<R>, least = 1): Promise<readonly R[]> {
    const count = Math.min(LANES, Math.ceil(items.length / least));
    while (this.#sessions.length < count) this.#sessions.push(this.#open());
    const shareOf = (lane: number) => items.filter((_, index) => index % count === lane);
    return Promise.all(this.#sessions.slice(0, count).map((session, lane) => use(shareOf(lane), session)));
  }

  /** As `share`, item by item: gives what came of each in the order of the items. */
  async map<T, R>(items: readonly T[], use: (item: T, session: CageSession) => Promise<R>): Promise<readonly R[]> {
    const shares = await this.share(items, async (share, session) => {
      const results: R[] = [];
      for (const item of share) results.push(await use(item, session));
      return results;
    });
    return items.map((_, index) => shares[index % shares.length]?.[Math.floor(index / shares.length)] as R);
  }

  /** Ends their processes; what is asked of them after that starts others. */
  async close(): Promise<void> {
    await Promise.all(this.#sessions.map((session) => session.close()));
  }
}

/** Lanes for one use. */
export async function inLanes<R>(open: () => CageSession, use: (lanes: Lanes) => Promise<R>): Promise<R> {
  const lanes = new Lanes(open);
  try {
    return await use(lanes);
  } finally {
    await lanes.close();
  }
}
