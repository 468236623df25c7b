// Which calls made instances that work. Most functions of untyped libraries keep whatever they are given, and only what is asked of
// the instance later shows whether it was meant.
import { type CageSession, type SessionOutcome, whatCame } from '../runtime/cage-session.ts';
import type { CallRequest } from '../runtime/samples.ts';
import type { Returned } from './caller.ts';
import type { ProbeTarget } from './probe-target.ts';
import { argumentTypes, putsOff, recipeSample } from './results.ts';

/** Something to ask an instance of a type. */
export type Question = Pick<CallRequest, 'path' | 'mode' | 'args'>;

const OF_A_KIND = 3;
const DEADLINE = 400;
/** Instances that answer less, beside those that answer most, were made of too little or of something else. */
const SOUND = 0.5;

/** Of calls that give instances, with several kinds of arguments, those whose instances answer most. All, where none says more than others. */
export async function soundTrials(
  trials: readonly Returned[],
  target: ProbeTarget,
  { session, questions }: { readonly session: CageSession; readonly questions: (type: string) => readonly Question[] },
): Promise<readonly Returned[]> {
  const types = new Set(trials.map(({ outcome }) => outcome.value.type));
  const kinds = Map.groupBy(trials, argumentTypes);
  const [type] = types;
  // What it puts off comes with every instance that is made anew to be asked.
  const isLate = trials.some(({ outcome }) => putsOff(outcome));
  const asked = type === undefined || types.size > 1 || kinds.size < 2 || isLate ? [] : questions(type);
  if (asked.length === 0) return trials;
  const rated: Rated[] = [];
  for (const trial of [...kinds.values()].flatMap(someOf)) {
    const receiver = recipeSample(target, trial);
    const outcomes = await session.callMany(
      asked.map((question) => ({ ...question, receiver })),
      DEADLINE,
    );
    const answers = outcomes.map(whatCame).join();
    const given = new Set(trial.args.map((arg) => JSON.stringify(arg)));
    rated.push({ trial, score: outcomes.filter((outcome) => isAnswer(outcome, given)).length, answers });
  }
  const best = Math.max(...rated.map(({ score }) => score));
  const sound = new Set(rated.filter(({ score }) => score >= SOUND * best).map(({ trial }) => argumentTypes(trial)));
  for (const one of rated) if (hasIdleArgument(one, rated)) sound.delete(argumentTypes(one.trial));
  return trials.filter((trial) => sound.has(argumentTypes(trial)));
}

interface Rated {
  readonly trial: Returned;
  /** How many questions its instance has answered. */
  readonly score: number;
  /** All of the answers in one text. */
  readonly answers: string;
}

/** An instance made of one argument fewer answers the same. */
function hasIdleArgument({ trial, answers }: Rated, others: readonly Rated[]): boolean {
  const shorter = JSON.stringify([trial.receiver, trial.args.slice(0, -1)]);
  return others.some(
    (other) =>
      other.trial.args.length === trial.args.length - 1 &&
      other.answers === answers &&
      JSON.stringify([other.trial.receiver, other.trial.args]) === shorter,
  );
}

/** First ones and last ones are least alike. */
function someOf(kind: readonly Returned[]): readonly Returned[] {
  return [...new Set([...kind.slice(0, OF_A_KIND), ...kind.slice(-OF_A_KIND)])];
}

/** Text and nothing at all come of what was never meant; what comes back as it was given, or kept, tells nothing. */
function isAnswer(outcome: SessionOutcome, given: ReadonlySet<string>): boolean {
  if (outcome.kind !== 'returned' || outcome.value.isBlank || outcome.value.hasText || outcome.aliases.includes('self')) return false;
  return outcome.value.sample === null || !given.has(JSON.stringify(outcome.value.sample));
}
