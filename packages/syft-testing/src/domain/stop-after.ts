import { Script } from 'node:vm';

const CALL = Symbol.for('@syft-libs/testing/call');
const script = new Script(`globalThis[Symbol.for('@syft-libs/testing/call')]()`);

/** Makes a call in this thread, and stops it when so many milliseconds are over. Throws what the call throws. */
export function stopAfter<T>(milliseconds: number, call: () => T): { readonly value: T } | 'stopped' {
  const place = globalThis as unknown as Record<symbol, unknown>;
  const outer = place[CALL];
  let outcome: { readonly value: T } | 'stopped' = 'stopped';
  place[CALL] = () => {
    outcome = { value: call() };
  };
  try {
    script.runInThisContext({ timeout: milliseconds });
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
  } finally {
    place[CALL] = outer;
  }
  return outcome;
}
