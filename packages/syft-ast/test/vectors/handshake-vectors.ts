import {
  CORE_TAGS,
  clientTranscript,
  createSigningKey,
  domainTranscript,
  fromHex,
  messages,
  PROTOCOL_VERSION,
  type SigningKey,
  sign,
  toHex,
} from '../../src/index.ts';
import { plainOf } from './frame-vectors.ts';

const { ClientHello, ClientProof, DomainHello, Welcome } = messages;

// The secret and public keys of tests 1 and 2 of RFC 8032, section 7.1: known to everybody, and so good for nothing else.
const DOMAIN = {
  secret: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
  public: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
};
const CLIENT = {
  secret: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
  public: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
};

async function keyOf(pair: typeof DOMAIN): Promise<SigningKey> {
  const pkcs8 = fromHex(`302e020100300506032b657004220420${pair.secret}`).slice();
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
  return { ...(await createSigningKey(false)), publicKey: fromHex(pair.public), privateKey };
}

/** One handshake, step by step: each message, its bytes, and what was signed. Ed25519 signs alike every time. */
export async function handshakeVectors() {
  const [domain, client] = await Promise.all([keyOf(DOMAIN), keyOf(CLIENT)]);
  const nonce = (start: number) => Uint8Array.from({ length: 32 }, (_, index) => start + index);
  const hello = {
    protocol: PROTOCOL_VERSION,
    clientKey: client.publicKey,
    nonce: nonce(0),
    origin: 'https://lab.example',
    libraries: [{ root: 'numjs', package: '@syft-libs/numjs', digest: 'ab'.repeat(32) }],
  };
  const clientHello = ClientHello.encode(hello).finish();

  const opening = { protocol: PROTOCOL_VERSION, domainKey: domain.publicKey, nonce: nonce(100) };
  const domainSigned = domainTranscript(clientHello, new DomainHello(opening));
  const answer = { ...opening, signature: await sign(domain, 'domain-hello', domainSigned) };
  const domainHello = DomainHello.encode(answer).finish();

  const entry = { invitation: '0123456789abcdef', secret: nonce(200) };
  const clientSigned = clientTranscript(clientHello, domainHello, entry);
  const proof = { signature: await sign(client, 'client-proof', clientSigned), ...entry };

  const welcome = {
    prefix: fromHex('9f86d081884c7d65'),
    tags: [{ number: 64, name: 'numjs/NdArray' }],
    person: 'scientist',
    roles: ['scientist'],
    libraries: [{ root: 'numjs', state: 'same', version: '0.16.1' }],
  };
  const step = (name: string, bytes: Uint8Array, message: object) => ({ name, bytes: toHex(bytes), message: plainOf(message) });
  return {
    keys: { domain: DOMAIN, client: CLIENT },
    steps: [
      step('ClientHello', clientHello, hello),
      { ...step('DomainHello', domainHello, answer), context: 'domain-hello', transcript: toHex(domainSigned) },
      { ...step('ClientProof', ClientProof.encode(proof).finish(), proof), context: 'client-proof', transcript: toHex(clientSigned) },
      step('Welcome', Welcome.encode(welcome).finish(), welcome),
    ],
    coreTags: CORE_TAGS,
  };
}
