// One member with all that the rules look at, its signatures already cut to what could be allowed.
import {
  type Effects,
  type MemberDecision,
  type MemberKind,
  parseSignature,
  parseType,
  type Signature,
  type TypeAliases,
  type TypeRef,
  unionOf,
} from '@syft-libs/ast';
import { asMeant } from '../surface/as-meant.ts';
import type { Example } from '../surface/sample.ts';
import type { SeenMember, SeenType } from '../surface/snapshot.ts';
import { type Chosen, chooseSignatures } from './choose-signatures.ts';
import { effectsOf } from './effects.ts';
import { holdSignature } from './hold-signature.ts';
import type { KnownTypes } from './known-types.ts';
import { makeViews } from './make-views.ts';
import { markPublic } from './public-params.ts';
import { exampleFits } from './sample-fits.ts';
import { type Trimmed, trimSignature } from './trim-signature.ts';
import { isNothing } from './type-agreement.ts';
import { widenToSeen } from './widen-type.ts';

export interface Candidate {
  readonly member: SeenMember;
  readonly kind: MemberKind;
  readonly decision: MemberDecision | undefined;
  /** The type whose instances have it, for methods and properties. */
  readonly owner: SeenType | undefined;
  readonly types: KnownTypes;
  readonly chosen: Chosen;
  /** What could be allowed; `flaw` says why there is nothing. */
  readonly signatures: readonly Signature[];
  readonly flaw: Trimmed['flaw'];
  /** What calls gave besides, where for that reason no signature is left. */
  readonly odd: readonly string[];
  readonly effects: Effects;
  /** Words in its source that its own members do not account for. */
  readonly smells: readonly string[];
  /** Every type whose instances were made has a member of its own under the name, or takes one from a nearer base. */
  readonly isOverridden: boolean;
  /** Examples that one of the signatures takes. */
  readonly cases: readonly Example[];
}

export interface LibraryContext {
  readonly types: KnownTypes;
  readonly aliases: TypeAliases;
  readonly owners: ReadonlyMap<string, SeenType>;
  readonly members: readonly SeenMember[];
}

/** Gathers what the rules look at. Throws `BAD_MANIFEST` for a text that is no type. */
export function candidateOf(seen: SeenMember, decision: MemberDecision | undefined, library: LibraryContext): Candidate {
  const { types, aliases } = library;
  const chosen = chooseSignatures(seen, { types, decision, aliases });
  // Signatures of a person's may let in what inferred ones do not: then all calls count that were made.
  const member = chosen.isInferred === true ? { ...seen, probe: asMeant(seen.probe) } : seen;
  const kind = kindOf(member);
  const owner =
    kind === 'method' || kind === 'property' ? library.owners.get(member.path.slice(0, member.path.lastIndexOf('.'))) : undefined;
  const finish = (signature: Signature) => trimSignature(withChanged(signature, { member, owner, types }), types, decision?.dropParams);
  const finished = chosen.signatures.map((signature) => ({ signature, trimmed: finish(signature) }));
  // A person's signatures are a person's to hold.
  const odd = decision?.signatures === undefined ? (seen.probe?.odd ?? []) : [];
  const holding = { odd, types, isPromised: isPromised(member), finish };
  const trimmed = finished.flatMap(({ signature, trimmed }) =>
    trimmed.signature === null ? [trimmed] : holdSignature(signature, holding),
  );
  const facts = { probe: member.probe, decision, hasReceiver: owner !== undefined, isMeasured: owner?.membersOf !== undefined };
  const signatures = trimmed.flatMap(({ signature }) => (signature === null ? [] : [markPublic(signature, facts)]));
  const smells = smellsOf(member, library.members);
  return {
    member,
    kind,
    decision,
    owner,
    types,
    chosen,
    signatures: distinct(signatures),
    flaw: signatures.length > 0 ? null : (trimmed.find(({ flaw }) => flaw !== null)?.flaw ?? null),
    odd: trimmed.length === 0 ? [...new Set(odd.map(({ gives }) => gives))] : [],
    effects: effectsOf(member, { decision, smells, signatures }),
    smells,
    isOverridden: owner !== undefined && owner.membersOf === undefined && isOverridden(seen, owner, library),
    cases: (member.probe?.examples ?? [])
      .map((example) => makeViews(example, signatures, types))
      .filter((example) => exampleFits(example, signatures)),
  };
}

