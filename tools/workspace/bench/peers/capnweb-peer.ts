import { once } from 'node:events';
import { newWebSocketRpcSession, type RpcStub, RpcTarget } from 'capnweb';
import { WebSocket } from 'ws';
import { type DirectArray, direct } from '../subjects/direct-numjs.ts';
import { MAX_PAYLOAD } from './raw-socket.ts';

/** Its default refuses messages of more than 32 MiB. */
export const CAPNWEB_LIMITS = { maxMessageSize: MAX_PAYLOAD };

/** An array that stays on the server, as our pointers' objects do. */
class HeldArray extends RpcTarget {
  readonly #array: DirectArray;

  constructor(array: DirectArray) {
    super();
    this.#array = array;
  }

  add(by: number): HeldArray {
    return new HeldArray(this.#array.add(by));
  }

  values(): number[] {
    return this.#array.tolist();
  }
}

/** What the capnweb server offers. */
export class CapnwebMain extends RpcTarget {
  readonly #array = direct.zeros(10, 'float64');

  /** One call, one answer. */
  add(by: number): number[] {
    return this.#array.add(by).tolist();
  }

  start(): HeldArray {
    return new HeldArray(this.#array);
  }

  echo(bytes: Uint8Array): Uint8Array {
    return bytes;
  }
}

export async function openCapnweb(url: string): Promise<RpcStub<CapnwebMain>> {
  const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: MAX_PAYLOAD });
  await once(socket, 'open');
  return newWebSocketRpcSession<CapnwebMain>(socket as never, undefined, { limits: CAPNWEB_LIMITS });
}
