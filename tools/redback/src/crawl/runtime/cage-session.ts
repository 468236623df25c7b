import { isRecord, SyftError } from '@syft-libs/ast';
import type { Sample } from '../../surface/sample.ts';
import type { Cage, CageAnswer, CageEnd, CagePart } from '../cage/cage.ts';
import type { Insights } from './insights.ts';
import type { InstanceParts } from './instance-parts.ts';
import { type LibraryCageOptions, openLibraryCage } from './library-cage.ts';
import { readSource } from './read-source.ts';
import type { InstanceFacts, ToldMember } from './runtime-walk.ts';
import type { CallOutcome, CallRequest, NamedMember } from './samples.ts';

export interface CageSessionOptions extends LibraryCageOptions {
  /** Entry points that are known to load, in the order of the walk. */
  readonly subpaths: readonly string[];
  /** Filled in while the session is open. */
  readonly insights?: Insights;
  /** Calls after which a fresh process takes over, so that what a call left behind does not last. */
  readonly callsPerProcess?: number;
}

/** What came of a call. `ended`: the call took its process with it; the next one finds a fresh one. */
export type SessionOutcome = (CallOutcome | { readonly kind: 'ended'; readonly end: CageEnd }) & {
  /** Errors that nobody caught since the call before: from this call, or late from an earlier one of the same process. */
  readonly strays: readonly string[];
};

const CALLS_PER_PROCESS = 2_000;
const AT_ONCE = 24;
const CALL_DEADLINE = 1_000;
const LOAD_DEADLINE = 20_000;

/**
 * Calls a library in a cage, one call at a time, as often as asked. What a call changes in the module is put back, and nothing
 * else outlives its process: that is replaced after a call that ended it, left an error uncaught, changed a global or what cannot
 * be put back, and every so many calls anyway.
 */
export class CageSession {
  readonly #options: CageSessionOptions;
  #callsPerProcess: number;
  #cage: Cage | undefined;
  #calls = 0;
  #processes = 0;
  #isClose = false;
  #isChanged = false;

  constructor(options: CageSessionOptions) {
    this.#options = options;
    this.#callsPerProcess = options.callsPerProcess ?? CALLS_PER_PROCESS;
  }

  /** From now on a process is replaced only when a call left something behind: to see what calls leave behind unseen. */
  keepProcess(): void {
    this.#callsPerProcess = Number.POSITIVE_INFINITY;
  }

  /** From now on each call is followed by a look at all that exports hold, or at what is near the called member only. */
  lookClosely(isClose: boolean): void {
    this.#isClose = isClose;
  }

  /**
   * Whether what exports hold has changed since this was last asked, by a call after which only what is near its member was
   * looked at. It is put back, or its process is replaced.
   */
  async hasModuleChanged(): Promise<boolean> {
    await this.#lookAtModule();
    const isChanged = this.#isChanged;
    this.#isChanged = false;
    return isChanged;
  }

  /** How many processes the session has used. */
  get processes(): number {
    return this.#processes;
  }

  /** Makes the call and tells all that was seen. `deadline` is in milliseconds. Throws `INTERNAL` when no fresh process starts. */
  async call(request: CallRequest, deadline = CALL_DEADLINE): Promise<SessionOutcome> {
    return (await this.callMany([request], deadline))[0] as SessionOutcome;
  }

