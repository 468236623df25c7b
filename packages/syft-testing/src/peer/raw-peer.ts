import {
  CodecRegistry,
  chunkHeader,
  DEFAULT_LIMITS,
  decodeDomainFrame,
  decodeValue,
  type Encoded,
  encodeClientFrame,
  encodeValue,
  isChunk,
  messages,
  POINTER,
  type PointerLike,
  prefixFromBytes,
  prefixToBytes,
  type ReceivedDomainMessage,
  type SerdeContext,
  type SigningKey,
  type SupportPackage,
  TagTable,
  type Transport,
} from '@syft-libs/ast';
import { type HandshakeInput, type Handshaken, shakeHands } from './raw-handshake.ts';
import { RawLink } from './raw-link.ts';

export type PeerOptions = Partial<HandshakeInput> & {
  /** Packages whose codecs it reads and writes with. */
  readonly libraries?: readonly SupportPackage[];
};

export type ClientMessage = messages.ClientMessage.$Properties;

const UNBOUNDED_FRAMES = { ...DEFAULT_LIMITS, frameBytes: Number.POSITIVE_INFINITY };

/** What a question came to: a value, JSON, or a code. */
export interface PeerAnswer {
  readonly code: string;
  readonly message: string;
  readonly json: unknown;
  /** Encoded, when a value came whole. */
  readonly value: Uint8Array | undefined;
}

/**
 * An enrolled person who speaks in bytes: does the real handshake, numbers frames and ids, and sends whatever it is told to,
 * well-formed or not. It checks nothing of its own, so that each check that answers is the domain's.
 */
export class RawPeer {
  readonly link: RawLink;
  readonly handshake: Handshaken;
  readonly prefix: string;
  readonly serde: SerdeContext;
  #counter: number;
  #seq: number;
  #call = 0;
  #entry = 0;
  #sentinel: number | undefined;
  readonly #messages: ReceivedDomainMessage[] = [];
  readonly #answers = new Map<number, ReceivedDomainMessage>();
  /** The handshake's two messages are none of these. */
  #read = 2;

  private constructor(link: RawLink, handshake: Handshaken, libraries: readonly SupportPackage[]) {
    const { prefix, counter, accepted, tags } = handshake.welcome;
    this.link = link;
    this.handshake = handshake;
    this.prefix = prefix.byteLength === 0 ? '' : prefixFromBytes(prefix);
    this.serde = {
      registry: new CodecRegistry(libraries.flatMap((support) => support.codecs)),
      tags: new TagTable(tags.map(({ name, number }) => [name ?? '', number ?? 0] as const)),
    };
    this.#counter = counter;
    this.#seq = accepted;
  }

  /** Throws what the domain refuses with. */
  static async connect(transport: Transport, options: PeerOptions & { readonly key: SigningKey }): Promise<RawPeer> {
    const { libraries = [] } = options;
    const link = new RawLink(transport);
    const handshake = await shakeHands(link, { surfaces: libraries.flatMap((support) => support.surfaces), ...options });
    return new RawPeer(link, handshake, libraries);
  }

  /** How far the domain has come with this session's frames, as it said last. */
  get acknowledged(): { readonly accepted: number; readonly durable: number } {
    const { accepted = 0, durable = 0 } = this.messages().findLast(({ ack }) => ack)?.ack ?? {};
    return { accepted, durable };
  }

  /** Takes `count` fresh ids and gives the first. */
  nextId(count = 1): number {
    const first = this.#counter + 1;
    this.#counter += count;
    return first;
  }

  nextCall(): number {
    return ++this.#call;
  }

  get lastSeq(): number {
    return this.#seq;
  }

