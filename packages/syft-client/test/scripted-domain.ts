import { once } from 'node:events';
import {
  CodecRegistry,
  clientTranscript,
  createInProcessPair,
  createSigningKey,
  DEFAULT_LIMITS,
  decodeClientFrame,
  decodeStrict,
  domainTranscript,
  type Encoded,
  encodeDomainFrame,
  encodeValue,
  formatInvitation,
  isChunk,
  type Limits,
  MessageQueue,
  messages,
  prefixToBytes,
  type ReceivedClientMessage,
  readChunk,
  type SigningKey,
  sign,
  TagTable,
  type Transport,
  type TransportEvents,
  toHex,
  verify,
} from '@syft-libs/ast';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Identity, PinnedDomain } from '../src/index.ts';
import { tiny } from './tiny-library.ts';

export type DomainMessage = messages.DomainMessage.$Properties;

const SECRET = new Uint8Array(32).fill(7);

/** How a scripted domain departs from good manners in its handshake. */
export interface Manners {
  /** Signs with another key than it shows. */
  readonly wrongSignature?: boolean;
  /** Answers the hello with these bytes. */
  readonly helloBytes?: Uint8Array;
  readonly refusal?: { readonly code: string; readonly message: string };
  readonly silent?: boolean;
  readonly limits?: Partial<Limits>;
}

/** The domain's side of one connection, as a test drives it. */
export class Peer {
  readonly transport: Transport;
  readonly frames: { readonly seq: number; readonly bytes: Uint8Array; readonly messages: readonly ReceivedClientMessage[] }[] = [];
  readonly chunks: { readonly transfer: number; readonly offset: number; readonly bytes: Uint8Array }[] = [];
  hello: messages.ClientHello | undefined;
  proof: messages.ClientProof | undefined;
  isClosed = false;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  get messages(): readonly ReceivedClientMessage[] {
    return this.frames.flatMap((frame) => frame.messages);
  }

  send(...sent: DomainMessage[]): void {
    this.transport.send([encodeDomainFrame({ messages: sent })]);
  }

  sendBytes(bytes: Uint8Array): void {
    this.transport.send([bytes]);
  }

  /** Sends payload bytes of a transfer, as they lie. */
  sendChunk(transfer: number, offset: number, data: Uint8Array): void {
    const header = new Uint8Array(16);
    new DataView(header.buffer).setUint32(4, transfer, true);
    new DataView(header.buffer).setFloat64(8, offset, true);
    this.transport.send([header, data]);
  }
}

/** Speaks the domain's half of the protocol with the codecs of the core, and does besides what a test tells it. */
export class ScriptedDomain {
  readonly key: SigningKey;
  readonly peers: Peer[] = [];
  readonly tags = new TagTable([['tiny/Vec', 64]]);
  readonly context = { registry: new CodecRegistry(tiny.codecs), tags: this.tags };
  manners: Manners = {};
  prefix = '00000000000000a1';
  accepted = 0;
  durable = 0;
  /** Acknowledges each numbered frame at once; a test that sets it to false does so itself. */
  acknowledges = true;
  /** Answers what is not numbered. */
  onMessage: (message: ReceivedClientMessage, peer: Peer) => void = () => undefined;
  #server: WebSocketServer | undefined;

  private constructor(key: SigningKey) {
    this.key = key;
  }

  static async create(): Promise<ScriptedDomain> {
    return new ScriptedDomain(await createSigningKey(true));
  }

  get publicKey(): string {
    return toHex(this.key.publicKey);
  }

  get invitation(): string {
    return formatInvitation({ id: '00000000000000ff', secret: SECRET, domainKey: this.key.publicKey, domainName: 'clinic' });
  }

  get peer(): Peer {
    return this.peers.at(-1) as Peer;
  }

  /** The client's end of a fresh connection in this process. */
  dial(): Transport {
    const [ours, theirs] = createInProcessPair();
    this.serve(ours);
    return theirs;
  }

