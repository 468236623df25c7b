import { isRecord, SyftError } from '@syft-libs/ast';
import type { Sample } from '../../surface/sample.ts';
import type { Cage, CageAnswer, CageEnd } from '../cage/cage.ts';
import { type LibraryCageOptions, openLibraryCage } from './library-cage.ts';
import type { InstanceFacts } from './runtime-walk.ts';
import type { CallOutcome, CallRequest } from './samples.ts';

export interface CageSessionOptions extends LibraryCageOptions {
  /** Entry points that are known to load, in the order of the walk. */
  readonly subpaths: readonly string[];
  /** Calls after which a fresh process takes over, so that what a call left behind does not last. */
  readonly callsPerProcess?: number;
}

/** What came of a call. `ended`: the call took its process with it; the next one finds a fresh one. */
export type SessionOutcome = (CallOutcome | { readonly kind: 'ended'; readonly end: CageEnd }) & {
  /** Errors that nobody caught since the call before: from this call, or late from an earlier one of the same process. */
  readonly strays: readonly string[];
};

const CALLS_PER_PROCESS = 500;
const CALL_DEADLINE = 1_000;
const LOAD_DEADLINE = 20_000;

/**
 * Calls a library in a cage, one call at a time, as often as asked. Nothing that a call does outlives its process: it is
 * replaced after a call that ended it, left an error uncaught or changed a global or the module, and every so many calls anyway.
 */
export class CageSession {
  readonly #options: CageSessionOptions;
  #cage: Cage | undefined;
  #calls = 0;
  #processes = 0;

  constructor(options: CageSessionOptions) {
    this.#options = options;
  }

  /** How many processes the session has used. */
  get processes(): number {
    return this.#processes;
  }

  /** Makes the call and tells all that was seen. `deadline` is in milliseconds. Throws `INTERNAL` when no fresh process starts. */
  async call(request: CallRequest, deadline = CALL_DEADLINE): Promise<SessionOutcome> {
    const answer = await this.#ask('call', request, deadline);
    if (answer.kind === 'ended') return { kind: 'ended', end: answer.end, strays: [] };
    if (answer.kind === 'failed') return { kind: 'unmade', error: answer.error, strays: answer.strays };
    const outcome = readOutcome(answer.value);
    const left = 'effects' in outcome && (outcome.effects.changesModule || outcome.effects.globals.length > 0);
    if (left || answer.strays.length > 0) await this.#retire();
    return { ...outcome, strays: answer.strays };
  }

  /** What an instance has that its class does not show; `null` when it could not be made. */
  async describeInstance(recipe: Sample, deadline = CALL_DEADLINE): Promise<InstanceFacts | null> {
    const answer = await this.#ask('describeInstance', recipe, deadline);
    return answer.kind === 'answered' && isRecord(answer.value) ? (answer.value as unknown as InstanceFacts) : null;
  }

  async close(): Promise<void> {
    await this.#retire();
  }

  async #ask(question: string, input: unknown, deadline: number): Promise<CageAnswer> {
    if (this.#cage?.end !== undefined || this.#calls >= (this.#options.callsPerProcess ?? CALLS_PER_PROCESS)) await this.#retire();
    this.#cage ??= await this.#start();
    this.#calls++;
    return this.#cage.ask(question, input, deadline);
  }

  async #start(): Promise<Cage> {
    const { subpaths, callsPerProcess: _, ...options } = this.#options;
    const cage = await openLibraryCage(options);
    this.#calls = 0;
    this.#processes++;
    for (const subpath of subpaths) {
      const answer = await cage.ask('load', subpath, LOAD_DEADLINE);
      if (answer.kind === 'answered') continue;
      await cage.close();
      throw new SyftError('INTERNAL', 'cannot start session: an entry point no longer loads');
    }
    return cage;
  }

  async #retire(): Promise<void> {
    const cage = this.#cage;
    this.#cage = undefined;
    await cage?.close();
  }
}

function readOutcome(value: unknown): CallOutcome {
  if (isRecord(value) && ['returned', 'threw', 'unmade'].includes(String(value['kind']))) return value as unknown as CallOutcome;
  return { kind: 'unmade', error: 'Error' };
}
