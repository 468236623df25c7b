import type { Sample } from '../../surface/sample.ts';
import type { CageSession, SessionOutcome } from '../runtime/cage-session.ts';
import type { CallEffects, CallRequest } from '../runtime/samples.ts';
import { kindOfSample, STRIDED_TYPE } from './plain-samples.ts';
import type { ProbeTarget } from './probe-target.ts';

/** One call and what came of it. */
export interface Trial {
  readonly receiver: Sample | null;
  readonly args: readonly Sample[];
  readonly declared: number | null;
  readonly outcome: SessionOutcome;
}

export type ReturnedOutcome = Extract<SessionOutcome, { kind: 'returned' }>;
export type Returned = Trial & { readonly outcome: ReturnedOutcome };

export interface TrialRequest {
  readonly receiver: Sample | null;
  readonly args: readonly Sample[];
  readonly declared?: number | null;
  readonly rows?: boolean;
}

/** The call of a member, as a session makes it. */
export function requestOf(
  { path, mode }: Pick<ProbeTarget, 'path' | 'mode'>,
  { receiver, args }: Pick<TrialRequest, 'receiver' | 'args'>,
): CallRequest {
  return { path, mode, args, ...(receiver === null ? {} : { receiver }) };
}

function keyOf({ receiver, args, rows = false }: TrialRequest): string {
  return JSON.stringify([receiver, args, rows]);
}

/** How long a call may take, in milliseconds. */
export interface Patience {
  /** After it the call ends with its process. */
  readonly deadline?: number;
  /** After it the call is broken off, and its process goes on. */
  readonly limit?: number;
}

/** Milliseconds for one call, of processor time where the system tells. */
export const DEADLINE = 400;
const MOST_ENDED = 8;
/** What changes something that outlives it is refused, whatever else it does: a second call confirms it, more say nothing new. */
const WEIGHT_OF_CHANGE = MOST_ENDED / 2;

/** Calls one member, and remembers what came of it: the same call is made once. */
export class Caller {
  readonly target: ProbeTarget;
  #session: CageSession;
  readonly #strided: string | null;
  readonly #known = new Map<string, SessionOutcome>();
  readonly #trials = new Map<string, Trial>();
  readonly #asked: CallEffects[] = [];
  readonly #strayed: Trial[] = [];
  readonly #repeated = new Map<Trial, boolean>();
  #ended = 0;

  /** `strided`: the type that a plain view of a flat buffer stands for. `before`: calls that are made already. */
  constructor(session: CageSession, target: ProbeTarget, { strided, before }: { strided: string | null; before: readonly Trial[] }) {
    this.#session = session;
    this.#strided = strided;
    this.target = target;
    for (const { receiver, args, outcome } of before) this.#known.set(keyOf({ receiver, args }), outcome);
  }

  /** From now on calls are made in this session. */
  moveTo(session: CageSession): void {
    this.#session = session;
  }

