import { SyftError } from '../errors.ts';
import { isPointer, type PointerLike } from '../serde/builtin/pointer-codec.ts';
import { type Accepts, type DetectRef, type Fit, typeFits, type ValueChecks, valueFits } from '../type/fits.ts';
import { isRecord } from '../type/is-record.ts';
import { formatSignature, type Param, type Signature } from '../type/signature.ts';
import type { TypeRef } from '../type/type-ref.ts';

/** What is publicly known of the object behind a pointer. */
export interface PointerFacts {
  readonly type: TypeRef;
  readonly readable: boolean;
}

export interface CallShape {
  readonly signatures: readonly Signature[];
  /** The receiver's type, for a method or an instance property. */
  readonly receiver: string | undefined;
}

/** What the checks of calls stand on, on either side of the wire. */
export interface CallChecks {
  readonly accepts: Accepts;
  readonly detect: DetectRef;
  /** Throws `NOT_FOUND` for a pointer that may not be used. */
  readonly factsOf: (pointer: PointerLike) => PointerFacts;
}

/**
 * Picks the first signature that operands fit. Throws `BAD_ARGUMENT` when none does and `NEEDS_PUBLIC_ARGUMENT` when one
 * would but for a private pointer in a public place. Looks at types and public facts, never at private values.
 */
export class CallMatcher {
  readonly #checks: CallChecks;
  readonly #valueChecks: ValueChecks;
  readonly #fits = new WeakMap<TypeRef, WeakMap<TypeRef, Fit>>();
  /** Receivers' types by id: a fresh one for each call would be a fresh question each time. */
  readonly #receivers = new Map<string, TypeRef>();

  constructor(checks: CallChecks) {
    this.#checks = checks;
    this.#valueChecks = {
      accepts: checks.accepts,
      detect: checks.detect,
      pointer: (value, type) => (isPointer(value) ? this.#fit(checks.factsOf(value).type, type) !== 'no' : undefined),
    };
  }

  match(call: CallShape, operands: readonly unknown[]): Signature {
    const shift = call.receiver === undefined ? 0 : 1;
    if (call.receiver !== undefined && !this.#fitsReceiver(operands[0], call.receiver)) {
      throw new SyftError('BAD_ARGUMENT', `cannot call member: its receiver is no ${call.receiver}`);
    }
    let needsPublic: string | undefined;
    for (const signature of call.signatures) {
      if (!this.#fitsSignature(operands, shift, signature)) continue;
      const offender = this.#privateInPublic(operands, shift, signature);
      if (offender === undefined) return signature;
      needsPublic = offender;
    }
    if (needsPublic !== undefined) {
      throw new SyftError(
        'NEEDS_PUBLIC_ARGUMENT',
        `cannot pass a private pointer as ${needsPublic}: it needs a constant or a readable pointer`,
      );
    }
    const count = Math.max(0, operands.length - shift);
    throw new SyftError(
      'BAD_ARGUMENT',
      `cannot call entry: its ${count} argument(s) fit no signature: ${call.signatures.map(formatSignature).join(' ; ')}`,
    );
  }

  /** True when every pointer in a value, at any depth, is readable. */
  isReadable(value: unknown): boolean {
    return !this.#hasPrivate(value);
  }

  #fitsReceiver(operand: unknown, id: string): boolean {
    let type = this.#receivers.get(id);
    if (type === undefined) {
      type = { kind: 'ref', id };
      this.#receivers.set(id, type);
    }
    return this.#fitsType(operand, type) || (isPrimitiveId(id) && this.#fitsType(operand, primitiveOf(id)));
  }

  /** Whether the operands after the first `shift` fit the parameters, one by one. */
  #fitsSignature(operands: readonly unknown[], shift: number, { params }: Signature): boolean {
    const count = Math.max(0, operands.length - shift);
    const last = params.at(-1);
    if (count > params.length && last?.rest !== true) return false;
    for (let index = 0; index < Math.max(count, params.length); index++) {
      const param = params[index] ?? (last as Param);
      if (index >= count) {
        if (!param.optional && !param.rest) return false;
      } else if (!this.#fitsType(operands[index + shift], param.rest && param.type.kind === 'list' ? param.type.of : param.type))
        return false;
    }
    return true;
  }

  /** The name of the first public parameter that is given a private pointer, if there is one. */
  #privateInPublic(operands: readonly unknown[], shift: number, signature: Signature): string | undefined {
    for (let index = shift; index < operands.length; index++) {
      const param = paramAt(signature, index - shift);
      if (param?.public === true && this.#hasPrivate(operands[index])) return param.name;
    }
    return undefined;
  }

  #fitsType(value: unknown, type: TypeRef): boolean {
    return isPointer(value) ? this.#fit(this.#checks.factsOf(value).type, type) !== 'no' : valueFits(value, type, this.#valueChecks);
  }

  #fit(from: TypeRef, to: TypeRef): Fit {
    let byTarget = this.#fits.get(from);
    if (byTarget === undefined) {
      byTarget = new WeakMap();
      this.#fits.set(from, byTarget);
    }
    let fit = byTarget.get(to);
    if (fit === undefined) {
      fit = typeFits(from, to, this.#checks.accepts);
      byTarget.set(to, fit);
    }
    return fit;
  }

  #hasPrivate(value: unknown): boolean {
    if (typeof value !== 'object' || value === null) return false;
    let found = false;
    visitPointers(value, (pointer) => {
      found ||= !this.#checks.factsOf(pointer).readable;
    });
    return found;
  }
}

/** `js.Number` receives what signatures call `number`. */
const PRIMITIVE_IDS: Readonly<Record<string, TypeRef>> = {
  'js.Number': { kind: 'prim', name: 'number' },
  'js.String': { kind: 'prim', name: 'string' },
  'js.Boolean': { kind: 'prim', name: 'boolean' },
  'js.BigInt': { kind: 'prim', name: 'bigint' },
};

function isPrimitiveId(id: string): boolean {
  return Object.hasOwn(PRIMITIVE_IDS, id);
}

function primitiveOf(id: string): TypeRef {
  return PRIMITIVE_IDS[id] as TypeRef;
}

function paramAt(signature: Signature, index: number): Param | undefined {
  return signature.params[Math.min(index, signature.params.length - 1)];
}

/** Calls `visit` for each pointer in a value, through lists, records, maps and sets. */
export function visitPointers(value: unknown, visit: (pointer: PointerLike) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (isPointer(value)) visit(value);
  else if (Array.isArray(value) || value instanceof Set) for (const item of value) visitPointers(item, visit);
  else if (value instanceof Map) {
    for (const [key, item] of value) {
      visitPointers(key, visit);
      visitPointers(item, visit);
    }
  } else if (isRecord(value)) for (const key of Object.keys(value)) visitPointers(value[key], visit);
}