  /** Sends messages in one numbered frame; returns its bytes. */
  sequenced(...sent: readonly ClientMessage[]): Uint8Array {
    const bytes = encodeClientFrame({ seq: ++this.#seq, messages: [...sent] });
    this.link.send(bytes);
    return bytes;
  }

  /** Sends messages in one frame without a number. */
  send(...sent: readonly ClientMessage[]): void {
    this.link.send(encodeClientFrame({ messages: [...sent] }));
  }

  /** Binds a number to a path, in a frame of its own. */
  declare(path: string, signature: string): number {
    const entry = ++this.#entry;
    this.sequenced({ declare: { entry, path, signature } });
    return entry;
  }

  /** Sends one action; returns the id of its result. */
  act(entry: number, operands: readonly Uint8Array[]): number {
    const id = this.nextId();
    this.sequenced({ action: { id, entry, operands: [...operands] } });
    return id;
  }

  /** Selects columns; returns the id of the first. */
  select(dataset: string, columns: readonly string[], mock = false): number {
    const id = this.nextId(columns.length);
    this.sequenced({ select: { id, dataset, columns: [...columns], mock } });
    return id;
  }

  /** An operand: a value, with {@link RawPeer.pointer} for pointers. */
  encode(value: unknown): Uint8Array {
    return encodeValue(value, this.serde, Number.POSITIVE_INFINITY).head;
  }

  pointer(counter: number, prefix?: string): PointerLike {
    return { [POINTER]: { prefix, counter } };
  }

  reference(counter: number, prefix?: string): Uint8Array {
    return messages.PointerBody.encode(prefix === undefined ? { counter } : { prefix: prefixToBytes(prefix), counter }).finish();
  }

  /** Asks for a value. A large one gives a transfer, and no value. */
  get(counter: number, prefix?: string): Promise<PeerAnswer> {
    const call = this.nextCall();
    this.send({ get: { call, object: this.reference(counter, prefix) } });
    return this.answerTo(call);
  }

  /** Asks a question; a decision comes with its signed record. */
  ask(op: string, args: unknown = {}, signed: { readonly record?: Uint8Array; readonly signature?: Uint8Array } = {}): Promise<PeerAnswer> {
    const call = this.nextCall();
    this.send({ call: { call, op, json: new TextEncoder().encode(JSON.stringify(args)), ...signed } });
    return this.answerTo(call);
  }

  /** Uploads a value and waits for the domain's word on it; returns its id with it. */
  async put(value: unknown): Promise<PeerAnswer & { readonly id: number }> {
    const encoded = encodeValue(value, this.serde);
    const id = this.nextId();
    return { id, ...(await this.putEncoded(id, encoded)) };
  }

  async putEncoded(id: number, { head, parts }: Encoded): Promise<PeerAnswer> {
    const call = this.nextCall();
    this.send({ put: { call, id, value: head, parts: parts.map((part) => part.byteLength) } });
    if (parts.length === 1) {
      await this.link.until(() => this.messages().some(({ accept, reply }) => accept?.call === call || reply?.call === call));
      const accept = this.messages().find((message) => message.accept?.call === call)?.accept;
      if (accept) this.link.send(chunkHeader(accept.transfer, 0), parts[0] as Uint8Array);
    }
    return this.answerTo(call);
  }

  /** Waits for the reply or the answer to a question. */
  async answerTo(call: number): Promise<PeerAnswer> {
    const isThere = (): boolean => this.messages() && this.#answers.has(call);
    await this.link.until(() => isThere() || this.link.isClosed);
    const { reply, answer } = this.#answers.get(call) ?? { reply: this.lastWord() };
    const json = reply && reply.json.byteLength > 0 ? (JSON.parse(new TextDecoder().decode(reply.json)) as unknown) : undefined;
    return {
      code: reply?.code ?? '',
      message: reply?.message ?? '',
      json,
      value: answer && answer.parts.length === 0 ? answer.value : undefined,
    };
  }

  /** The value that an answer holds, in plain form. */
  decode(answer: Pick<PeerAnswer, 'value'>): unknown {
    return decodeValue({ head: answer.value ?? new Uint8Array(0), parts: [] }, this.serde, DEFAULT_LIMITS);
  }

  /** The control messages that came after the handshake. */
  messages(): readonly ReceivedDomainMessage[] {
    const { received } = this.link;
    for (; this.#read < received.length; this.#read++) {
      const bytes = received[this.#read] as Uint8Array;
      if (isChunk(bytes)) continue;
      for (const message of decodeDomainFrame(bytes, UNBOUNDED_FRAMES).messages) {
        this.#messages.push(message);
        const call = message.reply?.call ?? message.answer?.call ?? 0;
        if (call > 0) this.#answers.set(call, message);
      }
    }
    return this.#messages;
  }

  /** Codes of the refusals that came, by id. */
  faults(): ReadonlyMap<number, string> {
    return new Map(this.messages().flatMap(({ fault }) => (fault ? [[fault.id, fault.code] as const] : [])));
  }

  /** Waits until the domain has taken and computed all that was sent. */
  async settle(): Promise<void> {
    if (this.#sentinel === undefined) this.#sentinel = this.act(this.declare('js.Math.PI', '() => number'), []);
    await this.get(this.#sentinel);
  }

  /** Why the domain closed the connection; `undefined` when it has not said. */
  lastWord(): messages.Reply | undefined {
    return this.messages().find(({ reply }) => reply?.call === 0)?.reply ?? undefined;
  }

  close(): void {
    this.link.close();
  }
}
