import {
  type AllowlistEntry,
  argumentType,
  CallMatcher,
  fittingMember,
  type Signature,
  type TypeRef,
  type ValueChecks,
  withNumberLists,
} from '@syft-libs/ast';
import type { BenchPackage } from './bench-package.ts';
import { heldOperand } from './held-operand.ts';

/** A call of the library itself, nothing in between, on operands as a program of its own would hold them. */
export interface DirectCall {
  readonly signature: Signature;
  /** Makes it once more. */
  run(): unknown;
}

/** Prepares direct calls of a package's library. */
export class DirectCalls {
  readonly #package: BenchPackage;
  readonly #checks: ValueChecks;
  readonly #matcher: CallMatcher;

  constructor(bench: BenchPackage) {
    const { allowlist, registry } = bench;
    this.#package = bench;
    this.#checks = { accepts: allowlist.types.accepts, detect: (id, value) => registry.byType(id)?.detect(value) === true };
    this.#matcher = new CallMatcher({ ...this.#checks, factsOf: () => ({ type: { kind: 'unknown' }, readable: true }) });
  }

  /**
   * Makes plain operands live; they are the call's own from then on. Throws `BAD_ARGUMENT` when no signature takes them. What
   * a call changes stays changed for the next one.
   */
  prepare(entry: AllowlistEntry, operands: readonly unknown[]): DirectCall {
    const signature = this.#matcher.match(entry, operands);
    const live = operands.map((operand, index) => {
      const type = placeAt(entry, signature, index);
      const held = isPublicPlace(entry, signature, index) ? operand : heldOperand(operand);
      return this.#revive(withNumberLists(held, type, this.#checks), type);
    });
    const call = entry.call as (operands: readonly unknown[]) => unknown;
    return { signature, run: () => call(live) };
  }

  /** The library's own object where a place asks for one. */
  #revive(value: unknown, type: TypeRef): unknown {
    if (type.kind === 'union') {
      const member = fittingMember(value, type.of, [this.#checks]);
      return member === undefined ? value : this.#revive(value, member);
    }
    if (type.kind === 'list' && Array.isArray(value)) return value.map((item) => this.#revive(item, type.of));
    if (type.kind !== 'ref') return value;
    const { registry, modules, allowlist } = this.#package;
    const own = registry.find(value);
    const codec = own !== undefined && allowlist.types.subtypes(type.id).includes(own.type) ? own : registry.byType(type.id);
    return codec?.revive === undefined ? value : codec.revive(value, modules.get(codec.tag.slice(0, codec.tag.indexOf('/'))));
  }
}

/** What an operand has to fit. */
export function placeAt({ receiverType }: AllowlistEntry, signature: Signature, index: number): TypeRef {
  const shift = receiverType === undefined ? 0 : 1;
  const place = index < shift ? receiverType : argumentType(signature, index - shift);
  return place ?? { kind: 'unknown' };
}

/** True for an argument that has to be public. */
export function isPublicPlace({ receiver }: AllowlistEntry, { params }: Signature, index: number): boolean {
  const at = index - (receiver === undefined ? 0 : 1);
  return at >= 0 && params[Math.min(at, params.length - 1)]?.public === true;
}
