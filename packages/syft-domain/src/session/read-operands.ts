import { decodeValue, type messages, POINTER, type PointerLike, type PointerRef, visitPointers } from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import type { StoredObject } from '../object/stored-object.ts';
import { scanNumber, scanOwnCounter } from '../vm/scan-operand.ts';

/** An operand that is a pointer of its own session and nothing else, as most are: it keeps what it was resolved to. */
export class OwnPointer implements PointerLike, PointerRef {
  readonly prefix: string;
  readonly counter: number;
  object: StoredObject | undefined;

  constructor(prefix: string, counter: number) {
    this.prefix = prefix;
    this.counter = counter;
  }

  get [POINTER](): PointerRef {
    return this;
  }
}

/** An action's operands, decoded; nothing is resolved yet. Throws as `decodeValue` does. */
export function readOperands(core: DomainCore, prefix: string, action: messages.Action): readonly unknown[] {
  const operands = new Array<unknown>(action.operands.length);
  for (let index = 0; index < operands.length; index++) {
    const bytes = action.operands[index] as Uint8Array;
    const counter = scanOwnCounter(bytes);
    operands[index] =
      counter > 0 ? new OwnPointer(prefix, counter) : (scanNumber(bytes) ?? decodeValue({ head: bytes, parts: [] }, core, core.limits));
  }
  return operands;
}

/** Finds the object behind a pointer. Throws `NOT_FOUND`, or the fault that kept it from being. */
export type ResolvePointer = (pointer: PointerLike) => StoredObject | Promise<StoredObject>;

/** Resolves every pointer in the operands, at any depth; their objects in order. Waits only for another session's. */
export function resolveOperands(
  core: DomainCore,
  operands: readonly unknown[],
  resolve: ResolvePointer,
): readonly StoredObject[] | Promise<readonly StoredObject[]> {
  const inputs: StoredObject[] = [];
  const waiting: Promise<void>[] = [];
  const take = (pointer: PointerLike, object: StoredObject): void => {
    if (pointer instanceof OwnPointer) pointer.object = object;
    else core.resolved.set(pointer, object);
    inputs.push(object);
  };
  const visit = (pointer: PointerLike): void => {
    const found = resolve(pointer);
    if (!(found instanceof Promise)) {
      take(pointer, found);
      return;
    }
    const taken = found.then((object) => take(pointer, object));
    // Should a later pointer throw at once, nobody waits for this one, and its rejection must not become the process's.
    taken.catch(() => {});
    waiting.push(taken);
  };
  for (const operand of operands) if (typeof operand === 'object') visitPointers(operand, visit);
  return waiting.length === 0 ? inputs : Promise.all(waiting).then(() => inputs);
}

/** The object that a pointer of the operands was resolved to. */
export function resolvedObject(resolved: WeakMap<object, StoredObject>, pointer: PointerLike): StoredObject | undefined {
  return pointer instanceof OwnPointer ? pointer.object : resolved.get(pointer);
}