  /** All calls so far, in order. */
  get trials(): readonly Trial[] {
    return [...this.#trials.values()];
  }

  /** What calls did besides giving a result of which no other note is kept: they vary calls that gave something. */
  get asked(): readonly CallEffects[] {
    return this.#asked;
  }

  /** Calls that left an error uncaught, and of which no other note is kept. */
  get strayed(): readonly Trial[] {
    return this.#strayed;
  }

  /** Makes a call once more, in a process of its own. */
  async repeatAlone(trial: Trial): Promise<void> {
    await this.#session.renew();
    const { strays } = await this.#session.call(requestOf(this.target, trial), DEADLINE);
    this.#repeated.set(trial, strays.length > 0);
  }

  /** Whether a call that was made once more has left an error uncaught again: `undefined` where it was not. */
  recurs(trial: Trial): boolean | undefined {
    return this.#repeated.get(trial);
  }

  /** The member has cost so many processes that it is let alone. */
  get isSpent(): boolean {
    return this.#ended >= MOST_ENDED;
  }

  /** Makes a call, or tells what it gave before. */
  async call(request: TrialRequest): Promise<Trial> {
    return (await this.callAll([request]))[0] as Trial;
  }

  /** Makes calls, or tells what they gave before: all, or as many as it takes to one that is enough. */
  async callAll(requests: readonly TrialRequest[], isEnough?: (outcome: SessionOutcome) => boolean): Promise<readonly Trial[]> {
    const fresh = [...new Map(requests.map((request) => [keyOf(request), request]))].filter(([key]) => !this.#trials.has(key));
    const unknown = fresh.filter(([key]) => !this.#known.has(key));
    const outcomes = await this.#make(
      unknown.map(([, request]) => request),
      {},
      isEnough,
    );
    for (const [index, [key]] of unknown.slice(0, outcomes.length).entries()) this.#known.set(key, outcomes[index] as SessionOutcome);
    for (const [key, { receiver, args, declared = null }] of fresh) {
      const outcome = this.#known.get(key);
      if (outcome === undefined) break;
      this.#known.delete(key);
      this.#ended += weightOf(outcome);
      this.#trials.set(key, { receiver, args, declared, outcome });
    }
    const trials = requests.map((request) => this.#trials.get(keyOf(request)));
    const unmade = trials.indexOf(undefined);
    return (unmade < 0 ? trials : trials.slice(0, unmade)) as readonly Trial[];
  }

  /** Makes a call whether or not it was made before, and keeps no note of it but its effects. */
  async ask(request: TrialRequest, patience?: Patience): Promise<SessionOutcome> {
    return (await this.askAll([request], patience))[0] as SessionOutcome;
  }

  async askAll(requests: readonly TrialRequest[], patience: Patience = {}): Promise<readonly SessionOutcome[]> {
    const outcomes = await this.#make(requests, patience);
    for (const [index, outcome] of outcomes.entries()) {
      if ('effects' in outcome) this.#asked.push(outcome.effects);
      if (outcome.strays.length > 0) this.#strayed.push({ ...(requests[index] as TrialRequest), declared: null, outcome });
    }
    return outcomes;
  }

  async #make(
    requests: readonly TrialRequest[],
    { limit, deadline = deadlineOf(limit) }: Patience,
    isEnough?: (outcome: SessionOutcome) => boolean,
  ): Promise<readonly SessionOutcome[]> {
    const calls = requests.map(({ rows = false, ...call }) => ({
      ...requestOf(this.target, call),
      rows,
      ...(limit !== undefined && { limit }),
    }));
    const outcomes = await this.#session.callMany(calls, deadline, isEnough);
    return outcomes.map((outcome) => this.#named(outcome));
  }

  /** A view that was made of plain fields goes by the type that it stands for. */
  #named(outcome: SessionOutcome): SessionOutcome {
    const strided = this.#strided;
    if (strided === null || outcome.kind !== 'returned') return outcome;
    const name = <T extends { readonly type: string }>(facts: T): T => ({ ...facts, type: facts.type.replaceAll(STRIDED_TYPE, strided) });
    return { ...outcome, value: name(outcome.value), operands: outcome.operands.map(name) };
  }

  /** Lets the member alone from now on: larger operands end its process. */
  spend(): void {
    this.#ended = MOST_ENDED;
  }

  /** Holds against the member only the calls with kinds of arguments that it is meant to take. */
  forgive(telling: readonly Trial[]): void {
    const kinds = new Set(telling.map(({ args }) => args.map(kindOfSample).join()));
    const meant = this.trials.filter(({ args }) => kinds.has(args.map(kindOfSample).join()));
    this.#ended = meant.reduce((sum, { outcome }) => sum + weightOf(outcome), 0);
  }
}

/** What ignores its limit ends with its process all the same, a while later. */
function deadlineOf(limit: number | undefined): number {
  return limit === undefined ? DEADLINE : 2.5 * limit;
}

/** Not 0 for a call that ended its process, or changed something that outlives it. */
function weightOf(outcome: SessionOutcome): number {
  if (outcome.kind === 'ended' || outcome.strays.length > 0) return 1;
  const hasChanged = 'effects' in outcome && (outcome.effects.changesModule || outcome.effects.globals.length > 0);
  return hasChanged ? WEIGHT_OF_CHANGE : 0;
}

export function isReturned(trial: Trial): trial is Returned {
  return trial.outcome.kind === 'returned';
}

/** It gave something to build on, or changed something and gave nothing. */
export function isGood(trial: Trial): trial is Returned {
  if (!isReturned(trial)) return false;
  const { value, effects } = trial.outcome;
  return !value.isBlank || (value.type === 'undefined' && effects.mutates.length > 0);
}