  /** Listens on loopback and returns the address. */
  async listen(): Promise<string> {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false, maxPayload: 4 * 1024 * 1024 });
    this.#server = server;
    server.on('connection', (socket) => this.serve(new SocketTransport(socket)));
    await once(server, 'listening');
    return `ws://127.0.0.1:${(server.address() as { port: number }).port}`;
  }

  async stop(): Promise<void> {
    for (const peer of this.peers) peer.transport.close();
    const server = this.#server;
    if (server === undefined) return;
    for (const socket of server.clients) socket.terminate();
    await new Promise((resolve) => server.close(resolve));
  }

  encode(value: unknown): Encoded {
    return encodeValue(value, this.context);
  }

  /** An answer that carries a small value whole. */
  answer(call: number, value: unknown): DomainMessage {
    return { answer: { call, value: this.encode(value).head } };
  }

  serve(transport: Transport): void {
    const peer = new Peer(transport);
    this.peers.push(peer);
    let clientHello: Uint8Array | undefined;
    let domainHello: Uint8Array | undefined;
    const take = async (bytes: Uint8Array): Promise<void> => {
      if (clientHello === undefined) {
        clientHello = bytes;
        peer.hello = decodeStrict(messages.ClientHello, bytes);
        domainHello = await this.#greet(peer, bytes);
      } else if (peer.proof === undefined) {
        peer.proof = decodeStrict(messages.ClientProof, bytes);
        await this.#welcome(peer, clientHello, domainHello as Uint8Array);
      } else this.#take(peer, bytes);
    };
    transport.open({
      message: (bytes) => void take(bytes),
      close: () => {
        peer.isClosed = true;
      },
      drain: () => undefined,
    });
  }

  async #greet(peer: Peer, clientHello: Uint8Array): Promise<Uint8Array> {
    const { silent, helloBytes, wrongSignature } = this.manners;
    if (silent) return new Uint8Array();
    const hello = new messages.DomainHello({
      protocol: 1,
      domainKey: this.key.publicKey,
      nonce: crypto.getRandomValues(new Uint8Array(32)),
    });
    const key = wrongSignature ? await createSigningKey(true) : this.key;
    hello.signature = await sign(key, 'domain-hello', domainTranscript(clientHello, hello));
    const bytes = helloBytes ?? messages.DomainHello.encode(hello).finish();
    peer.sendBytes(bytes);
    return bytes;
  }

  async #welcome(peer: Peer, clientHello: Uint8Array, domainHello: Uint8Array): Promise<void> {
    const proof = peer.proof as messages.ClientProof;
    const signed = clientTranscript(clientHello, domainHello, proof);
    const isRight = await verify((peer.hello as messages.ClientHello).clientKey, 'client-proof', signed, proof.signature);
    const refusal = isRight ? this.manners.refusal : { code: 'NOT_AUTHENTICATED', message: 'cannot admit: wrong proof' };
    if (refusal !== undefined) {
      peer.send({ reply: { call: 0, ...refusal } });
      peer.transport.close();
      return;
    }
    peer.sendBytes(
      messages.Welcome.encode({
        prefix: prefixToBytes(this.prefix),
        counter: 0,
        accepted: this.accepted,
        durable: this.durable,
        person: 'ada',
        roles: ['scientist'],
        tags: this.tags.libraryTags().map(([name, number]) => ({ name, number })),
        libraries: [{ root: 'js', state: 'same', version: '1' }],
        limits: new TextEncoder().encode(JSON.stringify({ ...DEFAULT_LIMITS, ...this.manners.limits })),
      }).finish(),
    );
  }

  #take(peer: Peer, bytes: Uint8Array): void {
    if (isChunk(bytes)) {
      const { transfer, offset, data } = readChunk(bytes, DEFAULT_LIMITS);
      peer.chunks.push({ transfer, offset, bytes: data.slice() });
      return;
    }
    const { seq, messages: taken } = decodeClientFrame(bytes, DEFAULT_LIMITS);
    peer.frames.push({ seq, bytes, messages: taken });
    if (seq === 0) for (const message of taken) this.onMessage(message, peer);
    else if (this.acknowledges) {
      this.accepted = seq;
      this.durable = seq;
      peer.send({ ack: { accepted: seq, durable: seq } });
    }
  }
}

class SocketTransport implements Transport {
  readonly kind = 'websocket';
  readonly #socket: WebSocket;
  readonly #queue = new MessageQueue();

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.on('message', (data) => this.#queue.push(new Uint8Array(data as ArrayBuffer)));
    socket.on('close', () => this.#queue.close());
  }

  get bufferedBytes(): number {
    return this.#socket.bufferedAmount;
  }

  open(events: TransportEvents): void {
    this.#queue.open(events);
  }

  send(parts: readonly Uint8Array[]): void {
    this.#socket.send(Buffer.concat(parts));
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  close(): void {
    this.#socket.terminate();
  }
}

/** An identity in memory; `saved` holds the pins as they were last kept. */
export async function createIdentity(domains: readonly PinnedDomain[] = []): Promise<Identity & { domains: readonly PinnedDomain[] }> {
  const identity = {
    key: await createSigningKey(false),
    domains,
    async save(changed: readonly PinnedDomain[]) {
      identity.domains = changed;
    },
  };
  return identity;
}

/** An identity that trusts a domain. */
export function trust(domain: ScriptedDomain, urls: readonly string[] = []): Promise<Identity & { domains: readonly PinnedDomain[] }> {
  return createIdentity([{ key: domain.publicKey, name: 'clinic', urls }]);
}

/** Waits until something is so; fails by the test's own timeout. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}
