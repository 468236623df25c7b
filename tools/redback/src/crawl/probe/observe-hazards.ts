import type { Sample } from '../../surface/sample.ts';
import type { Hazard, ProbeFacts } from '../../surface/snapshot.ts';
import type { SessionOutcome } from '../runtime/cage-session.ts';
import { type Caller, isGood, type Returned, type Trial } from './caller.ts';
import { growthAt, operandSizes } from './fit-growth.ts';
import { INFINITE, NAN } from './plain-samples.ts';

type HazardValues = Hazard['values'];

const TRIED: readonly (readonly [values: HazardValues, sample: Sample])[] = [
  ['zero', 0],
  ['negative', -1],
  ['fraction', 0.5],
  ['nan', NAN],
  ['infinite', INFINITE],
  ['huge', 1e9],
  ['huge', Number.MAX_SAFE_INTEGER],
  ['huge', -1e9],
  ['huge', Number.MIN_SAFE_INTEGER],
];
/** Among options a number may be a length, too large for the machine at once: less shows that it is one. */
const TRIED_IN_RECORDS: typeof TRIED = [['huge', 1e6], ...TRIED];
/** Values with which even a number that is mere data may never let go. */
const TRIED_ON_DATA = TRIED.filter(([values]) => values === 'huge' || values === 'infinite');
const ORDER = TRIED.map(([values]) => values);
/** Milliseconds of processor time for a call. */
const LIMIT = 300;
const MOST_BASES = 2;
const MOST_BLAMED = 4;

/** What can be blamed for calls that ended their process. */
export interface HazardFacts {
  readonly hazards: readonly Hazard[];
  /** How ordinary arguments ended the process. */
  readonly ended: Trial | null;
}

/** Looks for the numbers without which calls that ended their process would have ended well. */
export async function blameNumbers(caller: Caller, telling: readonly Returned[], trials: readonly Trial[]): Promise<HazardFacts> {
  const found = new Map<string, Hazard>();
  let ended: Trial | null = null;
  for (const trial of trials.filter(({ outcome }) => outcome.kind === 'ended').slice(0, MOST_BLAMED)) {
    const blamed = await blame(caller, trial, telling);
    if (blamed !== null) found.set(`${blamed.param} ${blamed.values}`, blamed);
    else if (isOrdinary(trial, telling)) ended ??= trial;
  }
  return { hazards: inOrder(found.values()), ended };
}

export interface HazardContext {
  readonly publicParams: readonly number[];
  /** Parameters whose growth is bounded: a huge one makes a huge result, which a guard foresees. */
  readonly sized: readonly number[];
  readonly growth: ProbeFacts['growth'];
  readonly blamed: HazardFacts;
}

/** Tries values of numbers with which a member may not end: all odd ones of public parameters, and the largest of all others. */
export async function observeHazards(
  caller: Caller,
  telling: readonly Returned[],
  { publicParams, sized, growth, blamed }: HazardContext,
): Promise<readonly Hazard[]> {
  const found = new Map(blamed.hazards.map((hazard) => [`${hazard.param} ${hazard.values}`, hazard]));
  const add = (param: number, values: HazardValues) => found.set(`${param} ${values}`, { param, values });
  // What ordinary arguments can end needs no further hazards.
  for (const param of blamed.ended === null ? numberParams(telling) : []) {
    for (const base of basesFor(telling, param)) {
      const isRecord = isOptions(base.args[param]);
      const values = isRecord ? TRIED_IN_RECORDS : publicParams.includes(param) ? TRIED : TRIED_ON_DATA;
      const isOpen = ([kind]: (typeof TRIED)[number]) => !found.has(`${param} ${kind}`) && !(kind === 'huge' && sized.includes(param));
      // Odd numbers do the most harm where there is nothing to stop at.
      for (const { receiver, args } of distinct([base, emptied(base, param)])) {
        // Each that does not end is waited for: one of a kind is enough.
        for (const round of roundsOf(values)) {
          // What does not end for a huge number is asked for no endless one.
          if (found.has(`${param} huge`)) add(param, 'infinite');
          const calls = round
            .filter(isOpen)
            .flatMap(([kind, sample]) => withValues(args, param, sample).map((changed) => ({ kind, receiver, args: changed })));
          const outcomes = await caller.askAll(calls, { limit: LIMIT });
          for (const [index, { kind }] of calls.entries()) {
            const outcome = outcomes[index] as SessionOutcome;
            // What a bound by other operands does not foresee has to be kept from the library as well.
            if (outcome.kind === 'ended' || (isRecord && outgrows(outcome, growth))) add(param, kind);
          }
        }
      }
    }
  }
  return inOrder(found.values());
}

function inOrder(hazards: Iterable<Hazard>): readonly Hazard[] {
  return [...hazards].sort((a, b) => a.param - b.param || ORDER.indexOf(a.values) - ORDER.indexOf(b.values));
}

