import {
  CallMatcher,
  type CostFunction,
  type Guard,
  type ManifestLibrary,
  type ManifestMember,
  parseType,
  type Signature,
  type TypeRef,
  TypeTable,
  type ValueChecks,
} from '@syft-libs/ast';
import { hazardGuard, observedCost } from '@syft-libs/ast/codegen';
import { ownerIn } from '../crawl/merge/merged.ts';
import type { LibraryPlan } from '../surface/package-plan.ts';

/** What may run, as a domain would have it. */
export interface HeldEntry {
  readonly path: string;
  /** The type whose instances it is called on. */
  readonly receiver: string | undefined;
  readonly receiverType: TypeRef | undefined;
  readonly signatures: readonly Signature[];
  /** `self` and `arg:<index>`: it gets copies of these. */
  readonly mutates: readonly string[];
  readonly guard: Guard | undefined;
  readonly cost: CostFunction | undefined;
}

/** What operands are looked at with: stand-ins are of the type that they name. */
export interface HeldChecks extends ValueChecks {
  readonly matcher: CallMatcher;
}

/** Allowed members that are called or read on instances; constants were seen as they are. */
export function heldEntries({ types, members }: ManifestLibrary, plan: LibraryPlan): readonly HeldEntry[] {
  const isOfType = (path: string) => types.some(({ id }) => id === ownerIn(path));
  // Members of the language's own values have their receivers from elsewhere.
  const isBorrowed = (path: string) => types.some(({ id, membersOf }) => id === ownerIn(path) && membersOf !== null);
  return members
    .filter(({ verdict, kind, path }) => verdict === 'allow' && kind !== 'constant' && !isBorrowed(path))
    .map((member) => heldEntry(member, plan, isOfType(member.path) && (member.kind === 'method' || member.kind === 'property')));
}

function heldEntry({ path, signatures, effects }: ManifestMember, { hazards, bounds }: LibraryPlan, isOfInstances: boolean): HeldEntry {
  const receiver = isOfInstances ? ownerIn(path) : undefined;
  const [hazard = [], bound] = [hazards[path], bounds[path]];
  return {
    path,
    receiver,
    receiverType: receiver === undefined ? undefined : { kind: 'ref', id: receiver },
    signatures: signatures.map(({ params, returns, async }) => ({
      params: params.map((param) => ({ ...param, type: parseType(param.type) })),
      returns: parseType(returns),
      async,
    })),
    mutates: effects.mutates,
    guard: hazard.length === 0 ? undefined : hazardGuard(hazard, isOfInstances ? 1 : 0),
    cost: bound === undefined ? undefined : observedCost(bound),
  };
}

export function heldChecks({ types }: ManifestLibrary): HeldChecks {
  const table = new TypeTable();
  table.add(types);
  const detect = (id: string, value: unknown) => typeof value === 'object' && value !== null && 'type' in value && value.type === id;
  const checks: ValueChecks = { accepts: table.accepts, detect };
  const matcher = new CallMatcher({ ...checks, factsOf: () => ({ type: { kind: 'unknown' }, readable: true }) });
  return { ...checks, matcher };
}
