// Which signatures hold for a member, out of what a person says, what is declared and what probing saw.
import { everyPart, type MemberDecision, type Signature, type TypeAliases, type TypeRef, unionOf } from '@syft-libs/ast';
import type { SeenMember } from '../surface/snapshot.ts';
import { fillSignatures, goesAs, namedLike, tellable } from './fill-signatures.ts';
import { keyedByData, withKeys } from './keyed-by-data.ts';
import type { KnownTypes } from './known-types.ts';
import { distinct, ENOUGH, readSignature, type SeenCalls, seenCallsOf } from './seen-calls.ts';
import { agrees, hasHole, isMixture, isNothing, isOneType, mergeObserved } from './type-agreement.ts';
import { widenToSeen } from './widen-type.ts';

export interface Chosen {
  readonly signatures: readonly Signature[];
  /** A declaration and what was seen differ. */
  readonly conflict: boolean;
  /** What was seen is more than one type, so that no result type can be told. */
  readonly isMixed: boolean;
  /** Some call succeeded. */
  readonly isConfirmed: boolean;
  /** The signatures are those that probing inferred, and no others. */
  readonly isInferred?: true;
}

/** Successes from which probing may say that a result is of a few types. */
const SURE = ENOUGH + 1;
const MOST_TYPES = 3;

type Choice = Omit<Chosen, 'isConfirmed'>;

export interface ChoiceContext {
  readonly types: KnownTypes;
  readonly decision: MemberDecision | undefined;
  readonly aliases: TypeAliases;
}

/**
 * A person's signatures, else declared ones that probing confirms, else what probing saw often enough. Where a declaration and
 * probing differ, the result is what was seen and `conflict` says so.
 */
export function chooseSignatures(member: SeenMember, { types, decision, aliases }: ChoiceContext): Chosen {
  const seen = seenCallsOf(member, types);
  const isConfirmed = seen.ok > 0;
  if (decision?.signatures !== undefined) {
    const signatures = decision.signatures.map((text) => readSignature(text, types, aliases));
    return { signatures, conflict: false, isMixed: false, isConfirmed };
  }
  const { signatures: texts, instances: others } = member.declared ?? { signatures: [], instances: [] };
  const contradicted = new Set(member.probe?.contradicts ?? []);
  const isMet = texts.some((_, index) => !contradicted.has(index));
  const standing = texts.filter((_, index) => !isMet || !contradicted.has(index)).map((text) => readSignature(text, types));
  // Values that were made for what is declared may not suit each other, and others that did may be what is declared.
  const isStanding = isMet || standing.some((signature) => seen.signatures.some((one) => goesAs(one, signature, types)));
  const instances = others.map((text) => readSignature(text, types));
  const signatures = fillSignatures(standing, instances, { seen, types });
  // Types that a compiler worked out from code are nobody's promise: what was seen is better.
  const isPromise = member.declared !== null && member.declared.source !== 'inferred';
  const chosen = isPromise ? choosePromised(signatures, seen, { types, decision, isStanding }) : chooseUnpromised(signatures, seen, types);
  const choice = withDataKeys(chosen, seen, standing);
  // Of a generic, which is read in several ways, nobody could say which of them an odd result belongs to.
  if (others.length > 0) return { ...choice, isConfirmed };
  return {
    ...choice,
    signatures: choice.signatures.map((one) => ({ ...one, returns: widenToOdd(one.returns, seen, types) })),
    isConfirmed,
  };
}

/** Where declarations say nothing of a result, records of ever other names are keyed by data. */
function withDataKeys(choice: Choice, { results }: SeenCalls, declared: readonly Signature[]): Choice {
  const dict = declared.every(({ returns }) => hasHole(returns)) ? keyedByData(results) : null;
  if (dict === null) return choice;
  return {
    ...choice,
    isMixed: false,
    signatures: distinct(choice.signatures.map((one) => ({ ...one, returns: withKeys(one.returns, dict) }))),
  };
}

/** What odd calls gave in place of something, nothing at all, is part of the type: whoever gets a result can rely on it. */
function widenToOdd(returns: TypeRef, { results }: SeenCalls, types: KnownTypes): TypeRef {
  if (hasHole(returns) || results.every(isNothing)) return returns;
  return results.reduce((wide, result) => (hasHole(result) ? wide : (widenToSeen(wide, result, types) ?? wide)), returns);
}

