import type { TypeRef } from '@syft-libs/ast';
import type { Sample } from '../../surface/sample.ts';
import { refsIn } from '../travel/field-types.ts';
import { type ArgumentList, bare, distinctLists } from './argument-lists.ts';
import type { Trial } from './caller.ts';
import { kindNamed, type NamedKind } from './named-values.ts';
import { listOf, matrixOf, numbersOf, PROFILES, type Profile } from './plain-samples.ts';
import type { ProbeTarget } from './probe-target.ts';
import type { ValuePool } from './value-pool.ts';

const MOST_ARGUMENTS = 7;
const FEW_ARGUMENTS = 3;
/** Functions that look at their arguments by themselves are tried with so many. */
const UNNAMED_ARGUMENTS = 4;
const TRIED_PROFILES = PROFILES.slice(0, 3);
/** Kinds of arguments for longer lists, a letter each: a number, a list, a matrix. Those of statistics and of linear algebra. */
const LONG_PATTERNS = ['n', 'g', 'k', 'h', 'l', 'm', 'ln', 'lln', 'llln', 'nln', 'mn', 'mmn', 'ml', 'mlln', 'mmmn', 'nlnn', 'mmnn'];

/**
 * Lists for a member of which nothing is known but, at best, names. As many arguments as it names come first: most functions
 * need all of theirs, and give something without them too, which means nothing.
 */
export function untypedLists(target: ProbeTarget, pool: ValuePool): readonly ArgumentList[] {
  const { named, most } = counts(target);
  const functions = (target.names ?? []).slice(0, named).filter((name) => kindNamed(bare(name)) === 'callback').length;
  const others = Array.from({ length: most + 1 }, (_, count) => count).filter((count) => count !== named);
  // Without names of its own, a member begins with few.
  const order = named === 0 ? [0, ...others] : takesAny(target) ? [named, ...others] : functions > 0 ? [named, named - functions] : [named];
  return distinctLists(order.flatMap((count) => [...namedLists(target, count, named), ...listsOfLength(count, target, pool)]));
}

/**
 * Lists of so many, with instances of the types that its declarations name, in other places: of a declaration that is wrong the
 * types may be right all the same.
 */
export function instanceLists(count: number, { signatures }: ProbeTarget, pool: ValuePool): readonly ArgumentList[] {
  const types = signatures.flatMap(({ signature }) => signature.params.flatMap(({ type }) => refsIn(type)));
  const number: TypeRef = { kind: 'prim', name: 'number' };
  const patterns = [...new Set(types)].flatMap((id): (readonly TypeRef[])[] => {
    const one: TypeRef = { kind: 'ref', id };
    return [[one], [one, one], [one, number], [number, one], [one, one, one]].filter(({ length }) => length === count);
  });
  return distinctLists(
    patterns.flatMap((pattern) =>
      TRIED_PROFILES.flatMap((profile) => {
        const args = pattern.map((type, slot) => pool.first(type, { name: '', slot, profile }));
        return args.includes(null) ? [] : [{ args: args as readonly Sample[], declared: null, profile }];
      }),
    ),
  );
}

/** Lists with fewer arguments than it names, one at least: for a member that gives nothing with all of them. */
export function fewerLists(target: ProbeTarget, pool: ValuePool): readonly ArgumentList[] {
  const { named } = counts(target);
  const fewer = Array.from({ length: Math.max(0, named - 1) }, (_, index) => named - 1 - index);
  return distinctLists(fewer.flatMap((count) => listsOfLength(count, target, pool)));
}

/** Lists that worked without their last argument: whether it may be left out. */
export function shorterLists(trials: readonly Trial[]): readonly ArgumentList[] {
  return distinctLists(
    trials.flatMap(({ args }) => (args.length === 0 ? [] : [{ args: args.slice(0, -1), declared: null, profile: PROFILES[0] as Profile }])),
  );
}

function counts(target: ProbeTarget): { readonly named: number; readonly most: number } {
  const named = Math.min(target.names?.length ?? 0, MOST_ARGUMENTS);
  const arity = Math.min(target.member.runtime?.arity ?? 0, MOST_ARGUMENTS);
  return { named, most: takesAny(target) ? Math.max(arity, named, UNNAMED_ARGUMENTS) : named };
}

