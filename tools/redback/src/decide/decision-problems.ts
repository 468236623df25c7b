// What is wrong with a person's decisions, all of it at once: a decision that decides nothing is a mistake.
import { type Danger, isPath, type LibraryDecisions, parseSignature, parseType } from '@syft-libs/ast';
import type { Snapshot } from '../surface/snapshot.ts';
import type { Candidate } from './candidate.ts';
import { DecisionLookup, type FoundDecision } from './decision-lookup.ts';
import type { KnownTypes } from './known-types.ts';
import { nearestName } from './nearest-name.ts';

/** Problems that show before any member is judged; none of the rest is looked at until they are mended. */
export function libraryProblems(libraries: readonly LibraryDecisions[], snapshots: readonly Snapshot[]): readonly string[] {
  const names = snapshots.map(({ library }) => library.name);
  return libraries.flatMap((decided): readonly string[] => {
    const snapshot = snapshots.find(({ library }) => library.name === decided.name);
    if (snapshot === undefined) return [`${decided.name}: no such library was crawled${hint(decided.name, names)}`];
    const { root } = snapshot.library;
    if (root !== decided.root) return [`${decided.name}: its root is ${root}, not ${decided.root}`];
    return [...unknownMembers(decided, snapshot), ...unknownTypes(decided, snapshots, root), ...unreadable(decided)];
  });
}

function unknownMembers(decided: LibraryDecisions, { members, library }: Snapshot): readonly string[] {
  const names = members.map(({ path }) => path.slice(library.root.length + 1));
  const unused = new DecisionLookup(library.root, decided.members).unused(members);
  const start = `${library.root}.`;
  const mend = (key: string) => {
    if (key.startsWith(start)) return `; write it without ${start}`;
    return key.includes('*') ? '' : hint(key, names);
  };
  return unused.map((key) => `${key}: ${decided.name} has no such member${mend(key)}`);
}

function unknownTypes(decided: LibraryDecisions, snapshots: readonly Snapshot[], root: string): readonly string[] {
  const ids = snapshots.flatMap(({ types }) => types.map(({ id }) => id));
  const own = ids.filter((id) => id.startsWith(`${root}.`)).map((id) => id.slice(root.length + 1));
  return Object.entries(decided.types ?? {}).flatMap(([name, { sameAs }]) => [
    ...(own.includes(name) ? [] : [`${name}: ${decided.name} has no such type${hint(name, own)}`]),
    ...(sameAs === undefined || ids.includes(sameAs) ? [] : [`${name}: no library here has the type ${sameAs}${hint(sameAs, ids)}`]),
  ]);
}

function unreadable({ aliases = {}, members = {} }: LibraryDecisions): readonly string[] {
  const broken = Object.entries(aliases).flatMap(([name, text]) => failure(name, () => parseType(text, aliases)));
  if (broken.length > 0) return broken;
  return Object.entries(members).flatMap(([key, { signatures = [] }]) =>
    signatures.flatMap((text) => failure(key, () => parseSignature(text, aliases))),
  );
}

function failure(place: string, read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    return [`${place}: ${(error as Error).message}`];
  }
}

function hint(name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names);
  return nearest === undefined ? '' : `; did you mean ${nearest}?`;
}

/** A member's path as decisions name it. */
export function withoutRoot(path: string): string {
  return path.slice(path.indexOf('.') + 1);
}

/** What of one decision has nothing to hold on to. A pattern may mean some of its members only. */
export function memberProblems(candidate: Candidate, { decision, key, isPattern }: FoundDecision): readonly string[] {
  if (isPattern) return [];
  const { member, chosen } = candidate;
  const names = new Set(chosen.signatures.flatMap(({ params }) => params.map(({ name }) => name)));
  const params = [...(decision.publicParams ?? []), ...(decision.dropParams ?? [])].filter((name) => !names.has(name));
  const seen: Readonly<Record<Danger, boolean>> = {
    io: (member.probe?.reached.length ?? 0) > 0,
    evals: member.probe?.generates ?? false,
    moduleState: member.probe?.changesModule ?? false,
    mutates: (member.probe?.mutates.length ?? 0) > 0,
  };
  const cleared = (Object.keys(decision.clears ?? {}) as Danger[]).filter((danger) => !seen[danger]);
  return [
    ...params.map((name) => `${key}: has no parameter ${name}${hint(name, [...names])}`),
    ...cleared.map((danger) => `${key}: clears ${danger}, of which nothing was seen`),
    ...(decision.accept !== undefined && !chosen.conflict ? [`${key}: accepts the ${decision.accept}, where nothing is in conflict`] : []),
  ];
}

/** Ids of a type decision's `accepts` that are neither of the core nor of a library here. */
export function acceptProblems({ types = {}, name: library }: LibraryDecisions, known: KnownTypes): readonly string[] {
  return Object.entries(types).flatMap(([name, { accepts = [] }]) =>
    accepts
      .filter((id) => isPath(id) && id.includes('.') && !id.startsWith('ast.') && known.get(id) === undefined)
      .map((id) => `${name}: ${library} accepts ${id}, which is no type here`),
  );
}
