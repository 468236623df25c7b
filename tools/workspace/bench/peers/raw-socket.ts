import { once } from 'node:events';
import { WebSocket } from 'ws';

/** Large enough for the largest array of any row, in base64 too. */
export const MAX_PAYLOAD = 2 ** 30;

/** A bare WebSocket to an echo server: no protocol at all, so the least that a round trip can take. */
export class RawSocket implements Disposable {
  readonly #socket: WebSocket;
  #onMessage: (data: Buffer) => void = () => {};

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#onMessage(data as Buffer));
  }

  static async open(url: string): Promise<RawSocket> {
    const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: MAX_PAYLOAD });
    await once(socket, 'open');
    return new RawSocket(socket);
  }

  /** One message there and back. */
  echo(bytes: Uint8Array): Promise<Buffer> {
    return new Promise((resolve) => {
      this.#onMessage = resolve;
      this.#socket.send(bytes);
    });
  }

  /** Sends without waiting; resolves when the last message is back. */
  flood(count: number, bytes: Uint8Array): Promise<void> {
    return new Promise((resolve) => {
      let left = count;
      this.#onMessage = () => {
        left--;
        if (left === 0) resolve();
      };
      for (let index = 0; index < count; index++) this.#socket.send(bytes);
    });
  }

  [Symbol.dispose](): void {
    this.#socket.close();
  }
}
