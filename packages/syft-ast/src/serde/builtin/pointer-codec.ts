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

/** Each key or item of a value that is a pointer counts as an operand of the call. */
export const pointerCodec: Codec<PointerLike> = {
  tag: 'ast/Pointer',
  type: 'ast.Pointer',
  schema: 'PointerBody',
  detect: isPointer,
  encode(value) {
    const { prefix, counter } = value[POINTER];
    return PointerBody.encode(prefix === undefined ? { counter } : { prefix: prefixToBytes(prefix), counter }).finish();
  },
  decode(body) {
    const { prefix, counter } = PointerBody.decode(body);
    if (counter === 0) throw new SyftError('PROTOCOL', 'cannot read pointer: it names nothing');
    return Object.freeze({ [POINTER]: { prefix: prefix.length === 0 ? undefined : prefixFromBytes(prefix), counter } });
  },
  weigh: () => 16,
};