function takesAny({ names, takesMore }: ProbeTarget): boolean {
  return names === null || takesMore || names.some((name) => name.startsWith('...'));
}

/** What the names suggest. */
function namedLists({ names }: ProbeTarget, count: number, named: number): readonly ArgumentList[] {
  if (count !== named || count === 0) return [];
  const kinds = Array.from({ length: count }, (_, slot) => kindNamed(bare(names?.[slot] ?? '')) ?? 'number');
  return TRIED_PROFILES.map((profile) => ({ args: kinds.map((kind, slot) => ofKind(kind, profile, slot)), declared: null, profile }));
}

function ofKind(kind: NamedKind, profile: Profile, slot: number): Sample {
  if (kind === 'matrix') return matrixOf(profile, slot);
  if (kind === 'list') return listOf(numbersOf(profile, slot, profile.length));
  if (kind === 'callback') return { $: 'callback', name: slot === 0 ? 'first' : 'add' };
  if (kind === 'boolean') return profile.index % 2 === 0;
  return kind === 'string' ? 'abc' : profile.scalar + slot * (profile.index === 1 ? 0.125 : 1);
}

function listsOfLength(count: number, target: ProbeTarget, pool: ValuePool): readonly ArgumentList[] {
  if (count === 0) return [{ args: [], declared: null, profile: PROFILES[0] as Profile }];
  const names = Array.from({ length: count }, (_, slot) => bare(target.names?.[slot] ?? ''));
  const tried = [...plainPatterns(count), ...otherPatterns(count)];
  return [
    ...withCallbacks(target, count),
    ...tried.flatMap((pattern) =>
      TRIED_PROFILES.flatMap((profile) => {
        const args = names.map((name, slot) => pool.ofLetter(letterAt(pattern, slot), { name, slot, profile }));
        return args.includes(undefined) ? [] : [{ args: args as readonly Sample[], declared: null, profile }];
      }),
    ),
  ];
}

/** What may put a callback off is handed one. */
function withCallbacks({ member }: ProbeTarget, count: number): readonly ArgumentList[] {
  if (member.runtime?.smells.includes('timer') !== true) return [];
  const profile = PROFILES[0] as Profile;
  return (['number', 'list'] as const).map((kind) => {
    const before = Array.from({ length: count - 1 }, (_, slot) => ofKind(kind, profile, slot));
    return { args: [...before, { $: 'callback', name: 'first' }], declared: null, profile };
  });
}

/** Numbers, lists and matrices: all mixtures of a few, and of many those that are common. */
function plainPatterns(count: number): readonly string[] {
  if (count > FEW_ARGUMENTS) return LONG_PATTERNS;
  const all = mixtures(count, ['n', 'l', 'm']);
  const isUniform = (pattern: string) => new Set(pattern).size === 1;
  return [...all.filter(isUniform), 'g', 'k', 'h', ...all.filter((pattern) => !isUniform(pattern))];
}

function mixtures(count: number, letters: readonly string[]): readonly string[] {
  if (count === 0) return [''];
  return mixtures(count - 1, letters).flatMap((start) => letters.map((letter) => start + letter));
}

/** With instances of the library's own types (`o`, `p`, `q`), words (`w`), truths (`b`), and what names ask for (`s`). */
function otherPatterns(count: number): readonly string[] {
  const own = ['o', 'p', 'q'].flatMap((letter) =>
    count === 1 ? [letter] : count === 2 ? [letter, `${letter}n`, `n${letter}`, `${letter}l`] : [letter, `${letter}n`],
  );
  return [...own, ...(count < FEW_ARGUMENTS ? ['s', 'w'] : ['w']), ...(count === 2 ? ['lw', 'ls', 'lb', 'nb', 'nw'] : [])];
}

/** The last letter stands for all that follow. */
function letterAt(pattern: string, slot: number): string {
  return pattern[Math.min(slot, pattern.length - 1)] as string;
}
