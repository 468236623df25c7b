import { SyftError } from '../errors.ts';
import { scanFields } from '../serde/scan-fields.ts';

/** Fields of one strict message. These come before a peer is known, so that the bound is no owner's choice. */
const STRICT_FIELDS = 16_384;

/** A generated message class, as far as strict reading needs it. */
export interface MessageType<T> {
  encode(message: NoInfer<T>): { finish(): Uint8Array };
  decode(bytes: Uint8Array): T;
}

/**
 * Reads a message of which each byte matters: what does not re-encode to the same bytes (unknown or repeated fields,
 * another order, defaults spelt out, overlong numbers) is refused with `PROTOCOL`, and one of too many fields with `LIMIT`.
 */
export function decodeStrict<T>(type: MessageType<T>, bytes: Uint8Array): T {
  let message: T;
  try {
    scanFields(bytes, STRICT_FIELDS);
    message = type.decode(bytes);
  } catch (cause) {
    if (cause instanceof SyftError) throw cause;
    throw new SyftError('PROTOCOL', 'cannot read message: malformed bytes', { cause });
  }
  if (!equalBytes(type.encode(message).finish(), bytes)) throw new SyftError('PROTOCOL', 'cannot read message: not in canonical form');
  return message;
}

/** Whether two runs of bytes are the same; not for secrets. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.byteLength === right.byteLength && left.every((byte, index) => byte === right[index]);
}
