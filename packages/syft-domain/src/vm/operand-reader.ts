import {
  decodeValue,
  formatUid,
  isPointer,
  isRecord,
  type Limits,
  POINTER,
  type PointerLike,
  type SerdeContext,
  type Uid,
  visitPointers,
} from '@syft-libs/ast';
import { scanNumber, scanPointer } from './scan-operand.ts';

/** Reads operands: encoded values, in which pointers stand for held values, at any depth. */
export class OperandReader {
  readonly #serde: SerdeContext;
  readonly #limits: Limits;
  readonly #resolveUid: (uid: Uid) => unknown;

  /** `resolveUid` throws for an object that is not held, or failed; so does {@link read} then. */
  constructor(serde: SerdeContext, limits: Limits, resolveUid: (uid: Uid) => unknown) {
    this.#serde = serde;
    this.#limits = limits;
    this.#resolveUid = resolveUid;
  }

  /** An operand with its pointers replaced. `prefix` is meant by pointers without one. */
  read(bytes: Uint8Array, prefix: string): unknown {
    const uid = scanPointer(bytes, prefix);
    if (uid !== undefined) return this.#resolveUid(uid);
    return scanNumber(bytes) ?? this.#resolve(this.#decode(bytes), prefix);
  }

  /** The objects that an operand names; none for one that cannot be read. */
  pointers(bytes: Uint8Array, prefix: string): readonly Uid[] {
    const uid = scanPointer(bytes, prefix);
    if (uid !== undefined) return [uid];
    const uids: Uid[] = [];
    try {
      visitPointers(this.#decode(bytes), (pointer) => uids.push(uidOf(pointer, prefix)));
    } catch {
      // Reading it fails again when its step runs, and is reported then.
    }
    return uids;
  }

  #decode(bytes: Uint8Array): unknown {
    return decodeValue({ head: bytes, parts: [] }, this.#serde, this.#limits);
  }

  #resolve(value: unknown, prefix: string): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (isPointer(value)) return this.#resolveUid(uidOf(value, prefix));
    const resolve = (item: unknown) => this.#resolve(item, prefix);
    if (Array.isArray(value)) return value.map(resolve);
    if (value instanceof Set) return new Set([...value].map(resolve));
    if (value instanceof Map) return new Map([...value].map(([key, item]) => [resolve(key), resolve(item)]));
    if (!isRecord(value) || Object.isFrozen(value)) return value;
    const record = Object.create(null) as Record<string, unknown>;
    for (const key of Object.keys(value)) record[key] = resolve(value[key]);
    return record;
  }
}

function uidOf(pointer: PointerLike, prefix: string): Uid {
  const ref = pointer[POINTER];
  return formatUid(ref.prefix ?? prefix, ref.counter);
}
