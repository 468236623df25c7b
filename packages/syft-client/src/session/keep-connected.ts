import { isSyftError, SyftError } from '@syft-libs/ast';
import type { Dialler } from '../transport/dial.ts';
import { type Established, type HandshakeOptions, performHandshake } from './handshake.ts';
import type { Session } from './session.ts';

/** How a lost connection is taken up again. Times are milliseconds. */
export interface ReconnectOptions {
  /** Before the first attempt; doubles with each, and is spread at random. Default 100. */
  readonly delay?: number;
  /** The longest delay. Default 10,000. */
  readonly maxDelay?: number;
  /** When to give up, counted from the loss. Default 600,000. */
  readonly giveUpAfter?: number;
}

export type HandshakeTerms = Omit<HandshakeOptions, 'resume' | 'domain' | 'signal' | 'origin'>;

/** Dials and shakes hands, within the limit `handshakeTimeout`. Throws as both do, or `TIMEOUT`. */
export async function establish(
  dialler: Dialler,
  terms: HandshakeTerms,
  state: Pick<HandshakeOptions, 'resume' | 'domain'> & { readonly signal?: AbortSignal | undefined },
): Promise<Established> {
  const timeout = new AbortController();
  const reason = new SyftError('TIMEOUT', 'cannot connect: the domain does not answer in time');
  const timer = setTimeout(() => timeout.abort(reason), terms.limits.handshakeTimeout);
  const signal = state.signal === undefined ? timeout.signal : AbortSignal.any([state.signal, timeout.signal]);
  try {
    const transport = await dialler.dial(signal);
    return await performHandshake(transport, { ...terms, ...state, origin: dialler.origin, signal });
  } finally {
    clearTimeout(timer);
  }
}

/** Takes a session up again whenever its connection is lost; ends it when that cannot be. */
export function keepConnected(
  session: Session,
  dialler: Dialler,
  terms: HandshakeTerms,
  options: ReconnectOptions & { readonly domain: string },
): void {
  session.onDetached = () => {
    reconnect(session, dialler, terms, options).catch((error: unknown) => {
      session.end(isSyftError(error) ? error : new SyftError('CLOSED', 'cannot reconnect', { cause: error }));
    });
  };
}

async function reconnect(
  session: Session,
  dialler: Dialler,
  terms: HandshakeTerms,
  { domain, delay = 100, maxDelay = 10_000, giveUpAfter = 600_000 }: ReconnectOptions & { readonly domain: string },
): Promise<void> {
  const stop = new AbortController();
  void session.closed.then(() => stop.abort(new SyftError('CLOSED', 'cannot reconnect: the session was closed')));
  const deadline = Date.now() + giveUpAfter;
  for (let pause = delay; ; pause = Math.min(pause * 2, maxDelay)) {
    await sleep(pause * (0.5 + Math.random() / 2), stop.signal);
    if (stop.signal.aborted) return;
    try {
      const established = await establish(dialler, terms, { resume: session.epoch.prefix, domain, signal: stop.signal });
      session.stats.reconnects++;
      return session.attach(established);
    } catch (error) {
      if (stop.signal.aborted) return;
      if (!isPassing(error) || Date.now() > deadline) throw error;
    }
  }
}

/** Whether a failure may be gone at the next attempt. */
function isPassing(error: unknown): boolean {
  return !isSyftError(error) || error.code === 'CLOSED' || error.code === 'TIMEOUT' || error.code === 'LIMIT';
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
