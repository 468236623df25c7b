import type { Param } from '@syft-libs/ast';
import type { Sample } from '../../surface/sample.ts';
import { PROFILES, type Profile } from './plain-samples.ts';
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
  return distinctLists([...agreeing, ...varied, ...some.flatMap((signature) => emptyLists(signature, pool))]);
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

/** A parameter's name without the marks of a default or a rest. */
export function bare(name: string): string {
  return name.replace(/^\.\.\.|\?$/g, '');
}

/** Each list once, in their order. */
export function distinctLists(lists: readonly ArgumentList[]): readonly ArgumentList[] {
  const seen = new Map<string, ArgumentList>();
  for (const list of lists) {
    const key = JSON.stringify([list.args, list.declared]);
    if (!seen.has(key)) seen.set(key, list);
  }
  return [...seen.values()];
}
