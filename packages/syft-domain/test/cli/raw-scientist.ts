import { once } from 'node:events';
import {
  clientTranscript,
  createSigningKey,
  DEFAULT_LIMITS,
  decodeDomainFrame,
  encodeClientFrame,
  formatUid,
  messages,
  NONCE_BYTES,
  PROTOCOL_VERSION,
  parseInvitation,
  prefixFromBytes,
  type ReceivedDomainMessage,
  type SigningKey,
  sign,
} from '@syft-libs/ast';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';

type Welcome = messages.Welcome;
type ClientFrame = Parameters<typeof encodeClientFrame>[0];

/** Speaks the protocol by hand, as a client of another make would. */
export class RawScientist {
  readonly #socket: WebSocket;
  readonly #received: Uint8Array[] = [];
  #wake: () => void = () => {};

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.binaryType = 'nodebuffer';
    socket.on('message', (bytes: Buffer) => {
      this.#received.push(new Uint8Array(bytes));
      this.#wake();
    });
    socket.on('close', () => this.#wake());
  }

  static async dial(url: string): Promise<RawScientist> {
    const socket = new WebSocket(url);
    onTestFinished(() => socket.terminate());
    const scientist = new RawScientist(socket);
    await once(socket, 'open');
    return scientist;
  }

  /** Goes through the handshake; the last answer is a welcome, or a frame that refuses. */
  async greet(key: SigningKey, invitation?: string): Promise<Uint8Array> {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const hello = messages.ClientHello.encode({ protocol: PROTOCOL_VERSION, clientKey: key.publicKey, nonce, origin: 'test' }).finish();
    this.#socket.send(hello);
    const domainHello = await this.next();
    const { id, secret } = invitation === undefined ? { id: '', secret: new Uint8Array(0) } : parseInvitation(invitation);
    const signature = await sign(key, 'client-proof', clientTranscript(hello, domainHello, { invitation: id, secret }));
    this.#socket.send(messages.ClientProof.encode({ signature, ...(id !== '' && { invitation: id, secret }) }).finish());
    return this.next();
  }

  async enrol(invitation: string): Promise<{ readonly welcome: Welcome; readonly prefix: string }> {
    const welcome = messages.Welcome.decode(await this.greet(await createSigningKey(false), invitation));
    return { welcome, prefix: prefixFromBytes(welcome.prefix) };
  }

  send(frame: ClientFrame): void {
    this.#socket.send(encodeClientFrame(frame));
  }

  async next(): Promise<Uint8Array> {
    while (this.#received.length === 0) {
      if (this.#socket.readyState === WebSocket.CLOSED) throw new Error('the domain closed the connection');
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#received.shift() as Uint8Array;
  }

  /** The next message that answers something. */
  async answer(): Promise<ReceivedDomainMessage> {
    for (;;) {
      const found = decodeDomainFrame(await this.next(), DEFAULT_LIMITS).messages.find(({ reply, answer }) => reply || answer);
      if (found !== undefined) return found;
    }
  }

  /** Selects a column, asks for its release and gives the request's id. */
  async ask(
    prefix: string,
    { dataset, column, reason }: { readonly dataset: string; readonly column: string; readonly reason: string },
  ): Promise<string> {
    this.send({ seq: 1, messages: [{ select: { id: 1, dataset, columns: [column] } }] });
    const id = formatUid(prefix, 2);
    const json = new TextEncoder().encode(JSON.stringify({ id, object: formatUid(prefix, 1), reason }));
    this.send({ messages: [{ call: { call: 1, op: 'request', json } }] });
    const { reply } = await this.answer();
    if (reply?.code !== '') throw new Error(`the request was refused: ${reply?.code} ${reply?.message}`);
    return id;
  }
}
