import { DEFAULT_LIMITS, type Transport } from '@syft-libs/ast';
import { WebSocket } from 'ws';
import { openTransport, type WebSocketLike } from './websocket-transport.ts';

/** Dials with the `ws` package, uncompressed. A message larger than a frame or chunk may be closes the connection. */
export function openWebSocket(url: string, signal?: AbortSignal): Promise<Transport> {
  const maxPayload = Math.max(DEFAULT_LIMITS.frameBytes, DEFAULT_LIMITS.chunkBytes) + 1024;
  const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload, handshakeTimeout: DEFAULT_LIMITS.handshakeTimeout });
  return openTransport(socket as unknown as WebSocketLike, signal);
}
