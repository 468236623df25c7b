import { joinParts, MessageQueue, type Transport } from '@syft-libs/ast';

/** Dials with the engine's own WebSocket, without the client. `headers` are added to the request: an `origin`, say. */
export async function dialWebSocket(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Transport> {
  // Node takes headers beside what the standard has.
  const socket = new WebSocket(url, { headers } as unknown as string[]);
  socket.binaryType = 'arraybuffer';
  const queue = new MessageQueue();
  socket.addEventListener('message', ({ data }) => queue.push(new Uint8Array(data as ArrayBuffer)));
  socket.addEventListener('close', () => queue.close());
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error('the server does not take this connection')));
  });
  return {
    kind: 'websocket',
    get bufferedBytes() {
      return socket.bufferedAmount;
    },
    open: (events) => queue.open(events),
    send: (parts) => socket.send(joinParts(parts)),
    pause: () => queue.pause(),
    resume: () => queue.resume(),
    close: () => socket.close(),
  };
}
