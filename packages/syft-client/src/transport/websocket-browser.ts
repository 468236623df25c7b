import type { Transport } from '@syft-libs/ast';
import { openTransport } from './websocket-transport.ts';

/** Dials with the browser's own WebSocket. */
export function openWebSocket(url: string, signal?: AbortSignal): Promise<Transport> {
  return openTransport(new WebSocket(url), signal);
}
