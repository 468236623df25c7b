// Which kinds of arguments a member of which nobody says anything is meant to take. JavaScript lets most functions give something of
// almost anything: a text joined to a number, nothing at all counted, a place that does not exist.
import type { Sample } from '../../surface/sample.ts';
import { bare } from './argument-lists.ts';
import { isGood, type Returned } from './caller.ts';
import { kindNamed, kindSurelyNamed, type NamedKind } from './named-values.ts';
import type { ProbeTarget } from './probe-target.ts';
import { argumentTypes } from './results.ts';

/** Each takes some calls away; what would leave none takes none. */
type Sieve = (trials: readonly Returned[], target: ProbeTarget) => readonly Returned[];

const SIEVES: readonly Sieve[] = [
  withoutText,
  withoutTruths,
  withoutConstants,
  asNamed,
  withWhatTheyNeed,
  withoutChanges,
  withoutEchoes,
  plainest,
];
/** So many calls that give the same say that their arguments do not matter. */
const ALIKE = 3;

/** Calls with the kinds of arguments that a member is meant to take, as far as names and results tell. */
export function ordinaryTrials(trials: readonly Returned[], target: ProbeTarget): readonly Returned[] {
  return SIEVES.reduce((left, sieve) => {
    const kept = sieve(left, target);
    return kept.some(isGood) ? kept : left;
  }, trials);
}

/** What the names of its parameters ask for. */
function asNamed(trials: readonly Returned[], { names }: ProbeTarget): readonly Returned[] {
  return (names ?? []).reduce((left, name, slot) => {
    const kind = kindSurelyNamed(bare(name));
    if (kind === 'callback') return withTheirFunction(left, slot);
    if (kind === null) return left;
    const kept = left.filter((trial) => trial.args[slot] === undefined || isOfKind(trial, slot, kind));
    return kept.some((trial) => isGood(trial) && trial.args.length > slot) ? kept : left;
  }, trials);
}

/** Where a function is asked for, and calls with one work: those, and what is left of them without it. */
function withTheirFunction(trials: readonly Returned[], slot: number): readonly Returned[] {
  const isHanded = ({ args }: Returned) => typeof args[slot] === 'object' && args[slot] !== null && args[slot].$ === 'callback';
  const before = (trial: Returned) => Array.from({ length: slot }, (_, at) => kindAt(at)(trial)).join();
  const kinds = new Set(trials.filter((trial) => isGood(trial) && isHanded(trial)).map(before));
  const kept = trials.filter((trial) => isHanded(trial) || (trial.args.length === slot && kinds.has(before(trial))));
  return kept.some(isGood) ? kept : trials;
}

function isOfKind({ args, outcome }: Returned, slot: number, kind: NamedKind): boolean {
  const sample = args[slot];
  if (kind === 'list' || kind === 'matrix') return (outcome.operands.find(({ name }) => name === `arg:${slot}`)?.shape ?? null) !== null;
  if (kind === 'number') return typeof sample === 'number' || (typeof sample === 'object' && sample?.$ === 'number');
  return typeof sample === kind;
}

/** Text passes for a list and, joined, for a sum: where anything else is taken, none is meant; what joined it to numbers gave text. */
function withoutText(trials: readonly Returned[]): readonly Returned[] {
  const takesText = ({ outcome }: Returned) => outcome.operands.some(({ hasText }) => hasText);
  const free = trials.filter((trial) => !takesText(trial));
  const plain = free.filter(({ outcome }) => !outcome.value.hasText);
  return plain.some(isGood) ? plain : free;
}

/** Kinds of arguments that all give one thing, where others give different ones, are not looked at; nor is it meant to be given none. */
function withoutConstants(trials: readonly Returned[], { names }: ProbeTarget): readonly Returned[] {
  const kinds = Map.groupBy(trials, argumentTypes);
  const digests = (kind: readonly Returned[]) => new Set(kind.filter(isGood).map(({ outcome }) => outcome.value.digest));
  const isEmpty = ([first]: readonly Returned[]) =>
    first?.args.length === 0 && first.receiver === null && (names?.length ?? 0) > 0 && first.outcome.effects.random === 0;
  const isConstant = (kind: readonly Returned[]) => isEmpty(kind) || (kind.filter(isGood).length >= ALIKE && digests(kind).size === 1);
  const some = [...kinds.values()];
  return some.some((kind) => digests(kind).size > 1) ? some.filter((kind) => !isConstant(kind)).flat() : trials;
}

