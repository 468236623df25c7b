import {
  assertPublicKey,
  clientTranscript,
  decodeStrict,
  domainTranscript,
  messages,
  NONCE_BYTES,
  PROTOCOL_VERSION,
  prefixFromBytes,
  prefixToBytes,
  type Role,
  SyftError,
  sign,
  toHex,
  verify,
} from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import type { Session } from './session.ts';

const { ClientHello, DomainHello, ClientProof, Welcome } = messages;

/** Where a connection comes from. */
export interface Peer {
  /** For rate limits: the address, or the kind of transport. */
  readonly address: string;
  /** True for a local socket and in-process: the owner may speak only there. */
  readonly local: boolean;
}

/** Who is at the other end, once the handshake is done. */
export interface Authenticated {
  readonly role: Role;
  readonly personId: string;
  readonly session: Session | undefined;
  readonly welcome: Uint8Array;
}

/** The domain's side of the mutual handshake, one connection's. Every failure looks alike: `NOT_AUTHENTICATED`. */
export class Handshake {
  readonly #core: DomainCore;
  readonly #peer: Peer;
  #clientHello: { readonly bytes: Uint8Array; readonly message: messages.ClientHello } | undefined;
  #domainHello: Uint8Array | undefined;

  constructor(core: DomainCore, peer: Peer) {
    this.#core = core;
    this.#peer = peer;
  }

  /** Answers the client's hello with the domain's, signed over both. */
  async greet(bytes: Uint8Array): Promise<Uint8Array> {
    const message = decodeStrict(ClientHello, bytes);
    if (message.protocol !== PROTOCOL_VERSION)
      throw new SyftError('PROTOCOL', `cannot greet: this domain speaks version ${PROTOCOL_VERSION}`);
    if (message.nonce.byteLength !== NONCE_BYTES || message.origin.length > 1_000)
      throw new SyftError('PROTOCOL', 'cannot greet: malformed hello');
    assertPublicKey(message.clientKey);
    this.#clientHello = { bytes, message };
    const { domain } = this.#core.keys;
    const hello = new DomainHello({
      protocol: PROTOCOL_VERSION,
      domainKey: domain.publicKey,
      nonce: this.#core.environment.randomBytes(NONCE_BYTES),
    });
    hello.signature = await sign(domain, 'domain-hello', domainTranscript(bytes, hello));
    this.#domainHello = DomainHello.encode(hello).finish();
    return this.#domainHello;
  }

  /** Checks the client's proof, redeems an invitation, opens or resumes the session. */
  async admit(bytes: Uint8Array): Promise<Authenticated> {
    if (this.#clientHello === undefined || this.#domainHello === undefined)
      throw new SyftError('PROTOCOL', 'cannot admit: no hello came first');
    const { bytes: helloBytes, message: hello } = this.#clientHello;
    const proof = decodeStrict(ClientProof, bytes);
    const transcript = clientTranscript(helloBytes, this.#domainHello, proof);
    if (!(await verify(hello.clientKey, 'client-proof', transcript, proof.signature))) throw refused();
    const key = toHex(hello.clientKey);
    if (key === toHex(this.#core.keys.owner.publicKey)) {
      if (!this.#peer.local) throw refused();
      return { role: 'owner', personId: 'owner', session: undefined, welcome: this.#welcome('owner', 'owner', undefined) };
    }
    const person =
      this.#core.people.byKey(key) ??
      (proof.invitation === '' ? undefined : await this.#core.people.redeem(proof.invitation, proof.secret, hello.clientKey));
    if (person === undefined) throw refused();
    const session = await this.#session(person.id, hello.resume);
    // The person may have been removed while their session was opened.
    if (this.#core.people.byKey(key)?.id !== person.id) throw refused();
    return { role: person.role, personId: person.id, session, welcome: this.#welcome(person.name, person.role, session) };
  }

  async #session(person: string, resume: Uint8Array): Promise<Session> {
    const { sessions } = this.#core;
    const resumed = resume.byteLength === 0 ? undefined : await sessions.find(prefixFromBytes(resume), person);
    return resumed ?? sessions.create(person);
  }

  #welcome(person: string, role: Role, session: Session | undefined): Uint8Array {
    const { tags, libraries, limits } = this.#core;
    const theirs = new Map((this.#clientHello?.message.libraries ?? []).map(({ root, digest }) => [root ?? '', digest ?? '']));
    return Welcome.encode({
      prefix: session === undefined ? new Uint8Array(0) : prefixToBytes(session.prefix),
      counter: session?.counter ?? 0,
      accepted: session?.frames ?? 0,
      durable: session?.durable ?? 0,
      tags: tags.libraryTags().map(([name, number]) => ({ name, number })),
      person,
      roles: [role],
      libraries: libraries.map(({ root, version, digest }) => ({
        root,
        version,
        state: theirs.get(root) === undefined ? 'unasked' : theirs.get(root) === digest ? 'same' : 'different',
      })),
      limits: new TextEncoder().encode(JSON.stringify(limits)),
    }).finish();
  }
}

function refused(): SyftError {
  return new SyftError('NOT_AUTHENTICATED', 'cannot admit: the key is unknown or the proof is wrong');
}
