import {
  argumentType,
  asItIs,
  type Bound,
  boundOfValue,
  fittingMember,
  formatType,
  isSyftError,
  type OperandView,
  type Signature,
  type TypeRef,
  withNumberLists,
} from '@syft-libs/ast';
import { CALL_BYTES, CALL_OPERATIONS } from '@syft-libs/testing/operands';
import type { CallRequest } from '../crawl/runtime/samples.ts';
import type { Sample } from '../surface/sample.ts';
import type { HeldChecks, HeldEntry } from './held-entry.ts';

/** A call that a domain would make, and the signature by which it would. */
export interface HeldCall {
  readonly signature: Signature;
  /** The types that the arguments stand for: of a union the member. */
  readonly takes: readonly string[];
  readonly request: Pick<CallRequest, 'receiver' | 'args'>;
  /** Elements that it gives at most, as its cost says. */
  readonly declared: number;
}

/** Conformance asks for no more: an element is held for eight bytes. */
const MOST_ELEMENTS = CALL_BYTES / 8;

/** The call of an entry with plain operands, the receiver first; `undefined` for one that a domain refuses, or that the cage cannot make. */
export function heldCall(
  entry: HeldEntry,
  given: readonly unknown[],
  { checks, make }: { readonly checks: HeldChecks; readonly make: (value: unknown) => Sample | undefined },
): HeldCall | undefined {
  const { receiver, receiverType } = entry;
  const operands = given.slice(0, given.findLastIndex((operand) => operand !== undefined) + 1);
  const signature = signatureFor(entry, operands, checks);
  const declared = signature === undefined ? undefined : declaredSize(entry, signature, operands);
  if (signature === undefined || declared === undefined) return undefined;
  const shift = receiver === undefined ? 0 : 1;
  const placeOf = (index: number): TypeRef =>
    (index < shift ? receiverType : argumentType(signature, index - shift)) ?? { kind: 'unknown' };
  const samples = operands.map((operand, index) => make(withNumberLists(operand, placeOf(index), checks)));
  if (samples.includes(undefined)) return undefined;
  const [self, ...rest] = samples as readonly Sample[];
  const takes = operands.slice(shift).map((operand, index) => partFor(operand, placeOf(index + shift), checks));
  const request = receiver === undefined || self === undefined ? { args: samples as readonly Sample[] } : { receiver: self, args: rest };
  return { signature, takes, request, declared };
}

function signatureFor(entry: HeldEntry, operands: readonly unknown[], { matcher }: HeldChecks): Signature | undefined {
  try {
    return matcher.match(entry, operands);
  } catch (error) {
    if (isSyftError(error)) return undefined;
    throw error;
  }
}

function partFor(operand: unknown, place: TypeRef, checks: HeldChecks): string {
  const part = place.kind === 'union' ? fittingMember(operand, place.of, [asItIs(checks), checks]) : place;
  return formatType(part ?? place);
}

/** What the cost says; `undefined` for a call that is refused. */
function declaredSize({ receiver, guard, cost }: HeldEntry, { params }: Signature, operands: readonly unknown[]): number | undefined {
  const shift = receiver === undefined ? 0 : 1;
  const views = operands.map((operand, index) => viewOf(operand, params[Math.min(index - shift, params.length - 1)]?.public === true));
  if (guard?.(views) !== undefined) return undefined;
  const most = cost?.(views);
  if (most === undefined) return Number.POSITIVE_INFINITY;
  return most.result.elements > MOST_ELEMENTS || most.operations > CALL_OPERATIONS ? undefined : most.result.elements;
}

function viewOf(value: unknown, isPublic: boolean): OperandView {
  const view = { bound: boundOfValue(value) as Bound, value, isPublic };
  return Array.isArray(value) ? { ...view, items: value.map((item) => viewOf(item, isPublic)) } : view;
}