/** The first value of each kind, then the infinite one, then all others. */
function roundsOf(values: typeof TRIED): readonly (typeof TRIED)[] {
  const isFirst = ([kind]: (typeof TRIED)[number], index: number) => values.findIndex(([other]) => other === kind) === index;
  const isInfinite = ([kind]: (typeof TRIED)[number]) => kind === 'infinite';
  const first = values.filter(isFirst);
  return [first.filter((value) => !isInfinite(value)), first.filter(isInfinite), values.filter((value, index) => !isFirst(value, index))];
}

function distinct(operands: readonly Pick<Returned, 'receiver' | 'args'>[]): readonly Pick<Returned, 'receiver' | 'args'>[] {
  return [...new Map(operands.map((one) => [JSON.stringify([one.receiver, one.args]), one])).values()];
}

function numberParams(telling: readonly Returned[]): readonly number[] {
  const most = Math.max(0, ...telling.map(({ args }) => args.length));
  return Array.from({ length: most }, (_, index) => index).filter((index) => basesFor(telling, index).length > 0);
}

/** Arguments of kinds that it takes elsewhere; of a member that takes none, whatever it was given. */
function isOrdinary(ended: Trial, telling: readonly Returned[]): boolean {
  const kinds = ({ args }: Trial) => args.map((arg) => (typeof arg === 'object' && arg !== null ? arg.$ : typeof arg)).join();
  const good = telling.filter(isGood);
  return good.length === 0 || good.some((trial) => kinds(trial) === kinds(ended));
}

/** Good calls with a number, or a list of numbers, at this place. */
function basesFor(telling: readonly Returned[], param: number): readonly Returned[] {
  const byLength = new Map<string, Returned>();
  for (const trial of telling.filter(isGood)) {
    if (isSize(trial.args[param])) byLength.set(`${trial.args.length} ${typeof trial.args[param]}`, trial);
  }
  return [...byLength.values()].slice(-MOST_BASES);
}

function isSize(sample: Sample | undefined): boolean {
  return typeof sample === 'number' || isNumbers(sample) || isOptions(sample);
}

function isOptions(sample: Sample | undefined): sample is Extract<Sample, { $: 'record' }> {
  return (
    typeof sample === 'object' &&
    sample !== null &&
    sample.$ === 'record' &&
    Object.values(sample.fields).some((field) => typeof field === 'number')
  );
}

function outgrows(outcome: SessionOutcome, growth: ProbeFacts['growth']): boolean {
  if (outcome.kind !== 'returned' || growth === null) return false;
  const operands = operandSizes(outcome);
  return outcome.value.weight > growthAt(growth.size, { operands, values: [] });
}

function isNumbers(sample: Sample | undefined): sample is Extract<Sample, { $: 'list' }> {
  return (
    typeof sample === 'object' &&
    sample !== null &&
    sample.$ === 'list' &&
    sample.items.length > 0 &&
    sample.items.every((item) => typeof item === 'number')
  );
}

/** The arguments with the value in the place of one, of the first item of a list, or of each number of a record in turn. */
function withValues(args: readonly Sample[], param: number, sample: Sample): readonly (readonly Sample[])[] {
  const at = args[param];
  if (!isOptions(at)) return [args.with(param, isNumbers(at) ? { ...at, items: [sample, ...at.items.slice(1)] } : sample)];
  const names = Object.keys(at.fields).filter((name) => typeof at.fields[name] === 'number');
  return names.map((name) => args.with(param, { ...at, fields: { ...at.fields, [name]: sample } }));
}

/** The call with nothing in its other lists. */
function emptied({ receiver, args }: Returned, param: number): Pick<Returned, 'receiver' | 'args'> {
  const empty = (sample: Sample): Sample =>
    typeof sample === 'object' && sample !== null && (sample.$ === 'list' || sample.$ === 'array') ? { ...sample, items: [] } : sample;
  return { receiver, args: args.map((arg, index) => (index === param ? arg : empty(arg))) };
}

/** The number without which the call that ended would have ended well; `null` when it is none of them. */
async function blame(caller: Caller, trial: Trial, telling: readonly Returned[]): Promise<Hazard | null> {
  if (!telling.some(isGood)) return null;
  for (const [param, arg] of trial.args.entries()) {
    const values = classOf(arg);
    if (values === null) continue;
    const others = [1, 2].map((ordinary) => trial.args.map((other, index) => (index === param ? ordinary : other)));
    const outcomes = await caller.askAll(
      others.map((args) => ({ receiver: trial.receiver, args })),
      { deadline: LIMIT },
    );
    if (outcomes.every(({ kind }) => kind !== 'ended')) return { param, values };
  }
  return null;
}

function classOf(arg: Sample): HazardValues | null {
  if (typeof arg === 'object' && arg !== null && arg.$ === 'number')
    return arg.value === 'NaN' ? 'nan' : arg.value === '-0' ? 'zero' : 'infinite';
  if (typeof arg !== 'number') return null;
  return arg === 0 ? 'zero' : arg < 0 ? 'negative' : !Number.isInteger(arg) ? 'fraction' : arg > 1_000 ? 'huge' : null;
}
