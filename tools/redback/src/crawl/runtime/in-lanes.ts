import type { CageSession } from './cage-session.ts';

/** Sessions that work side by side. */
export const LANES = 2;

/**
 * Uses sessions side by side, each for every so manieth item, and gives what came of each in the order of the items. Which ones
 * share a session is settled by their order, so that no timing decides what they see.
 */
export async function inLanes<T, R>(
  items: readonly T[],
  open: () => CageSession,
  use: (item: T, session: CageSession) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Array<R>(items.length);
  const lane = async (first: number) => {
    const session = open();
    try {
      for (let index = first; index < items.length; index += LANES) results[index] = await use(items[index] as T, session);
    } finally {
      await session.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(LANES, items.length) }, (_, first) => lane(first)));
  return results;
}
