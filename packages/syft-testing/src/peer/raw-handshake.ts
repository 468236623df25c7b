import {
  clientTranscript,
  DEFAULT_LIMITS,
  decodeDomainFrame,
  decodeStrict,
  messages,
  NONCE_BYTES,
  PROTOCOL_VERSION,
  prefixToBytes,
  type SigningKey,
  type Surface,
  SyftError,
  sign,
} from '@syft-libs/ast';
import type { RawLink } from './raw-link.ts';

/** How a peer introduces itself. Everything has a well-behaved default but the key. */
export interface HandshakeInput {
  readonly key: SigningKey;
  readonly invitation?: { readonly id: string; readonly secret: Uint8Array };
  /** The session to take up again. */
  readonly resume?: string;
  readonly surfaces?: readonly Surface[];
  readonly origin?: string;
  readonly nonce?: Uint8Array;
  /** Changes a message after it was made: what a forger would do. */
  readonly alterHello?: (bytes: Uint8Array) => Uint8Array;
  readonly alterProof?: (bytes: Uint8Array) => Uint8Array;
}

/** Everything that was said in a handshake, as bytes. */
export interface Handshaken {
  readonly hello: Uint8Array;
  readonly domainHello: Uint8Array;
  readonly proof: Uint8Array;
  readonly welcome: messages.Welcome;
}

const NOTHING = new Uint8Array(0);

/** The client's half of a real handshake. Throws the domain's refusal, with its code. */
export async function shakeHands(link: RawLink, input: HandshakeInput): Promise<Handshaken> {
  const { key, invitation, resume, surfaces = [], alterHello = same, alterProof = same } = input;
  const hello = alterHello(
    messages.ClientHello.encode({
      protocol: PROTOCOL_VERSION,
      clientKey: key.publicKey,
      nonce: input.nonce ?? crypto.getRandomValues(new Uint8Array(NONCE_BYTES)),
      origin: input.origin ?? 'in-process:',
      ...(resume === undefined ? {} : { resume: prefixToBytes(resume) }),
      libraries: surfaces.map(({ root, library, digest }) => ({ root, package: library, digest })),
    }).finish(),
  );
  link.send(hello);
  const domainHello = await answer(link);
  const told = { invitation: invitation?.id ?? '', secret: invitation?.secret ?? NOTHING };
  const signature = await sign(key, 'client-proof', clientTranscript(hello, domainHello, told));
  const proof = alterProof(messages.ClientProof.encode(invitation === undefined ? { signature } : { signature, ...told }).finish());
  link.send(proof);
  return { hello, domainHello, proof, welcome: decodeStrict(messages.Welcome, await answer(link)) };
}

/** The next message, unless it is a refusal. */
async function answer(link: RawLink): Promise<Uint8Array> {
  const bytes = await link.next();
  if (bytes === undefined) throw new SyftError('CLOSED', 'cannot shake hands: the domain closed the connection');
  const refusal = readRefusal(bytes);
  if (refusal !== undefined) throw refusal;
  return bytes;
}

function readRefusal(bytes: Uint8Array): SyftError | undefined {
  try {
    const [message, ...others] = decodeDomainFrame(bytes, DEFAULT_LIMITS).messages;
    const { call, code = '', message: text = '' } = message?.reply ?? {};
    return others.length === 0 && !call && code !== '' ? new SyftError(code as SyftError['code'], text) : undefined;
  } catch {
    return undefined;
  }
}

const same = (bytes: Uint8Array): Uint8Array => bytes;
