import type { Param } from '@syft-libs/ast';
import type { Sample } from '../../surface/sample.ts';
import { kindNamed } from './named-values.ts';
import { listOf, matrixOf, numbersOf, PROFILES, type Profile } from './plain-samples.ts';
import type { ProbeTarget, TargetSignature } from './probe-target.ts';
import type { ValuePool } from './value-pool.ts';

/** Arguments for one call, and the declared signature that they were made for. */
export interface ArgumentList {
  readonly args: readonly Sample[];
  readonly declared: number | null;
  /** Sizes that the arguments agree on: a receiver that suits them is looked for. */
  readonly profile: Profile;
}

const BASE = PROFILES[0] as Profile;
const EMPTY = PROFILES.at(-1) as Profile;
/** Lists as long as rows are, or as columns are, and numbers that lie within either: places, and ranges of places. */
const WITHIN = PROFILES.filter(({ rows }) => rows > 1).flatMap((profile): readonly Profile[] => [
  { ...profile, length: profile.columns, scalar: 0, isPlace: true },
  { ...profile, length: profile.rows, scalar: 0, isPlace: true },
]);
const MOST_SIGNATURES = 12;
const MOST_OPTIONALS = 3;
const REST_ITEMS = 3;

/** Lists for declared signatures: those that agree in size first, then each parameter varied by itself. */
export function typedLists({ signatures }: ProbeTarget, pool: ValuePool): readonly ArgumentList[] {
  const some = signatures.slice(0, MOST_SIGNATURES);
  const agreeing = [...PROFILES, ...WITHIN].flatMap((profile) => some.flatMap((signature) => agreeingLists(signature, profile, pool)));
  const varied = some.flatMap((signature) => variedLists(signature, pool));
  return distinct([...agreeing, ...varied, ...some.flatMap((signature) => emptyLists(signature, pool))]);
}

/** Nothing in every list, and nothing counted. */
function emptyLists({ index, signature }: TargetSignature, pool: ValuePool): readonly ArgumentList[] {
  const params = toldParams(signature.params).filter(({ optional, rest }) => !optional && !rest);
  const args = argsOf(params, EMPTY, pool);
  if (args === null || !args.some((arg) => typeof arg === 'number')) return [];
  return [{ args: args.map((arg) => (typeof arg === 'number' ? 0 : arg)), declared: index, profile: EMPTY }];
}

function agreeingLists({ index, signature }: TargetSignature, profile: Profile, pool: ValuePool): readonly ArgumentList[] {
  const params = toldParams(signature.params);
  const required = params.filter(({ optional, rest }) => !optional && !rest).length;
  const longest = Math.min(params.length, required + MOST_OPTIONALS);
  const counts = [required, ...Array.from({ length: longest - required }, (_, more) => required + more + 1)];
  const lists: ArgumentList[] = [];
  for (const count of counts) {
    const args = argsOf(params.slice(0, count), profile, pool);
    if (args !== null) lists.push({ args, declared: index, profile });
  }
  return lists;
}

/** Without a rest of anything after others: that only says that it looks at `arguments`. */
function toldParams(params: readonly Param[]): readonly Param[] {
  return params.filter(({ rest, type }) => !rest || params.length === 1 || (type.kind === 'list' && type.of.kind !== 'unknown'));
}

function argsOf(params: readonly Param[], profile: Profile, pool: ValuePool): readonly Sample[] | null {
  const args: Sample[] = [];
  for (const [slot, { name, type, rest }] of params.entries()) {
    const items =
      rest && type.kind === 'list'
        ? Array.from({ length: REST_ITEMS - (profile.index % REST_ITEMS) }, (_, more) => ({ type: type.of, slot: slot + more }))
        : [{ type, slot }];
    for (const item of items) {
      const sample = pool.first(item.type, { name, slot: item.slot, profile });
      if (sample === null) return null;
      args.push(sample);
    }
  }
  return args;
}

