import {
  assertPublicKey,
  clientTranscript,
  DEFAULT_LIMITS,
  decodeDomainFrame,
  decodeStrict,
  domainTranscript,
  fromHex,
  type LimitName,
  type Limits,
  messages,
  NONCE_BYTES,
  PROTOCOL_VERSION,
  prefixFromBytes,
  prefixToBytes,
  type Surface,
  SyftError,
  sign,
  TagTable,
  type Transport,
  type TransportEvents,
  toHex,
  verify,
} from '@syft-libs/ast';
import { findPin, type Identity } from '../identity/identity.ts';
import { Connection } from './connection.ts';
import { errorFromWire, parseJson } from './pending-call.ts';

/** The state of a library at the domain, as the domain tells it. */
export interface LibraryInfo {
  readonly root: string;
  readonly state: string;
  readonly version: string;
}

/** A connection on which both sides have proven who they are. */
export interface Established {
  readonly transport: Transport;
  readonly handOver: (events: TransportEvents) => void;
  /** The domain's public key, hexadecimal. */
  readonly domain: string;
  readonly prefix: string;
  readonly counter: number;
  readonly accepted: number;
  readonly durable: number;
  readonly tags: TagTable;
  readonly person: string;
  readonly roles: readonly string[];
  readonly libraries: readonly LibraryInfo[];
  /** The narrower of both sides' limits. */
  readonly limits: Limits;
}

export interface HandshakeOptions {
  readonly identity: Identity;
  /** What was dialled. */
  readonly origin: string;
  /** The prefix to take up again. */
  readonly resume: string | undefined;
  /** The key that the domain had before, in this session. */
  readonly domain: string | undefined;
  readonly surfaces: readonly Surface[];
  readonly limits: Limits;
  readonly signal: AbortSignal;
}

const NOTHING = new Uint8Array(0);

/**
 * The client's half of the handshake. Throws `UNKNOWN_DOMAIN` for a key that is not pinned, `NOT_AUTHENTICATED` for a
 * signature that does not verify, whatever the domain refuses with, and `PROTOCOL`. Closes the transport when it throws.
 */
export async function performHandshake(transport: Transport, options: HandshakeOptions): Promise<Established> {
  const connection = new Connection(transport);
  try {
    return await exchange(connection, options);
  } catch (error) {
    transport.close();
    throw error;
  }
}

async function exchange(connection: Connection, options: HandshakeOptions): Promise<Established> {
  const { identity, signal } = options;
  const hello = createHello(options);
  connection.transport.send([hello]);
  const theirs = await connection.next(signal);
  const domainHello = readPhase(theirs, options.limits, readDomainHello);
  const domain = toHex(domainHello.domainKey);
  const pin = findPin(identity, domain, options.origin);
  if (options.domain !== undefined && options.domain !== domain) {
    throw new SyftError('UNKNOWN_DOMAIN', 'cannot reconnect: another domain answers at this address');
  }
  const transcript = domainTranscript(hello, domainHello);
  if (!(await verify(domainHello.domainKey, 'domain-hello', transcript, domainHello.signature))) {
    throw new SyftError('NOT_AUTHENTICATED', 'cannot connect: the domain’s signature is wrong');
  }
  const invitation = pin.invitation?.id ?? '';
  const secret = pin.invitation === undefined ? NOTHING : fromHex(pin.invitation.secret);
  const signature = await sign(identity.key, 'client-proof', clientTranscript(hello, theirs, { invitation, secret }));
  connection.transport.send([messages.ClientProof.encode(invitation === '' ? { signature } : { signature, invitation, secret }).finish()]);
  const welcome = readPhase(await connection.next(signal), options.limits, readWelcome);
  return {
    transport: connection.transport,
    handOver: (events) => connection.handOver(events),
    domain,
    prefix: prefixFromBytes(welcome.prefix),
    counter: welcome.counter,
    accepted: welcome.accepted,
    durable: welcome.durable,
    tags: new TagTable(welcome.tags.map(({ number, name }) => [name ?? '', number ?? 0] as const)),
    person: welcome.person,
    roles: Object.freeze([...welcome.roles]),
    libraries: Object.freeze(
      welcome.libraries.map(({ root, state, version }) => Object.freeze({ root: root ?? '', state: state ?? '', version: version ?? '' })),
    ),
    limits: narrowLimits(welcome.limits, options.limits),
  };
}

function createHello({ identity, origin, resume, surfaces }: HandshakeOptions): Uint8Array {
  return messages.ClientHello.encode({
    protocol: PROTOCOL_VERSION,
    clientKey: identity.key.publicKey,
    nonce: crypto.getRandomValues(new Uint8Array(NONCE_BYTES)),
    origin,
    ...(resume === undefined ? {} : { resume: prefixToBytes(resume) }),
    libraries: surfaces.map(({ root, library, digest }) => ({ root, package: library, digest })),
  }).finish();
}

function readDomainHello(bytes: Uint8Array): messages.DomainHello {
  const hello = decodeStrict(messages.DomainHello, bytes);
  if (hello.protocol !== PROTOCOL_VERSION)
    throw new SyftError('PROTOCOL', 'cannot connect: the domain speaks another version of the protocol');
  if (hello.nonce.byteLength !== NONCE_BYTES) throw new SyftError('PROTOCOL', 'cannot connect: the domain’s nonce has the wrong length');
  assertPublicKey(hello.domainKey);
  return hello;
}

function readWelcome(bytes: Uint8Array): messages.Welcome {
  const welcome = decodeStrict(messages.Welcome, bytes);
  prefixFromBytes(welcome.prefix);
  return welcome;
}

/** Reads a message of the handshake; one that is none may be the domain's refusal. */
function readPhase<T>(bytes: Uint8Array, limits: Limits, read: (bytes: Uint8Array) => T): T {
  if (bytes.byteLength > limits.frameBytes) throw new SyftError('LIMIT', 'cannot connect: the domain’s message exceeds frameBytes');
  try {
    return read(bytes);
  } catch (error) {
    throw readRefusal(bytes, limits) ?? error;
  }
}

function readRefusal(bytes: Uint8Array, limits: Limits): SyftError | undefined {
  try {
    const [message, ...others] = decodeDomainFrame(bytes, limits).messages;
    const reply = message?.reply;
    return others.length === 0 && reply && !reply.call && reply.code
      ? errorFromWire({ code: reply.code, message: reply.message ?? '' })
      : undefined;
  } catch {
    return undefined;
  }
}

/** A domain may narrow this side's limits, never widen them. Throws `PROTOCOL`. */
function narrowLimits(json: Uint8Array, own: Limits): Limits {
  const theirs = json.byteLength === 0 ? {} : parseJson(json);
  if (typeof theirs !== 'object' || theirs === null) throw new SyftError('PROTOCOL', 'cannot connect: the domain’s limits are no object');
  const limits: Record<string, number> = {};
  for (const name of Object.keys(DEFAULT_LIMITS) as LimitName[]) {
    const limit = Object.hasOwn(theirs, name) ? (theirs as Record<string, unknown>)[name] : own[name];
    if (typeof limit !== 'number' || !(limit >= 0))
      throw new SyftError('PROTOCOL', `cannot connect: the domain’s limit ${name} is no number`);
    limits[name] = Math.min(limit, own[name]);
  }
  return Object.freeze(limits) as Limits;
}