  /**
   * Makes calls one after another, many at one asking: the same outcomes as of single calls, far sooner on a busy machine.
   * `deadline` is that of each call.
   */
  async callMany(requests: readonly CallRequest[], deadline = CALL_DEADLINE): Promise<readonly SessionOutcome[]> {
    const outcomes: SessionOutcome[] = [];
    while (outcomes.length < requests.length) {
      outcomes.push(...(await this.#callSome(requests.slice(outcomes.length, outcomes.length + AT_ONCE), deadline)));
    }
    return outcomes;
  }

  /** At least one of the calls, and as many as one process may make. */
  async #callSome(requests: readonly CallRequest[], deadline: number): Promise<readonly SessionOutcome[]> {
    const made: SessionOutcome[] = [];
    const asked = requests.map((request) => (this.#isClose ? { ...request, closely: true } : request));
    const answer = await this.#ask('calls', asked, deadline, ({ value, strays }) => {
      if (made.length < asked.length) made.push({ ...readOutcome(value), strays });
    });
    if (made.length < requests.length) made.push(...unmade(answer, made.length));
    this.#calls += made.length - 1;
    const last = made.findIndex((outcome) => outcome.strays.length > 0 || hasLeft(outcome));
    if (last < 0) return made;
    await this.#retire();
    return made.slice(0, last + 1);
  }

  /** What an instance has that its class does not show; `null` when it could not be made. */
  async describeInstance(recipe: Sample, deadline = CALL_DEADLINE): Promise<InstanceFacts | null> {
    const answer = await this.#ask('describeInstance', recipe, deadline);
    if (answer.kind !== 'answered' || !isRecord(answer.value)) return null;
    const facts = answer.value as unknown as InstanceFacts & { readonly members: readonly ToldMember[] };
    return { ...facts, members: facts.members.map(readSource) };
  }

  /** What an instance consists of; `null` when it could not be made, or took its process along. */
  async takeApart(recipe: Sample, deadline = CALL_DEADLINE): Promise<InstanceParts | null> {
    const answer = await this.#ask('takeApart', recipe, deadline);
    return answer.kind === 'answered' && isRecord(answer.value) ? (answer.value as unknown as InstanceParts) : null;
  }

  /**
   * Names of parameters as the source of each function has them: `x`, `y?` for one with a default, `...rest`; `arg1` for one that
   * is taken apart. `null` where the source does not say.
   */
  async paramNames(members: readonly NamedMember[]): Promise<readonly (readonly string[] | null)[]> {
    const answer = await this.#ask('paramNames', members, LOAD_DEADLINE);
    return answer.kind === 'answered' && Array.isArray(answer.value)
      ? (answer.value as readonly (readonly string[] | null)[])
      : members.map(() => null);
  }

  /** The next call finds a fresh process. */
  async renew(): Promise<void> {
    await this.#lookAtModule();
    await this.#retire();
  }

  /** Ends the process. */
  async close(): Promise<void> {
    await this.#retire();
  }

  async #lookAtModule(): Promise<void> {
    if (this.#cage === undefined || this.#cage.end !== undefined || this.#isClose) return;
    const answer = await this.#cage.ask('lookAtModule', null, LOAD_DEADLINE);
    const look = answer.kind === 'answered' ? answer.value : 'left';
    this.#isChanged ||= look !== 'same';
    if (look === 'left') await this.#retire();
  }

  async #ask(question: string, input: unknown, deadline: number, hear?: (part: CagePart) => void): Promise<CageAnswer> {
    if (this.#calls >= this.#callsPerProcess) await this.#lookAtModule();
    if (this.#cage?.end !== undefined || this.#calls >= this.#callsPerProcess) await this.#retire();
    this.#cage ??= await this.#start();
    this.#calls++;
    return this.#cage.ask(question, input, deadline, hear);
  }

  async #start(): Promise<Cage> {
    const { subpaths, callsPerProcess: _, insights, ...options } = this.#options;
    const cage = await openLibraryCage(options);
    this.#calls = 0;
    this.#processes++;
    for (const subpath of subpaths) {
      const answer = await cage.ask('load', subpath, LOAD_DEADLINE);
      if (answer.kind === 'answered') continue;
      await cage.close();
      throw new SyftError('INTERNAL', 'cannot start session: an entry point no longer loads');
    }
    if (insights !== undefined) await cage.ask('insights', insights, LOAD_DEADLINE);
    // Now, so that no call pays for it.
    await cage.ask('watch', null, LOAD_DEADLINE);
    return cage;
  }

  async #retire(): Promise<void> {
    const cage = this.#cage;
    this.#cage = undefined;
    await cage?.close();
  }
}

/** What came of the call after so many that were told, where the answer says it. */
function unmade(answer: CageAnswer, told: number): readonly SessionOutcome[] {
  if (answer.kind === 'ended') return [{ kind: 'ended', end: answer.end, strays: [] }];
  if (answer.kind === 'failed') return [{ kind: 'unmade', error: answer.error, strays: answer.strays }];
  return told === 0 ? [{ kind: 'unmade', error: 'Error', strays: answer.strays }] : [];
}

function hasLeft(outcome: SessionOutcome): boolean {
  return 'effects' in outcome && outcome.effects.isLeft;
}

function readOutcome(value: unknown): CallOutcome {
  if (isRecord(value) && ['returned', 'threw', 'unmade'].includes(String(value['kind']))) return value as unknown as CallOutcome;
  return { kind: 'unmade', error: 'Error' };
}