function variedLists({ index, signature }: TargetSignature, pool: ValuePool): readonly ArgumentList[] {
  const params = toldParams(signature.params);
  const base = argsOf(params, BASE, pool);
  if (base === null) return [];
  return params.flatMap(({ name, type, rest }, slot) => {
    if (rest) return [];
    const kept = base.slice(0, slot);
    const after = params.slice(slot + 1).some(({ optional }) => !optional) ? base.slice(slot + 1) : [];
    return pool.alternatives(type, name, slot).map((sample) => ({ args: [...kept, sample, ...after], declared: index, profile: BASE }));
  });
}

/** Lists for a member of which nothing is known but, at best, names: each number of arguments, in many kinds. */
export function untypedLists(target: ProbeTarget, pool: ValuePool): readonly ArgumentList[] {
  const { names, member, takesMore } = target;
  const named = names?.length ?? 0;
  const arity = member.runtime?.arity ?? 0;
  const most = names !== null && !takesMore && !names.some((name) => name.startsWith('...')) ? named : Math.max(arity, named, 3);
  const lists: ArgumentList[] = [];
  for (let count = Math.min(most, 6); count >= 0; count--) if (count === named && count > 0) lists.push(...namedLists(target, count));
  for (let count = 0; count <= Math.min(most, 6); count++) lists.push(...listsOfArity(count, names ?? [], pool));
  return distinct(lists);
}

/** What the names suggest, for the first profiles. */
function namedLists({ names }: ProbeTarget, count: number): readonly ArgumentList[] {
  const kinds = Array.from({ length: count }, (_, slot) => kindNamed(bare(names?.[slot] ?? '')));
  return PROFILES.slice(0, 3).map((profile) => ({
    args: kinds.map((kind, slot) => ofKind(kind ?? 'number', profile, slot)),
    declared: null,
    profile,
  }));
}

function ofKind(kind: NonNullable<ReturnType<typeof kindNamed>>, profile: Profile, slot: number): Sample {
  if (kind === 'matrix') return matrixOf(profile, slot);
  if (kind === 'list') return listOf(numbersOf(profile, slot, profile.length));
  if (kind === 'callback') return { $: 'callback', name: slot === 0 ? 'first' : 'add' };
  return kind === 'string' ? 'abc' : profile.scalar + slot * (profile.index === 1 ? 0.125 : 1);
}

function listsOfArity(count: number, names: readonly string[], pool: ValuePool): readonly ArgumentList[] {
  if (count === 0) return [{ args: [], declared: null, profile: BASE }];
  const lists: ArgumentList[] = [];
  for (const profile of PROFILES.slice(0, 3)) {
    const choices = Array.from({ length: count }, (_, slot) => pool.unknowns({ name: bare(names[slot] ?? ''), slot, profile }));
    const width = Math.max(...choices.map(({ length }) => length));
    // All of one kind, then a first of one kind with others of another.
    for (let kind = 0; kind < width; kind++) lists.push(pick(choices, profile, () => kind));
    if (count === 1) continue;
    for (let first = 0; first < width; first++) {
      for (let rest = 0; rest < Math.min(width, 4); rest++)
        if (first !== rest) lists.push(pick(choices, profile, (slot) => (slot === 0 ? first : rest)));
    }
    if (count > 2)
      lists.push(
        pick(choices, profile, (slot) => (slot < 2 ? 0 : 1)),
        pick(choices, profile, (slot) => (slot < 2 ? 2 : 1)),
      );
  }
  return lists;
}

function pick(choices: readonly (readonly Sample[])[], profile: Profile, at: (slot: number) => number): ArgumentList {
  return { args: choices.map((samples, slot) => samples[at(slot) % samples.length] as Sample), declared: null, profile };
}

/** A parameter's name without the marks of a default or a rest. */
export function bare(name: string): string {
  return name.replace(/^\.\.\.|\?$/g, '');
}

function distinct(lists: readonly ArgumentList[]): readonly ArgumentList[] {
  const seen = new Map<string, ArgumentList>();
  for (const list of lists) {
    const key = JSON.stringify([list.args, list.declared]);
    if (!seen.has(key)) seen.set(key, list);
  }
  return [...seen.values()];
}