function kindOf({ kind, isStatic }: SeenMember): MemberKind {
  if (kind === 'class') return 'constructor';
  if (kind === 'namespace') return 'constant';
  if (isStatic && kind === 'method') return 'function';
  return isStatic && kind === 'property' ? 'constant' : kind;
}

interface Changing {
  readonly member: SeenMember;
  readonly owner: SeenType | undefined;
  readonly types: KnownTypes;
}

/** What changes operands and gives nothing back gives those operands: it ran on copies, and these are its result. */
function withChanged(signature: Signature, changing: Changing): Signature {
  const { probe, declared } = changing.member;
  const [target] = probe?.mutates ?? [];
  if (target === undefined || probe === null) return signature;
  // Where nobody promised more, what gives its receiver back gives whatever that was.
  const isOwn = target === 'self' && (declared === null || declared.source === 'inferred');
  const isOpen =
    probe.givesBack === 'nothing' ? isNothing(signature.returns) : probe.givesBack === 'changed' && (isUntold(signature.returns) || isOwn);
  if (!isOpen) return signature;
  if (probe.mutates.length === 1) return { ...signature, returns: changedType(signature, target, changing) };
  const items = probe.mutates.map((each) => changedType(signature, each, changing));
  return probe.givesBack === 'nothing' ? { ...signature, returns: { kind: 'tuple', items } } : signature;
}

/** The type of an operand that a call changes. */
function changedType(signature: Signature, target: string, { member, owner, types }: Changing): TypeRef {
  if (target === 'self') return owner === undefined ? signature.returns : selfOf(owner);
  const index = Number(target.slice('arg:'.length));
  const param = signature.params[index] ?? signature.params.find(({ rest }) => rest);
  if (param === undefined) return signature.returns;
  const type = param.rest && param.type.kind === 'list' ? param.type.of : param.type;
  const seen = (member.probe?.becomes ?? []).filter(({ operand }) => operand === target).map((one) => types.read(one.type));
  const wide = seen.reduce((before, now) => widenToSeen(before, now, types) ?? before, type);
  return param.optional || param.rest ? unionOf([wide, signature.returns]) : wide;
}

/** What a receiver is: of the type itself, or of the one whose members the type holds. */
function selfOf({ id, membersOf }: SeenType): TypeRef {
  return membersOf === undefined ? { kind: 'ref', id } : parseType(membersOf);
}

/** Somebody says what it gives. */
function isPromised({ declared }: SeenMember): boolean {
  if (declared === null || declared.source === 'inferred') return false;
  return declared.signatures.some((text) => !isUntold(parseSignature(text).returns));
}

function isUntold(type: TypeRef): boolean {
  return type.kind === 'unknown' || isNothing(type);
}

/** Nobody holds an instance on which it would be found: what has none of its own is reached through the types that extend it. */
function isOverridden({ path }: SeenMember, { id, recipes }: SeenType, { owners, members }: LibraryContext): boolean {
  if (recipes.length > 0) return false;
  const name = path.slice(path.lastIndexOf('.'));
  const made = [...owners.values()].filter((type) => type.extends.includes(id) && type.recipes.length > 0);
  const nearer = (type: SeenType) => [type.id, ...type.extends.slice(0, type.extends.indexOf(id))];
  const has = (type: string) => members.some((other) => other.path === type + name && !other.isStatic && other.runtime !== null);
  return made.length > 0 && made.every((type) => nearer(type).some(has));
}

/** The text of a class is that of all its members: what one of them answers for is no mark on the constructor. */
function smellsOf({ kind, path, runtime }: SeenMember, members: readonly SeenMember[]): readonly string[] {
  const smells = runtime?.smells ?? [];
  if (smells.length === 0 || (kind !== 'class' && kind !== 'constructor')) return smells;
  const below = new Set(members.flatMap((one) => (one.path.startsWith(`${path}.`) ? (one.runtime?.smells ?? []) : [])));
  return smells.filter((smell) => !below.has(smell));
}

function distinct(signatures: readonly Signature[]): readonly Signature[] {
  return [...new Map(signatures.map((signature) => [JSON.stringify(signature), signature])).values()];
}