/** Without a promise: what a compiler inferred where it agrees with every result, else what was seen. */
function chooseUnpromised(inferred: readonly Signature[], seen: SeenCalls, types: KnownTypes): Choice {
  const returns = unionOf(inferred.map((signature) => signature.returns));
  const isSound = inferred.length > 0 && inferred.every(({ params }) => params.every(({ type, optional }) => optional || !hasHole(type)));
  if (isSound && seen.ok > 0 && !hasHole(returns) && seen.types.every((type) => agrees(type, returns, types))) {
    return { signatures: inferred.map((signature) => ({ ...signature, async: seen.isAsync })), conflict: false, isMixed: false };
  }
  if (seen.ok >= ENOUGH && seen.signatures.length > 0) return chooseSeen(inferred, seen, types);
  if (seen.ok >= ENOUGH && isSound) return withResult(inferred, seen);
  if (seen.ok > 0 && inferred.length === 0 && seen.isRead) return withResult([{ params: [], returns, async: false }], seen);
  return { signatures: inferred, conflict: false, isMixed: false };
}

function chooseSeen(inferred: readonly Signature[], seen: SeenCalls, types: KnownTypes): Choice {
  const made = seen.signatures.map((one) => ({
    params: namedLike(one.params, inferred[0]?.params ?? []),
    returns: unionOf(mergeObserved([one.returns], types)),
    async: seen.isAsync,
  }));
  const signatures = distinct(seen.ok >= SURE ? made : tellable(made));
  const isMixed = signatures.some(({ returns }) => isManyTypes(returns) && !(seen.ok >= SURE && isFew(returns)));
  return { signatures, conflict: false, isMixed, isInferred: true };
}

/** A few types, each known: what a call gives follows from its operands, and a pointer to it says which types it may be. */
function isFew(type: TypeRef): boolean {
  const members = type.kind === 'union' ? type.of : [type];
  return (
    members.filter((member) => !isNothing(member)).length <= MOST_TYPES &&
    everyPart(type, ({ kind }) => kind !== 'unknown' && kind !== 'callback')
  );
}

interface Promised {
  readonly types: KnownTypes;
  readonly decision: MemberDecision | undefined;
  /** Some declared signature is not contradicted. */
  readonly isStanding: boolean;
}

/** What an author promised, measured by what was seen. Nothing seen leaves it as it is, unconfirmed. */
function choosePromised(signatures: readonly Signature[], seen: SeenCalls, { types, decision, isStanding }: Promised): Choice {
  if (seen.ok === 0 || signatures.length === 0) return { signatures, conflict: false, isMixed: false };
  const all = unionOf(signatures.map((signature) => signature.returns));
  // `void` promises nothing.
  if (isNothing(all) && !seen.types.every(isNothing))
    return seen.ok >= ENOUGH ? withResult(signatures, seen) : { signatures, conflict: false, isMixed: false };
  const by = { subtypes: types.subtypes, hasHoles: true };
  const widened = signatures.map((one) => ({ ...one, returns: widenToAll(one.returns, seen, { all, types }) }));
  const wide = unionOf([all, ...widened.map(({ returns }) => returns)]);
  // Classes that were put under one base are promised one by one as well.
  const isPromised = seen.single.every((type) => agrees(type, wide, by));
  const odd = isPromised ? [] : seen.types.filter((type) => !agrees(type, wide, by));
  const isHollow = seen.types.length > 0 && !seen.single.some((type) => agrees(type, all, by));
  const isAsync = signatures.some(({ async }) => async);
  const conflict = odd.length > 0 || isHollow || !isStanding || seen.isAsync !== isAsync;
  if (!conflict || decision?.accept === 'declaration') return { ...closeResults(widened, seen), conflict };
  if (!isOneType(seen.types)) return { signatures, conflict, isMixed: decision?.accept === 'probe' };
  return { ...withResult(signatures, seen), conflict };
}

/** Nothing in the place of something is less than a contradiction: the type then says so. */
function widenToAll(returns: TypeRef, seen: SeenCalls, { all, types }: { all: TypeRef; types: KnownTypes }): TypeRef {
  if (hasHole(returns)) return returns;
  return seen.types.filter((type) => !agrees(type, all, types)).reduce((wide, type) => widenToSeen(wide, type, types) ?? wide, returns);
}

/** Results that are still open are what was seen of them. */
function closeResults(signatures: readonly Signature[], seen: SeenCalls): Omit<Choice, 'conflict'> {
  if (seen.ok < ENOUGH || !signatures.some(({ returns }) => hasHole(returns)))
    return { signatures, isMixed: signatures.some(({ returns }) => hasHole(returns) && isManyTypes(returns)) };
  const closed = signatures.map((one) => (hasHole(one.returns) ? { ...one, returns: unionOf(seen.types) } : one));
  return { signatures: distinct(closed), isMixed: isMixture(seen.types) };
}

function withResult(signatures: readonly Signature[], seen: SeenCalls): Choice {
  const closed = signatures.map((one) => ({ ...one, returns: unionOf(seen.types), async: seen.isAsync }));
  return { signatures: distinct(closed), conflict: false, isMixed: isMixture(seen.types) };
}

function isManyTypes(type: TypeRef): boolean {
  return isMixture(type.kind === 'union' ? type.of : [type]);
}
