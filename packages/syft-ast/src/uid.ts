import { SyftError } from './errors.ts';

/**
 * Names a stored object or a request: the session's 64-bit prefix as 16 hexadecimal digits, a colon, and a counter
 * that only grows (`9f86d081884c7d65:42`). A uid is a name: knowing one gives no right.
 */
export type Uid = string;

/** The counter's last value: it travels as an unsigned 32-bit integer. */
export const LAST_COUNTER = 0xffff_ffff;

const UID = /^([0-9a-f]{16}):([1-9][0-9]{0,9})$/;

/** Joins a prefix and a counter. */
export function formatUid(prefix: string, counter: number): Uid {
  return `${prefix}:${counter}`;
}

/** Splits a uid. Throws `BAD_ARGUMENT` when it is not one. */
export function parseUid(uid: unknown): { readonly prefix: string; readonly counter: number } {
  const match = typeof uid === 'string' ? UID.exec(uid) : null;
  const counter = Number(match?.[2]);
  if (match === null || counter > LAST_COUNTER) throw new SyftError('BAD_ARGUMENT', 'cannot read uid: not a prefix and a counter');
  return { prefix: match[1] as string, counter };
}

/** True for a well-formed uid. */
export function isUid(value: unknown): value is Uid {
  return typeof value === 'string' && UID.test(value) && Number(value.slice(17)) <= LAST_COUNTER;
}

/** The eight bytes of a prefix as hexadecimal digits. Throws `PROTOCOL` for any other length. */
export function prefixFromBytes(bytes: Uint8Array): string {
  if (bytes.length !== 8) throw new SyftError('PROTOCOL', 'cannot read id prefix: it is not eight bytes');
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** The inverse of {@link prefixFromBytes}. */
export function prefixToBytes(prefix: string): Uint8Array {
  return Uint8Array.from({ length: 8 }, (_, index) => Number.parseInt(prefix.slice(index * 2, index * 2 + 2), 16));
}
