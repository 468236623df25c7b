import { SyftError } from '../../errors.ts';
import { PointerBody } from '../../gen/schema_pb.js';
import { prefixFromBytes, prefixToBytes } from '../../uid.ts';
import type { Codec } from '../codec.ts';

/** Where a pointer keeps its reference. Registered, so that two loaded copies of the core agree. */
export const POINTER: unique symbol = Symbol.for('@syft-libs/pointer') as never;

/** What a pointer is on the wire: an object's counter, and its prefix when another session made it. */
export interface PointerRef {
  readonly prefix: string | undefined;
  readonly counter: number;
}

/** Anything that carries a reference: a client's pointer, or a decoded one. */
export interface PointerLike {
  readonly [POINTER]: PointerRef;
}

/** True for a pointer of this or of another copy of the core. */
export function isPointer(value: unknown): value is PointerLike {
  return typeof value === 'object' && value !== null && POINTER in value;
}

/** A reference as `Get` and `Delete` name an object: the body of a pointer. */
export function encodeReference({ prefix, counter }: PointerRef): Uint8Array {
  return PointerBody.encode(prefix === undefined ? { counter } : { prefix: prefixToBytes(prefix), counter }).finish();
}

/** The inverse of {@link encodeReference}. Throws `PROTOCOL`. */
export function decodeReference(body: Uint8Array): PointerRef {
  let message: PointerBody;
  try {
    message = PointerBody.decode(body);
  } catch (cause) {
    throw new SyftError('PROTOCOL', 'cannot read pointer: malformed bytes', { cause });
  }
  const { prefix, counter } = message;
  if (counter === 0) throw new SyftError('PROTOCOL', 'cannot read pointer: it names nothing');
  return { prefix: prefix.length === 0 ? undefined : prefixFromBytes(prefix), counter };
}

/** Each key or item of a value that is a pointer counts as an operand of the call. */
export const pointerCodec: Codec<PointerLike> = {
  tag: 'ast/Pointer',
  type: 'ast.Pointer',
  schema: 'PointerBody',
  detect: isPointer,
  encode: (value) => encodeReference(value[POINTER]),
  decode: (body) => Object.freeze({ [POINTER]: decodeReference(body) }),
  weigh: () => 16,
};
