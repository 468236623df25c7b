import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  clientTranscript,
  createSigningKey,
  decodeStrict,
  domainTranscript,
  messages,
  NONCE_BYTES,
  PROTOCOL_VERSION,
  sign,
  toHex,
  verify,
} from '../../src/index.ts';

const { ClientHello, DomainHello } = messages;
const bytes = fc.uint8Array({ maxLength: 40 });
const hello = fc.record({ protocol: fc.nat(3), domainKey: bytes, nonce: bytes });
const secret = fc.record({ invitation: fc.string({ maxLength: 4 }), secret: fc.uint8Array({ maxLength: 4 }) });

/** The messages of a list, one text for each distinct one. */
const textOf = (parts: readonly Uint8Array[]) => parts.map(toHex).join('|');

test('the domain signs another text when any input of its transcript differs', () => {
  fc.assert(
    fc.property(bytes, hello, bytes, hello, (client, domain, otherClient, otherDomain) => {
      const same =
        textOf([client, Uint8Array.of(domain.protocol), domain.domainKey, domain.nonce]) ===
        textOf([otherClient, Uint8Array.of(otherDomain.protocol), otherDomain.domainKey, otherDomain.nonce]);
      const one = toHex(domainTranscript(client, new DomainHello(domain)));
      const other = toHex(domainTranscript(otherClient, new DomainHello(otherDomain)));
      expect(one === other).toBe(same);
    }),
    { numRuns: 1_000 },
  );
});

test('the client signs another text when any input of its transcript differs, and bytes moved between two inputs count', () => {
  fc.assert(
    fc.property(bytes, bytes, secret, fc.nat(3), (client, domain, proof, shift) => {
      const one = toHex(clientTranscript(client, domain, proof));
      const joined = Uint8Array.from([...client, ...domain]);
      const cut = Math.min(joined.length, client.length + 1 + shift);
      if (cut !== client.length) expect(toHex(clientTranscript(joined.subarray(0, cut), joined.subarray(cut), proof))).not.toBe(one);
      expect(toHex(clientTranscript(client, domain, { ...proof, invitation: `${proof.invitation}x` }))).not.toBe(one);
      expect(toHex(clientTranscript(client, domain, { ...proof, secret: Uint8Array.from([...proof.secret, 0]) }))).not.toBe(one);
    }),
  );
});

test('a whole handshake: both sides prove their keys over both hellos', async () => {
  const [client, domain] = await Promise.all([createSigningKey(false), createSigningKey(false)]);
  const nonce = () => crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const clientHello = ClientHello.encode({
    protocol: PROTOCOL_VERSION,
    clientKey: client.publicKey,
    nonce: nonce(),
    origin: 'https://lab.example',
  }).finish();

  const opening = new DomainHello({ protocol: PROTOCOL_VERSION, domainKey: domain.publicKey, nonce: nonce() });
  opening.signature = await sign(domain, 'domain-hello', domainTranscript(clientHello, opening));
  const domainHello = DomainHello.encode(opening).finish();

  const received = decodeStrict(DomainHello, domainHello);
  expect(await verify(received.domainKey, 'domain-hello', domainTranscript(clientHello, received), received.signature)).toBe(true);

  const proof = { invitation: '', secret: new Uint8Array(0) };
  const signature = await sign(client, 'client-proof', clientTranscript(clientHello, domainHello, proof));
  expect(await verify(client.publicKey, 'client-proof', clientTranscript(clientHello, domainHello, proof), signature)).toBe(true);

  const replayed = ClientHello.encode({
    protocol: PROTOCOL_VERSION,
    clientKey: client.publicKey,
    nonce: nonce(),
    origin: 'https://lab.example',
  }).finish();
  expect(await verify(client.publicKey, 'client-proof', clientTranscript(replayed, domainHello, proof), signature)).toBe(false);
  expect(await verify(received.domainKey, 'domain-hello', domainTranscript(replayed, received), received.signature)).toBe(false);
});
