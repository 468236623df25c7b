import { parseSignature } from '@syft-libs/ast';
import { asMeant } from '../../surface/as-meant.ts';
import type { Example } from '../../surface/sample.ts';
import type { Hazard, MeantFacts, ProbeFacts } from '../../surface/snapshot.ts';
import type { CageSession } from '../runtime/cage-session.ts';
import { endText } from '../runtime/library-cage.ts';
import type { CallRequest } from '../runtime/samples.ts';
import { Caller, isGood, isReturned, type Returned, requestOf, type Trial } from './caller.ts';
import { chooseExamples } from './choose-examples.ts';
import { discover } from './discover.ts';
import { fitsSignature } from './fits-signature.ts';
import { inferSignatures } from './infer-signatures.ts';
import { type DelayFacts, observeDelays, repeatStrays, setsTimers } from './observe-delays.ts';
import { blameNumbers, type HazardFacts } from './observe-hazards.ts';
import { observeNames } from './observe-names.ts';
import { observeParams, type ParamFacts } from './observe-params.ts';
import { observeState } from './observe-state.ts';
import { ordinaryTrials } from './ordinary-kinds.ts';
import { kindOfSample } from './plain-samples.ts';
import { isUntold, isVague, type ProbeTarget } from './probe-target.ts';
import type { Recipe, RecipeBook } from './recipe-book.ts';
import { recipesOf } from './recipes-of.ts';
import { alikeTrials, contradicted, countResults, tellingTrials } from './results.ts';
import { type Question, soundTrials } from './sound-trials.ts';
import { summarizeEffects } from './summarize-effects.ts';
import type { TypeNames } from './type-fit.ts';

/** What probing one member showed, and the instances that its calls gave. */
export interface ProbedMember {
  /** All but what measuring adds: until then nothing bounds its cost. */
  readonly facts: ProbeFacts;
  readonly recipes: readonly Recipe[];
  /** A call that gave something else when it was made again: fresh processes tell whether it remembers, or is never the same. */
  readonly unsettled: CallRequest | null;
  readonly observed: Observed;
}

/** A member's calls so far, and what they told: facts are made of it. */
export interface Observed {
  readonly caller: Caller;
  /** Those by which it was found out how it is called. */
  readonly trials: readonly Trial[];
  /** Those of them that tell what it gives. */
  readonly telling: readonly Returned[];
  readonly names: TypeNames;
  readonly params: ParamFacts;
  readonly blamed: HazardFacts;
  readonly examples: readonly Example[];
}

/** What a call costs, how rows move, and which numbers it cannot take. */
export interface Measures {
  readonly growth: ProbeFacts['growth'];
  readonly rows: ProbeFacts['rows'];
  readonly hazards: readonly Hazard[];
}

/** Of a member that changes something of its library by every call that counts. */
export function changing({ meant, ...facts }: ProbeFacts): ProbeFacts {
  const marked = { changesModule: true };
  return { ...facts, ...marked, ...(meant !== undefined && { meant: { ...meant, ...marked } }) };
}

/** Nothing that was seen speaks against its calls giving the same at any time. */
export function isSteady(facts: ProbeFacts): boolean {
  const { changesModule, isUnstable, crash } = asMeant(facts);
  return !changesModule && !isUnstable && crash === null;
}

/** A member that does. */
export function asChanging(member: ProbedMember): ProbedMember {
  return { ...member, facts: changing(member.facts) };
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
  /** What to ask instances of a type. */
  readonly questions: (type: string) => readonly Question[];
  /** What came of calls when a member was probed before. */
  readonly before: (path: string) => readonly Trial[];
}

/** Calls one member until it is known what it takes, gives and does. What that costs is measured later, of those that may be allowed. */
export async function probeMember(target: ProbeTarget, context: ProbeContext): Promise<ProbedMember> {
  const { session, book, names } = context;
  const caller = new Caller(session, target, { strided: book.strided, before: context.before(target.member.path) });
  const trials = await discover(caller, book);
  const told = tellingTrials(trials, isVague(target) && target.mode !== 'get');
  const telling = isGuessed(target) ? await soundTrials(ordinaryTrials(told.some(isGood) ? told : [], target), target, context) : told;
  if (isGuessed(target)) caller.forgive(telling);
  const params = await observeParams(caller, telling, book);
  const blamed = await blameNumbers(caller, telling, trials);
  const examples = await chooseExamples(caller, telling);
  await observeNames(caller, telling);
  const good = telling.filter(isGood);
  const unsettled = await observeState(caller, good.length > 0 ? good : telling);
  await repeatStrays(caller, telling);
  const observed = { caller, trials, telling, names, params, blamed, examples };
  const facts = factsOf(observed, { growth: null, rows: 'mix', hazards: blamed.hazards });
  return {
    facts,
    recipes: (isGuessed(target) ? telling : caller.trials.filter(isReturned)).flatMap((trial) => recipesOf(target, trial)),
    unsettled,
    observed,
  };
}

