import { createSigningKey, encodeClientFrame, joinParts, messages, NONCE_BYTES, PROTOCOL_VERSION } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import { RawLink, RawPeer, replayMessages, shakeHands } from '../../src/index.ts';
import { openClinic, peerOf } from './clinic.ts';

/** Sends two messages as they are; tells what came of it. */
async function replayHandshake(link: RawLink, hello: Uint8Array, proof: Uint8Array): Promise<string> {
  link.send(hello);
  await link.next();
  link.send(proof);
  await link.closed;
  return Buffer.concat(link.received).toString('latin1');
}

test("a handshake's bytes, sent again on a new connection, are worth nothing", async () => {
  await using clinic = await openClinic();
  const { hello, proof } = (await peerOf(clinic, 'ada')).handshake;
  expect(await replayHandshake(new RawLink(clinic.dial()), hello, proof)).toContain('NOT_AUTHENTICATED');
});

test('a handshake with one domain is worth nothing at another that knows the same key', async () => {
  await using clinic = await openClinic();
  await using other = await openClinic({ keys: { ada: clinic.identities.ada.key } });
  const { hello, proof } = (await peerOf(clinic, 'ada')).handshake;
  expect(await replayHandshake(new RawLink(other.dial()), hello, proof)).toContain('NOT_AUTHENTICATED');
  // The key itself is good there.
  const peer = await RawPeer.connect(other.dial(), { key: clinic.identities.ada.key });
  expect(peer.prefix).not.toBe('');
});

test('a proof over another hello, by another key, for another invitation, or cut short, is refused in the same words', async () => {
  await using clinic = await openClinic();
  const { key } = clinic.identities.ada;
  const other = await createSigningKey(false);
  const flip = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
  const refused = { code: 'NOT_AUTHENTICATED', message: 'cannot admit: the key is unknown or the proof is wrong' };
  const attempt = (options: object): Promise<unknown> => shakeHands(new RawLink(clinic.dial()), { key, ...options });
  await expect(attempt({ key: { publicKey: key.publicKey, privateKey: other.privateKey } })).rejects.toMatchObject(refused);
  await expect(attempt({ key: other })).rejects.toMatchObject(refused);
  await expect(attempt({ alterProof: (bytes: Uint8Array) => flip(bytes, 10) })).rejects.toMatchObject(refused);
  await expect(
    attempt({ alterProof: () => messages.ClientProof.encode({ signature: new Uint8Array(64) }).finish() }),
  ).rejects.toMatchObject(refused);
  await expect(
    attempt({ alterProof: () => messages.ClientProof.encode({ signature: new Uint8Array(63) }).finish() }),
  ).rejects.toMatchObject(refused);
  await expect(attempt({ key: other, invitation: { id: '0011223344556677', secret: new Uint8Array(32) } })).rejects.toMatchObject({
    code: 'NOT_AUTHENTICATED',
  });
});

test('an invitation is spent once, by one key', async () => {
  await using clinic = await openClinic();
  const { invitation } = await clinic.domain.invite({ name: 'dora' });
  const [, id, secret] = invitation.split('-') as [string, string, string];
  const handed = { id, secret: Uint8Array.from(Buffer.from(secret, 'hex')) };
  const first = await createSigningKey(false);
  await RawPeer.connect(clinic.dial(), { key: first, invitation: handed });
  await expect(RawPeer.connect(clinic.dial(), { key: await createSigningKey(false), invitation: handed })).rejects.toMatchObject({
    code: 'NOT_AUTHENTICATED',
  });
  await expect(RawPeer.connect(clinic.dial(), { key: first })).resolves.toBeDefined();
});

test('security messages that are not in their one form are refused: unknown or repeated fields, another order, defaults spelt out, overlong numbers', async () => {
  await using clinic = await openClinic();
  const { key } = clinic.identities.ada;
  const fields = { protocol: PROTOCOL_VERSION, clientKey: key.publicKey, nonce: new Uint8Array(NONCE_BYTES), origin: 'x' };
  const hello = messages.ClientHello.encode(fields).finish();
  const forms: readonly Uint8Array[] = [
    joinParts([hello, Uint8Array.of(0x78, 0x01)]),
    joinParts([hello, Uint8Array.of(0x08, PROTOCOL_VERSION)]),
    joinParts([
      messages.ClientHello.encode({ origin: 'x' }).finish(),
      messages.ClientHello.encode({ protocol: 1, clientKey: key.publicKey, nonce: fields.nonce }).finish(),
    ]),
    joinParts([hello, Uint8Array.of(0x2a, 0x00)]),
    joinParts([Uint8Array.of(0x08, 0x81, 0x00), hello.subarray(2)]),
    hello.subarray(0, hello.length - 1),
  ];
  for (const form of forms)
    await expect(shakeHands(new RawLink(clinic.dial()), { key, alterHello: () => form })).rejects.toMatchObject({ code: 'PROTOCOL' });
  const extended = (bytes: Uint8Array): Uint8Array => joinParts([bytes, Uint8Array.of(0x78, 0x01)]);
  await expect(shakeHands(new RawLink(clinic.dial()), { key, alterProof: extended })).rejects.toMatchObject({ code: 'PROTOCOL' });
  await expect(shakeHands(new RawLink(clinic.dial()), { key })).resolves.toBeDefined();
});

test('another version of the protocol, and a key of small order, are refused', async () => {
  await using clinic = await openClinic();
  const { key } = clinic.identities.ada;
  const hello = (fields: object): Uint8Array =>
    messages.ClientHello.encode({
      protocol: PROTOCOL_VERSION,
      clientKey: key.publicKey,
      nonce: new Uint8Array(NONCE_BYTES),
      ...fields,
    }).finish();
  for (const protocol of [0, 2, 255])
    await expect(shakeHands(new RawLink(clinic.dial()), { key, alterHello: () => hello({ protocol }) })).rejects.toMatchObject({
      code: 'PROTOCOL',
    });
  for (const clientKey of [new Uint8Array(32), Uint8Array.from({ length: 32 }, (_, index) => (index === 0 ? 1 : 0)), new Uint8Array(31)]) {
    await expect(shakeHands(new RawLink(clinic.dial()), { key, alterHello: () => hello({ clientKey }) })).rejects.toMatchObject({
      code: 'NOT_AUTHENTICATED',
    });
  }
});

test('a frame that comes again with the same bytes changes nothing, and under other bytes ends the connection', async () => {
  await using clinic = await openClinic();
  const ada = await peerOf(clinic, 'ada');
  const sqrt = ada.declare('js.Math.sqrt', '(x: number) => number');
  const id = ada.nextId();
  const frame = ada.sequenced({ action: { id, entry: sqrt, operands: [ada.encode(16)] } });
  expect(await replayMessages(ada, [frame, frame])).toMatchObject({ codes: [], closed: false });
  expect(ada.decode(await ada.get(id))).toBe(4);
  const other = encodeClientFrame({ seq: ada.lastSeq, messages: [{ action: { id, entry: sqrt, operands: [ada.encode(25)] } }] });
  expect(await replayMessages(ada, [other])).toMatchObject({ codes: ['PROTOCOL'], closed: true });
  const later = await peerOf(clinic, 'ada');
  expect(later.decode(await later.get(id, ada.prefix))).toBe(4);
});
