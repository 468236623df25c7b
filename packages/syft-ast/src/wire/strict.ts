import { SyftError } from '../errors.ts';

/** A generated message class, as far as strict reading needs it. */
export interface MessageType<T> {
  encode(message: T): { finish(): Uint8Array };
  decode(bytes: Uint8Array): T;
}

/**
 * Reads a message of which each byte matters: what does not re-encode to the same bytes (unknown or repeated fields,
 * another order, overlong numbers) is refused with `PROTOCOL`.
 */
export function decodeStrict<T>(type: MessageType<T>, bytes: Uint8Array): T {
  let message: T;
  try {
    message = type.decode(bytes);
  } catch (cause) {
    throw new SyftError('PROTOCOL', 'cannot read message: malformed bytes', { cause });
  }
  if (!equalBytes(type.encode(message).finish(), bytes)) throw new SyftError('PROTOCOL', 'cannot read message: not in canonical form');
  return message;
}

/** Whether two runs of bytes are the same; not for secrets. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.byteLength === right.byteLength && left.every((byte, index) => byte === right[index]);
}
