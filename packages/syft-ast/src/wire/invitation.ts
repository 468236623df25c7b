import { SyftError } from '../errors.ts';
import { fromHex, toHex } from './signing.ts';

/** What an owner hands to a person, once, over a channel of their own: it pins the domain's key and proves the invitation. */
export interface Invitation {
  readonly id: string;
  /** 32 bytes, spent at the first handshake. */
  readonly secret: Uint8Array;
  /** The domain's public key, 32 bytes. */
  readonly domainKey: Uint8Array;
  /** What the owner calls the domain. */
  readonly domainName: string;
}

const NAME_LENGTH = 64;
const INVITATION = /^syft1-([0-9a-f]{16})-([0-9a-f]{64})-([0-9a-f]{64})-([A-Za-z0-9_.~%-]{0,768})$/;

/** One line of plain characters, fit for a mail or a terminal. A domain's name is cut to its first 64 characters. */
export function formatInvitation({ id, secret, domainKey, domainName }: Invitation): string {
  const name = encodeURIComponent([...domainName.toWellFormed()].slice(0, NAME_LENGTH).join(''));
  const plain = name.replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `syft1-${id}-${toHex(secret)}-${toHex(domainKey)}-${plain}`;
}

/** Reads an invitation. Throws `BAD_ARGUMENT`. */
export function parseInvitation(text: string): Invitation {
  const match = INVITATION.exec(text.trim());
  if (match === null) throw malformed();
  const [, id, secret, domainKey, name] = match as unknown as [string, string, string, string, string];
  return { id, secret: fromHex(secret), domainKey: fromHex(domainKey), domainName: decodeName(name) };
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (cause) {
    throw malformed(cause);
  }
}

function malformed(cause?: unknown): SyftError {
  return new SyftError('BAD_ARGUMENT', 'cannot read invitation: expected one line that begins with syft1-', { cause });
}
