import {
  CallMatcher,
  type Encoded,
  encodeValue,
  isPointer,
  isSyftError,
  type PointerLike,
  type Signature,
  SyftError,
  type TypeRef,
} from '@syft-libs/ast';
import type { CallEntry } from '../lib/call-entry.ts';
import type { LibraryTable } from '../lib/library-table.ts';
import { encodeOperand } from '../pointer/encode-operand.ts';
import { type PointerHost, type PointerState, type RemotePointer, stateOf } from '../pointer/remote-pointer.ts';
import type { Epoch } from '../session/epoch.ts';
import type { Session } from '../session/session.ts';

/** An argument whose encoding is larger than this is uploaded as an object of its own. */
const LARGEST_OPERAND = 128 * 1024;

interface Provenance {
  readonly readable: boolean;
  /** Given for an object of another session than this one. */
  readonly prefix?: string | undefined;
  readonly epoch?: Epoch;
}

/** Turns calls into actions: picks the signature, encodes the operands, gives the pointer to the result. Never waits. */
export class Caller {
  readonly #session: Session;
  readonly #libraries: LibraryTable;
  readonly #host: PointerHost;
  readonly #matcher: CallMatcher;

  constructor(session: Session, libraries: LibraryTable, host: PointerHost) {
    this.#session = session;
    this.#libraries = libraries;
    this.#host = host;
    this.#matcher = new CallMatcher({
      accepts: libraries.types.accepts,
      detect: libraries.detect,
      factsOf: (pointer) => this.stateOf(pointer),
    });
  }

  /**
   * Queues a call. Throws `BAD_ARGUMENT` when the operands fit no signature, `NEEDS_PUBLIC_ARGUMENT` for a private pointer
   * in a public place, `LIMIT`, and `NOT_FOUND` for a pointer of a session that was lost.
   */
  call(entry: CallEntry, operands: readonly unknown[]): RemotePointer {
    const given = trimAbsent(operands);
    if (given.length > this.#session.outgoing.arguments)
      throw new SyftError('LIMIT', `cannot call ${entry.path}: it has too many arguments`);
    const signature = this.#match(entry, given);
    const encoded = new Array<Uint8Array>(given.length);
    let readable = true;
    for (let index = 0; index < given.length; index++) {
      const operand = given[index];
      const state = stateOf(operand);
      if (state !== undefined) {
        readable &&= state.readable;
        encoded[index] = encodeOperand(state.counter, state.prefix);
      } else {
        readable &&= this.#matcher.isReadable(operand);
        encoded[index] = this.#encodeArgument(operand);
      }
    }
    return this.pointer(this.#session.act(entry, encoded), signature.returns, { readable });
  }

  /** A pointer to an object of this session, or, with a prefix, of an earlier one. */
  pointer(counter: number, type: TypeRef, { readable, prefix, epoch = this.#session.epoch }: Provenance): RemotePointer {
    const pointerClass = this.#libraries.classes.of(type);
    const { typeName } = pointerClass;
    return new pointerClass.create({ host: this.#host, epoch, counter, prefix, type: pointerClass.type, typeName, readable });
  }

  /** The state of a pointer that may be used here. Throws `BAD_ARGUMENT` for one of another location, `NOT_FOUND` for a lost one. */
  stateOf(pointer: PointerLike): PointerState {
    const state = stateOf(pointer);
    if (state === undefined || state.host !== this.#host) {
      throw new SyftError('BAD_ARGUMENT', 'cannot use pointer: it belongs to another location');
    }
    this.assertKnown(state);
    return state;
  }

  /** Throws `NOT_FOUND` when the object went with a session that the domain has forgotten. */
  assertKnown({ prefix, epoch }: PointerState): void {
    if (prefix === undefined && epoch !== this.#session.epoch) throw new SyftError('NOT_FOUND', 'cannot use pointer: session lost');
  }

  encode(value: unknown): Encoded {
    return encodeValue(value, this.#session.context);
  }

  #match(entry: CallEntry, operands: readonly unknown[]): Signature {
    try {
      return this.#matcher.match(entry, operands);
    } catch (error) {
      if (!isSyftError(error)) throw error;
      const { code, message } = error;
      throw new SyftError(code, message.includes(' entry:') ? message.replace('entry', entry.path) : `${message}, calling ${entry.path}`);
    }
  }

  #encodeArgument(value: unknown): Uint8Array {
    const isObject = typeof value === 'object' && value !== null;
    const uploaded = isObject ? this.#session.epoch.uploads.get(value) : undefined;
    if (uploaded !== undefined) return encodeOperand(uploaded, undefined);
    const encoded = this.encode(value);
    if (encoded.parts.length === 0 && encoded.head.byteLength <= LARGEST_OPERAND) return encoded.head;
    if (encoded.parts.length === 0 && !isObject) return encoded.head;
    if (isObject && hasPointer(value)) {
      throw new SyftError('BAD_ARGUMENT', 'cannot pass large arrays beside pointers in one value: upload() the arrays first');
    }
    const { id } = this.#session.upload(encoded);
    if (isObject) this.#session.epoch.uploads.set(value, id);
    return encodeOperand(id, undefined);
  }
}

function hasPointer(value: object): boolean {
  return Array.isArray(value)
    ? value.some((item) => typeof item === 'object' && item !== null && (isPointer(item) || hasPointer(item)))
    : isPointer(value);
}

/** Absent trailing arguments are left out, never passed as undefined. */
function trimAbsent(operands: readonly unknown[]): readonly unknown[] {
  let length = operands.length;
  while (length > 0 && operands[length - 1] === undefined) length--;
  return length === operands.length ? operands : operands.slice(0, length);
}
