import { ClientProof, DomainHello } from '../gen/schema_pb.js';
import { joinParts } from './transport.ts';

/** Bytes of each side's nonce. */
export const NONCE_BYTES = 32;

/** What the domain signs: the client's hello as received, and its own without the signature. */
export function domainTranscript(clientHello: Uint8Array, domainHello: DomainHello): Uint8Array {
  const { protocol, domainKey, nonce } = domainHello;
  return joinParts([lengthOf(clientHello), clientHello, DomainHello.encode({ protocol, domainKey, nonce }).finish()]);
}

/** What the client signs: both hellos as they travelled, and the invitation that it hands in. */
export function clientTranscript(
  clientHello: Uint8Array,
  domainHello: Uint8Array,
  proof: Pick<ClientProof, 'invitation' | 'secret'>,
): Uint8Array {
  const { invitation, secret } = proof;
  return joinParts([
    lengthOf(clientHello),
    clientHello,
    lengthOf(domainHello),
    domainHello,
    ClientProof.encode({ invitation, secret }).finish(),
  ]);
}

function lengthOf(bytes: Uint8Array): Uint8Array {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.byteLength, true);
  return length;
}
