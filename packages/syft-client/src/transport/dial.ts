import { createMessagePortTransport, type MessagePortLike, SyftError, type Transport } from '@syft-libs/ast';
import { openWebSocket } from '#websocket';

/** How to reach a domain, perhaps more than once. */
export interface Dialler {
  /** What both sides sign as the address that was dialled. */
  readonly origin: string;
  /** The address by which the domain is remembered; none for a port or a transport, which are good once. */
  readonly url: string | undefined;
  dial(signal: AbortSignal): Promise<Transport>;
}

export type DialTarget = string | URL | MessagePortLike | Transport;

/** Opens a transport to a URL in another way than by a WebSocket of the engine. */
export type OpenTransport = (url: string, signal: AbortSignal) => Transport | Promise<Transport>;

/** Tells the targets apart. Throws `BAD_ARGUMENT` for a URL of another scheme than ws: and wss:, and for anything else. */
export function createDialler(target: DialTarget, open: OpenTransport = openWebSocket): Dialler {
  if (typeof target === 'string' || target instanceof URL) {
    const origin = String(target);
    if (!URL.canParse(origin) || !/^wss?:$/.test(new URL(origin).protocol)) {
      throw new SyftError('BAD_ARGUMENT', 'cannot connect: expected a ws: or wss: URL');
    }
    return { origin, url: origin, dial: async (signal) => open(origin, signal) };
  }
  if (typeof target !== 'object' || target === null)
    throw new SyftError('BAD_ARGUMENT', 'cannot connect: expected a URL, a port or a transport');
  const transport = 'postMessage' in target ? createMessagePortTransport(target) : target;
  return { origin: `${transport.kind}:`, url: undefined, dial: async () => transport };
}
