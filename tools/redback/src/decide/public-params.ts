import type { MemberDecision, Param, Signature, TypeRef } from '@syft-libs/ast';
import type { ProbeFacts } from '../surface/snapshot.ts';
import { operandOf } from '../surface/term-place.ts';

/** Successes after which a text or a truth value that decided nothing counts as data. */
const TRIED = 5;

export interface PublicFacts {
  readonly probe: ProbeFacts | null;
  readonly decision: MemberDecision | undefined;
  /** Growth counts the receiver as operand 0. */
  readonly hasReceiver: boolean;
  /** Probing has tried what each argument decides, text and truth values too. */
  readonly isMeasured: boolean;
}

/**
 * Marks what takes public values alone: what probing saw decide shape, cost or failure, what a bound or a hazard is told by, and
 * what chooses a way by its kind (one of some words, an option). A text or truth value that decided nothing in many calls is data.
 * A person's signatures say it themselves: to these only what a bound or a hazard is told by is added.
 */
export function markPublic(signature: Signature, { probe, decision, hasReceiver, isMeasured }: PublicFacts): Signature {
  const isWritten = decision?.signatures !== undefined;
  const places = publicPlaces(probe, { hasReceiver, isWritten });
  const isTried = isMeasured || (probe?.ok ?? 0) >= TRIED;
  const params = signature.params.map((param, index): Param => {
    const isPlace = param.rest ? [...places].some((place) => place >= index) : places.has(index);
    const isNamed = decision?.publicParams?.includes(param.name) ?? false;
    return { ...param, public: param.public || isPlace || isNamed || (!isWritten && chooses(param, isTried)) };
  });
  return { ...signature, params };
}

function publicPlaces(
  probe: ProbeFacts | null,
  { hasReceiver, isWritten }: { readonly hasReceiver: boolean; readonly isWritten: boolean },
): ReadonlySet<number> {
  const terms = [...(probe?.growth?.size.terms ?? []), ...(probe?.growth?.time.terms ?? [])];
  const bounding = terms.flatMap(({ of }) => (/^(?:value|choose):/.test(of) ? [operandOf(of) - (hasReceiver ? 1 : 0)] : []));
  const seen = isWritten ? [] : (probe?.publicParams ?? []);
  return new Set([...seen, ...bounding, ...(probe?.hazards ?? []).map(({ param }) => param)]);
}

function chooses({ type, optional, rest }: Param, isTried: boolean): boolean {
  if (rest) return false;
  return isChoice(type) || (isSetting(type) && !(isTried && !optional)) || (type.kind === 'record' && (optional || hasChoice(type)));
}

/** One of some words or numbers, be it among other types. */
function isChoice(type: TypeRef): boolean {
  return type.kind === 'literal' || (type.kind === 'union' && type.of.some(isChoice));
}

function isSetting(type: TypeRef): boolean {
  if (type.kind === 'union') return type.of.every((member) => isSetting(member) || (member.kind === 'prim' && member.name === 'undefined'));
  return type.kind === 'prim' && (type.name === 'string' || type.name === 'boolean');
}

/** Options rather than data: a field that may be left out, or that chooses. */
function hasChoice({ fields }: Extract<TypeRef, { kind: 'record' }>): boolean {
  return fields.some(({ optional, type }) => optional || isChoice(type) || isSetting(type));
}
