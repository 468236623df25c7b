import type { ProbeFacts } from '../../surface/snapshot.ts';
import type { CageSession } from '../runtime/cage-session.ts';
import { endText } from '../runtime/library-cage.ts';
import type { CallRequest } from '../runtime/samples.ts';
import { Caller, isGood, isReturned, type Returned, type Trial } from './caller.ts';
import { chooseExamples } from './choose-examples.ts';
import { discover } from './discover.ts';
import { inferSignatures } from './infer-signatures.ts';
import { observeGrowth } from './observe-growth.ts';
import { observeHazards } from './observe-hazards.ts';
import { observeNames } from './observe-names.ts';
import { observeParams } from './observe-params.ts';
import { observeRows } from './observe-rows.ts';
import { observeState } from './observe-state.ts';
import { isVague, type ProbeTarget } from './probe-target.ts';
import type { Recipe, RecipeBook } from './recipe-book.ts';
import { recipesOf } from './recipes-of.ts';
import { contradicted, countResults, tellingTrials } from './results.ts';
import { summarizeEffects } from './summarize-effects.ts';
import type { TypeNames } from './type-fit.ts';

/** What probing one member showed, and the instances that its calls gave. */
export interface ProbedMember {
  readonly facts: ProbeFacts;
  readonly recipes: readonly Recipe[];
  /** Calls that succeeded, and what they gave: in any process, after any other calls, they should give it again. */
  readonly checks: readonly StateCheck[];
  /** Some call made code from text: what is called after it in the same process may find that code made. */
  readonly generated: boolean;
}

/** One call, and the digest of its result. */
export interface StateCheck {
  readonly request: CallRequest;
  readonly digest: string;
}

export interface ProbeContext {
  readonly session: CageSession;
  readonly book: RecipeBook;
  readonly names: TypeNames;
}

/** Calls one member until all that a snapshot says of it is known. */
export async function probeMember(target: ProbeTarget, { session, book, names }: ProbeContext): Promise<ProbedMember> {
  const caller = new Caller(session, target, book.strided);
  const trials = await discover(caller, book);
  const telling = tellingTrials(trials, isVague(target) && target.mode !== 'get');
  const { publicParams, shapeDependsOnData } = await observeParams(caller, telling, book);
  const growth = await observeGrowth(caller, telling, publicParams);
  const rows = await observeRows(caller, telling);
  const sized = (growth?.size.terms ?? []).flatMap(({ of }) =>
    /^(?:value|choose):/.test(of) ? [Number(of.slice(of.lastIndexOf(':') + 1)) - (target.owner === null ? 0 : 1)] : [],
  );
  const { hazards, ended } = await observeHazards(caller, telling, { publicParams, sized, growth, trials });
  const examples = await chooseExamples(caller, telling);
  await observeNames(caller, telling);
  const effects = summarizeEffects(caller.trials, caller.effects);
  const { keepsState, isUnstable } = await observeState(caller, telling.filter(isGood).length > 0 ? telling.filter(isGood) : telling);
  const results = countResults(resultTrials(caller, target, telling), names);
  const facts: ProbeFacts = {
    calls: trials.length,
    ok: trials.filter(isReturned).length,
    results,
    ...effects,
    signatures: target.mode === 'get' ? [] : inferSignatures(telling, target, names),
    contradicts: contradicted(trials, target.signatures, names),
    isUnstable,
    changesModule: effects.changesModule || keepsState,
    callsBack: effects.callsBack || takesCallback(target),
    publicParams: [...new Set([...publicParams, ...hazards.map(({ param }) => param)])].sort((a, b) => a - b),
    rows,
    shapeDependsOnData,
    growth,
    hazards,
    crash: crashOf(target, ended, trials),
    examples,
  };
  return {
    facts,
    recipes: caller.trials.filter(isReturned).flatMap((trial) => recipesOf(target, trial)),
    checks: checksOf(target, telling),
    generated: effects.generates,
  };
}

/** Of a member that declares what it takes all calls count that were made as declared: odd values tell what else it may give. */
function resultTrials({ trials }: Caller, target: ProbeTarget, telling: readonly Returned[]): readonly Returned[] {
  const declared = trials.filter(isReturned).filter((trial) => trial.declared !== null);
  return isVague(target) || declared.length === 0 ? telling : declared;
}

function checksOf({ path, mode }: ProbeTarget, telling: readonly Returned[]): readonly StateCheck[] {
  const good = telling.filter(isGood);
  return twoOf(good.length > 0 ? good : telling).map(({ receiver, args, outcome }) => ({
    request: { path, mode, args, ...(receiver === null ? {} : { receiver }) },
    digest: outcome.value.digest,
  }));
}

/** The first, and one with the same first argument where there is one: what remembers by it gives what it gave before. */
function twoOf([first, ...others]: readonly Returned[]): readonly Returned[] {
  if (first === undefined) return [];
  const keyOf = ({ receiver, args }: Returned) => JSON.stringify([receiver, args.length, args[0]]);
  const second = others.find((other) => keyOf(other) === keyOf(first)) ?? others[0];
  return second === undefined ? [first] : [first, second];
}

function takesCallback({ signatures }: ProbeTarget): boolean {
  return signatures.some(({ signature }) =>
    signature.params.some(
      ({ type }) => type.kind === 'callback' || (type.kind === 'union' && type.of.some(({ kind }) => kind === 'callback')),
    ),
  );
}

/** Errors of timers may come with a later call: only a member that sets some is told by them. */
function crashOf({ member }: ProbeTarget, ended: Trial | null, trials: readonly Trial[]): string | null {
  if (ended !== null && ended.outcome.kind === 'ended') return endText(ended.outcome.end);
  const setsTimers = member.runtime?.smells.some((smell) => smell === 'timer' || smell === 'async') ?? false;
  const [stray] = setsTimers ? trials.flatMap(({ outcome }) => outcome.strays) : [];
  return stray === undefined ? null : `leaves ${stray} uncaught`;
}