/** A truth passes for a number: where no name asks for one, none is meant. */
function withoutTruths(trials: readonly Returned[], { names }: ProbeTarget): readonly Returned[] {
  const isAsked = (slot: number) => kindNamed(bare(names?.[slot] ?? '')) === 'boolean';
  return trials.filter(({ args }) => args.every((arg, slot) => typeof arg !== 'boolean' || isAsked(slot)));
}

/** Kinds that lack an argument without which some call gives nothing. */
function withWhatTheyNeed(trials: readonly Returned[]): readonly Returned[] {
  const keyOf = ({ receiver }: Returned, args: readonly Sample[]) => JSON.stringify([receiver, args]);
  const good: ReadonlySet<Returned> = new Set(trials.filter(isGood));
  const whole = new Set([...good].map((trial) => keyOf(trial, trial.args.slice(0, -1))));
  const lacks = (trial: Returned) => !good.has(trial) && whole.has(keyOf(trial, trial.args));
  return [...Map.groupBy(trials, argumentTypes).values()].filter((kind) => !kind.some(lacks)).flat();
}

/** Kinds of arguments that are changed, where others are left alone. */
function withoutChanges(trials: readonly Returned[]): readonly Returned[] {
  const changes = ({ outcome }: Returned) => outcome.effects.mutates.some((name) => name.startsWith('arg:'));
  const kinds = [...Map.groupBy(trials, argumentTypes).values()];
  return kinds.filter((kind) => !kind.some(changes)).flat();
}

/** Kinds of arguments that are given back as they are, where others are not. */
function withoutEchoes(trials: readonly Returned[]): readonly Returned[] {
  const kinds = [...Map.groupBy(trials, argumentTypes).values()];
  const isEcho = ({ outcome }: Returned) => outcome.returns?.startsWith('arg:') === true;
  return kinds.filter((kind) => !kind.every(isEcho)).flat();
}

/** In a place where any kind of argument gives the same, the plainest: a number, else a list. */
function plainest(trials: readonly Returned[]): readonly Returned[] {
  const most = Math.max(0, ...trials.map(({ args }) => args.length));
  return Array.from({ length: most }, (_, slot) => slot).reduce((left, slot) => {
    const kinds = [...new Set(left.filter(({ args }) => args.length > slot).map(kindAt(slot)))].sort(byPlainness);
    return kinds.length > 1 && isIgnored(left, slot)
      ? left.filter((trial) => trial.args.length <= slot || kindAt(slot)(trial) === kinds[0])
      : left;
  }, trials);
}

const kindAt =
  (slot: number) =>
  ({ outcome }: Returned): string =>
    outcome.operands.find(({ name }) => name === `arg:${slot}`)?.type ?? 'undefined';

const PLAIN = ['number', 'number[]', 'number[][]'];

function byPlainness(left: string, right: string): number {
  const rank = (type: string) => (PLAIN.includes(type) ? PLAIN.indexOf(type) : PLAIN.length);
  return rank(left) - rank(right);
}

/** Calls that differ in this place alone, and in the kind of what stands there, give the same. */
function isIgnored(trials: readonly Returned[], slot: number): boolean {
  const groups = Map.groupBy(
    trials.filter(({ args }) => args.length > slot),
    ({ receiver, args }) => JSON.stringify([receiver, args.with(slot, null)]),
  );
  const told = [...groups.values()].filter((group) => new Set(group.map(kindAt(slot))).size > 1);
  return told.length > 1 && told.every((group) => new Set(group.map(({ outcome }) => outcome.value.digest)).size === 1);
}
