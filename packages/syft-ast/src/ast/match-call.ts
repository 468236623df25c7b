import { SyftError } from '../errors.ts';
import { isPointer, type PointerLike } from '../serde/builtin/pointer-codec.ts';
import { type Accepts, asItIs, type DetectRef, type Fit, typeFits, type ValueChecks, valueFits } from '../type/fits.ts';
import { isRecord } from '../type/is-record.ts';
import { argumentType, formatSignature, type Signature } from '../type/signature.ts';
import { formatType, type TypeRef } from '../type/type-ref.ts';

/** What is publicly known of the object behind a pointer. */
export interface PointerFacts {
  readonly type: TypeRef;
  readonly readable: boolean;
}

export interface CallShape {
  readonly signatures: readonly Signature[];
  /** What the receiver has to fit, for a method or an instance property. */
  readonly receiverType: TypeRef | undefined;
}

/** What the checks of calls stand on, on either side of the wire. */
export interface CallChecks {
  readonly accepts: Accepts;
  readonly detect: DetectRef;
  /** Throws `NOT_FOUND` for a pointer that may not be used. */
  readonly factsOf: (pointer: PointerLike) => PointerFacts;
}

/** One way to ask what fits, with the answers that types gave so far. */
interface Tier {
  readonly checks: ValueChecks;
  readonly fits: WeakMap<TypeRef, WeakMap<TypeRef, Fit>>;
}

/** A signature that operands may fit, after so many that are no arguments. */
interface Candidate {
  readonly shift: number;
  readonly signature: Signature;
  readonly tier: Tier;
}

/**
 * Picks the first signature that operands fit: as they are, or, where none takes them so, with columns and typed arrays as
 * lists of numbers. Throws `BAD_ARGUMENT` when none does and `NEEDS_PUBLIC_ARGUMENT` when one would but for a private pointer
 * in a public place. Looks at types and public facts, never at private values.
 */
export class CallMatcher {
  readonly #checks: CallChecks;
  readonly #tiers: readonly [Tier, Tier];

  constructor(checks: CallChecks) {
    this.#checks = checks;
    this.#tiers = [this.#tier(asItIs(checks)), this.#tier(checks)];
  }

  match(call: CallShape, operands: readonly unknown[]): Signature {
    const { receiverType } = call;
    const shift = receiverType === undefined ? 0 : 1;
    if (receiverType !== undefined && !this.#fitsType(operands[0], receiverType, this.#tiers[1])) {
      throw new SyftError('BAD_ARGUMENT', `cannot call member: its receiver is no ${formatType(receiverType)}`);
    }
    let needsPublic: string | undefined;
    for (const tier of this.#tiers) {
      for (const signature of call.signatures) {
        if (!this.#fitsSignature(operands, { shift, signature, tier })) continue;
        const offender = this.#privateInPublic(operands, shift, signature);
        if (offender === undefined) return signature;
        needsPublic = offender;
      }
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

  #tier(checks: ValueChecks): Tier {
    const tier: Tier = {
      checks: {
        ...checks,
        pointer: (value, type) => (isPointer(value) ? fitOf(this.#checks.factsOf(value).type, type, tier) !== 'no' : undefined),
      },
      fits: new WeakMap(),
    };
    return tier;
  }

  /** Whether arguments fit the parameters, one by one. */
  #fitsSignature(operands: readonly unknown[], { shift, signature, tier }: Candidate): boolean {
    const { params } = signature;
    const count = Math.max(0, operands.length - shift);
    if (count > params.length && params.at(-1)?.rest !== true) return false;
    for (let index = 0; index < Math.max(count, params.length); index++) {
      if (index < count) {
        if (!this.#fitsType(operands[index + shift], argumentType(signature, index) as TypeRef, tier)) return false;
      } else if (params[index]?.optional !== true && params[index]?.rest !== true) return false;
    }
    return true;
  }

  /** The name of the first public parameter that is given a private pointer, if there is one. */
  #privateInPublic(operands: readonly unknown[], shift: number, { params }: Signature): string | undefined {
    for (let index = shift; index < operands.length; index++) {
      const param = params[Math.min(index - shift, params.length - 1)];
      if (param?.public === true && this.#hasPrivate(operands[index])) return param.name;
    }
    return undefined;
  }

  #fitsType(value: unknown, type: TypeRef, tier: Tier): boolean {
    return isPointer(value) ? fitOf(this.#checks.factsOf(value).type, type, tier) !== 'no' : valueFits(value, type, tier.checks);
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

function fitOf(from: TypeRef, to: TypeRef, { checks, fits }: Tier): Fit {
  let byTarget = fits.get(from);
  if (byTarget === undefined) {
    byTarget = new WeakMap();
    fits.set(from, byTarget);
  }
  let fit = byTarget.get(to);
  if (fit === undefined) {
    fit = typeFits(from, to, checks.accepts);
    byTarget.set(to, fit);
  }
  return fit;
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
