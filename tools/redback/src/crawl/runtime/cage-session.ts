import { isRecord, SyftError } from '@syft-libs/ast';
import type { Sample } from '../../surface/sample.ts';
import type { Cage, CageAnswer, CageEnd, CagePart } from '../cage/cage.ts';
import type { Insights } from './insights.ts';
import type { InstanceParts } from './instance-parts.ts';
import { type LibraryCageOptions, openLibraryCage } from './library-cage.ts';
import { readSource } from './read-source.ts';
import type { InstanceFacts, ToldMember } from './runtime-walk.ts';
import type { CallOutcome, CallRequest, FarLook, NamedMember, ToldOutcome } from './samples.ts';

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

/** A call that came to an end, `whatCame` of it, and whether it was seen to change something of its library. */
export interface MadeCall {
  readonly request: CallRequest;
  readonly gave: string;
  readonly isChange: boolean;
  readonly milliseconds: number;
}

const CALLS_PER_PROCESS = 8_000;
const AT_ONCE = 24;
const CALL_DEADLINE = 1_000;
const CHECK_LIMIT = 300;
const LOAD_DEADLINE = 20_000;
const LOOK_DEADLINE = 5_000;
/** Stands for what was changed and cannot be told: no call is ever seen to change it. */
export const NO_PLACE = -1;
/** Of calls with a longer deadline only those are noted that take no longer: to make others again would take too long. */
export const QUICK = 100;

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
  #changed = new Set<number>();
  #isBroken = false;
  #hasGenerated = false;
  #check: Pick<MadeCall, 'request' | 'gave'> | undefined;
  #made: MadeCall[] | undefined;
  #places: readonly number[] = [];

  constructor(options: CageSessionOptions) {
    this.#options = options;
    this.#callsPerProcess = options.callsPerProcess ?? CALLS_PER_PROCESS;
  }

  /** From now on a process is replaced only when a call left something behind: to see what calls leave behind unseen. */
  keepProcess(): void {
    this.#callsPerProcess = Number.POSITIVE_INFINITY;
  }

  /**
   * Places of what exports hold that has changed since this was last asked, by a call after which only what is near its member was
   * looked at. It is put back, or its process is replaced. From now on these are looked at after every call.
   */
  async takeFarChanges(): Promise<readonly number[]> {
    await this.#lookAtModule();
    const places = [...this.#changed];
    this.#changed.clear();
    if (places.length > 0) await this.#bringNear(places);
    return places;
  }

  /** Whether all that exports hold is looked at after every call: of a large module what is near the called member. */
  async seesAll(): Promise<boolean> {
    const answer = await this.#ask('seesAll', null, LOOK_DEADLINE);
    return answer.kind === 'answered' && answer.value === true;
  }

  /** Calls that came to an end, not too late, since this was last asked. None the first time: notes are kept from then on. */
  takeMade(): readonly MadeCall[] {
    const made = this.#made ?? [];
    this.#made = [];
    return made;
  }

  /** Whether any call has made code from text since this was last asked. */
  takeGenerated(): boolean {
    const hasGenerated = this.#hasGenerated;
    this.#hasGenerated = false;
    return hasGenerated;
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
   * `deadline` is that of each call. No more are asked for once one is enough.
   */
  async callMany(
    requests: readonly CallRequest[],
    deadline = CALL_DEADLINE,
    isEnough: (outcome: SessionOutcome) => boolean = () => false,
  ): Promise<readonly SessionOutcome[]> {
    const outcomes: SessionOutcome[] = [];
    while (outcomes.length < requests.length && !outcomes.some(isEnough)) {
      outcomes.push(...(await this.#callSome(requests.slice(outcomes.length, outcomes.length + AT_ONCE), deadline)));
    }
    return outcomes;
  }

  /** At least one of the calls, and as many as one process may make. */
  async #callSome(requests: readonly CallRequest[], deadline: number): Promise<readonly SessionOutcome[]> {
    const made: SessionOutcome[] = [];
    const left: boolean[] = [];
    let isEarly = false;
    let isBroken = false;
    if (requests.some(({ limit }) => limit === undefined)) await this.#leaveBroken();
    const answer = await this.#ask('calls', requests, deadline, ({ value, strays }) => {
      if (made.length === requests.length) return;
      const told = readOutcome(value);
      isEarly ||= told.kind === 'endedEarly';
      isBroken ||= told.kind === 'brokenOff';
      if (told.kind === 'endedEarly') return;
      left.push(hasLeft(told));
      made.push(told.kind === 'brokenOff' ? { kind: 'ended', end: { how: 'deadline' }, strays } : { ...told, strays });
    });
    this.#isBroken ||= isBroken;
    if (made.length < requests.length && !isBroken && !isEarly) made.push(...unmade(answer, made.length));
    this.#calls += made.length - 1;
    this.#made?.push(...madeCalls(requests, made).filter(({ milliseconds }) => deadline <= CALL_DEADLINE || milliseconds <= QUICK));
    for (const outcome of made) if ('effects' in outcome) for (const place of outcome.effects.placesBefore) this.#changed.add(place);
    this.#hasGenerated ||= made.some((outcome) => 'effects' in outcome && outcome.effects.generated > 0);
    const last = made.findIndex(({ strays }, index) => strays.length > 0 || left[index] === true);
    if (last >= 0 || (isBroken && !(await this.#isSound()))) await this.#retire();
    if (last >= 0) return made.slice(0, last + 1);
    return isEarly && made.length < requests.length ? [...made, await this.#callAlone(requests[made.length] as CallRequest)] : made;
  }

  /** Makes a call with a limit in a process of its own, which ends where the call does not. */
  async #callAlone({ limit, ...request }: CallRequest): Promise<SessionOutcome> {
    await this.#retire();
    return (await this.#callSome([request], limit ?? CALL_DEADLINE))[0] as SessionOutcome;
  }

  /**
   * As long as a process goes on in which a call was broken off, this one has to give what it gave: a lock that was never opened, or
   * anything else that was left half done, ends it. Without one no such process goes on.
   */
  async checkBy(check: Pick<MadeCall, 'request' | 'gave'> | undefined): Promise<void> {
    this.#check = check;
    if (this.#isBroken && !(await this.#isSound())) await this.#retire();
  }

  async #isSound(): Promise<boolean> {
    if (this.#check === undefined) return false;
    const { request, gave } = this.#check;
    let came: string | undefined;
    await this.#ask('calls', [{ ...request, limit: CHECK_LIMIT }], CALL_DEADLINE, ({ value }) => {
      const told = readOutcome(value);
      // Of what it leaves behind itself nobody would know whose it is.
      if (!hasLeft(told)) came = whatCame(told);
    });
    return came === gave;
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
    if (this.#cage === undefined || this.#cage.end !== undefined) return;
    const answer = await this.#cage.ask('lookAtModule', null, LOOK_DEADLINE);
    if (answer.kind !== 'answered') {
      // Something is there now that ends whoever looks at it.
      this.#changed.add(NO_PLACE);
      return this.#retire();
    }
    const { look, places } = answer.value as FarLook;
    for (const place of places) this.#changed.add(place);
    if (look === 'left') await this.#retire();
  }

  async #bringNear(places: readonly number[]): Promise<void> {
    this.#places = [...new Set([...places, ...this.#places])];
    // A fresh process is told when it starts.
    await this.#cage?.ask('watch', this.#places, LOAD_DEADLINE);
  }

  /** Leaves a process in which a call was broken off: half of what that call did may be there still. */
  async #leaveBroken(): Promise<void> {
    if (!this.#isBroken) return;
    await this.#lookAtModule();
    await this.#retire();
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
    await cage.ask('watch', this.#places, LOAD_DEADLINE);
    return cage;
  }

  async #retire(): Promise<void> {
    const cage = this.#cage;
    this.#cage = undefined;
    this.#isBroken = false;
    await cage?.close();
  }
}

function madeCalls(requests: readonly CallRequest[], outcomes: readonly SessionOutcome[]): readonly MadeCall[] {
  return outcomes.flatMap((outcome, index) => {
    if (outcome.kind !== 'returned' && outcome.kind !== 'threw') return [];
    const { changesModule: isChange, milliseconds } = outcome.effects;
    return [{ request: requests[index] as CallRequest, gave: whatCame(outcome), isChange, milliseconds }];
  });
}

/** What came of a call, in a word that is the same for the same. */
export function whatCame(outcome: SessionOutcome | ToldOutcome): string {
  return outcome.kind === 'returned' ? outcome.value.digest : outcome.kind;
}

/** What came of the call after so many that were told, where the answer says it. */
function unmade(answer: CageAnswer, told: number): readonly SessionOutcome[] {
  if (answer.kind === 'ended') return [{ kind: 'ended', end: answer.end, strays: [] }];
  if (answer.kind === 'failed') return [{ kind: 'unmade', error: answer.error, strays: answer.strays }];
  return told === 0 ? [{ kind: 'unmade', error: 'Error', strays: answer.strays }] : [];
}

function hasLeft(outcome: ToldOutcome): boolean {
  if (outcome.kind === 'brokenOff') return outcome.isLeft;
  return 'effects' in outcome && outcome.effects.isLeft;
}

function readOutcome(value: unknown): ToldOutcome {
  if (isRecord(value) && ['returned', 'threw', 'unmade', 'brokenOff', 'endedEarly'].includes(String(value['kind'])))
    return value as unknown as ToldOutcome;
  return { kind: 'unmade', error: 'Error' };
}