/** What a snapshot says of a member. */
export function factsOf({ caller, trials, telling, names, params, blamed, examples }: Observed, measures: Measures): ProbeFacts {
  const { target } = caller;
  const seen = isGuessed(target) ? alikeTrials(caller.trials, telling) : telling;
  const signatures = target.mode === 'get' ? [] : inferSignatures(seen, target, names);
  const effectsOf = (isOne: (trial: Trial) => boolean) => {
    const effects = summarizeEffects(caller.trials.filter(isOne), caller.asked);
    const { explained, ...delays } = observeDelays(caller, isOne);
    const callsBack = effects.callsBack || takesCallback(target);
    return { ...effects, callsBack, crash: crashOf(target, blamed.ended, delays), explained };
  };
  const { explained: _, ...effects } = effectsOf(() => true);
  const meant = isGuessed(target) ? differing(effectsOf(meantBy(signatures, seen, names)), effects) : undefined;
  const publicParams = new Set([...params.publicParams, ...measures.hazards.map(({ param }) => param)]);
  return {
    calls: trials.length,
    ok: trials.filter(isReturned).length,
    results: countResults(isGuessed(target) ? seen : resultTrials(caller, target, telling), names),
    ...effects,
    signatures,
    contradicts: contradicted(trials, target.signatures, names),
    isUnstable: false,
    publicParams: [...publicParams].sort((a, b) => a - b),
    rows: measures.rows,
    shapeDependsOnData: params.shapeDependsOnData,
    growth: measures.growth,
    hazards: measures.hazards,
    ...(meant !== undefined && { meant }),
    examples,
  };
}

function isGuessed(target: ProbeTarget): boolean {
  return isVague(target) && isUntold(target) && target.mode !== 'get';
}

/** Of a member that declares what it takes all calls count that were made as declared: odd values tell what else it may give. */
function resultTrials({ trials }: Caller, target: ProbeTarget, telling: readonly Returned[]): readonly Returned[] {
  const declared = trials.filter(isReturned).filter((trial) => trial.declared !== null);
  return isVague(target) || declared.length === 0 ? telling : declared;
}

/** Whether somebody could make a call by one of the signatures: what fits none is refused before it is called. */
function meantBy(signatures: readonly string[], seen: readonly Returned[], names: TypeNames): (trial: Trial) => boolean {
  const read = signatures.map((text) => parseSignature(text));
  const kindsOf = ({ args }: Trial) => args.map(kindOfSample).join();
  const isMade = (trial: Returned) => read.some((signature) => fitsSignature(trial, signature, names));
  // Of a call that threw the types of its arguments were not told: they are those of other calls with arguments of its kinds.
  const kinds = new Set(seen.filter(isMade).map(kindsOf));
  return (trial) => (isReturned(trial) ? isMade(trial) : kinds.has(kindsOf(trial)) || /\b(?:call|changed)\b/.test(kindsOf(trial)));
}

/** What of the facts of some calls is not so for all of them. */
function differing({ explained = [], ...meant }: MeantFacts, all: MeantFacts): MeantFacts | undefined {
  const whole: MeantFacts = { becomes: [], ...all };
  const others = Object.entries({ becomes: [], ...meant }).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(whole[name as keyof MeantFacts]),
  );
  const facts: MeantFacts = { ...Object.fromEntries(others), ...(explained.length > 0 && { explained }) };
  return Object.keys(facts).length > 0 ? facts : undefined;
}

/** Calls of a member that should give again what they gave, in any process and after any other calls. */
export function checksOf({ caller, telling }: Pick<Observed, 'caller' | 'telling'>): readonly StateCheck[] {
  const good = telling.filter(isGood);
  return twoOf(good.length > 0 ? good : telling).map((trial) => ({
    request: requestOf(caller.target, trial),
    digest: trial.outcome.value.digest,
  }));
}

/** The first, and one with the same first argument where there is one: what remembers by it gives what it gave before. */
function twoOf([first, ...others]: readonly Returned[]): readonly Returned[] {
  if (first === undefined) return [];
  const keyOf = ({ receiver, args }: Returned) => JSON.stringify([receiver, args.length, args[0]]);
  const callOf = ({ receiver, args }: Returned) => JSON.stringify([receiver, args]);
  const different = others.filter((other) => callOf(other) !== callOf(first));
  const second = different.find((other) => keyOf(other) === keyOf(first)) ?? different[0];
  return second === undefined ? [first] : [first, second];
}

function takesCallback({ signatures }: ProbeTarget): boolean {
  return signatures.some(({ signature }) =>
    signature.params.some(
      ({ type }) => type.kind === 'callback' || (type.kind === 'union' && type.of.some(({ kind }) => kind === 'callback')),
    ),
  );
}

/** Errors of timers may come with a later call: a member that sets none is told by them the second time. */
function crashOf(target: ProbeTarget, ended: Trial | null, { stray, isRepeated }: Pick<DelayFacts, 'stray' | 'isRepeated'>): string | null {
  if (ended !== null && ended.outcome.kind === 'ended') return endText(ended.outcome.end);
  return stray === null || !(setsTimers(target) || isRepeated) ? null : `leaves ${stray} uncaught`;
}
