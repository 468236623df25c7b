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
const DEADLINE = 300;
const MOST_BASES = 2;
const MOST_BLAMED = 4;

export interface HazardFacts {
  readonly hazards: readonly Hazard[];
  /** How ordinary arguments ended the process. */
  readonly ended: Trial | null;
}

export interface HazardContext {
  readonly publicParams: readonly number[];
  /** Parameters whose growth is bounded: a huge one makes a huge result, which a guard foresees. */
  readonly sized: readonly number[];
  readonly growth: ProbeFacts['growth'];
  /** Calls with ordinary arguments. */
  readonly trials: readonly Trial[];
}

/** Tries values of numbers with which a member may not end: all odd ones of public parameters, and the largest of all others. */
export async function observeHazards(
  caller: Caller,
  telling: readonly Returned[],
  { publicParams, sized, growth, trials }: HazardContext,
): Promise<HazardFacts> {
  const found = new Map<string, Hazard>();
  const add = (param: number, values: HazardValues) => found.set(`${param} ${values}`, { param, values });
  let ended: Trial | null = null;
  for (const trial of trials.filter(({ outcome }) => outcome.kind === 'ended').slice(0, MOST_BLAMED)) {
    const blamed = await blame(caller, trial, telling);
    if (blamed === null) {
      if (isOrdinary(trial, telling)) ended ??= trial;
    } else add(blamed.param, blamed.values);
  }
  // What ordinary arguments can end needs no further hazards.
  for (const param of ended === null ? numberParams(telling) : []) {
    for (const base of basesFor(telling, param)) {
      const isRecord = isOptions(base.args[param]);
      const values = isRecord ? TRIED_IN_RECORDS : publicParams.includes(param) ? TRIED : isNumbers(base.args[param]) ? [] : TRIED_ON_DATA;
      const isOpen = ([kind]: (typeof TRIED)[number]) => !found.has(`${param} ${kind}`) && !(kind === 'huge' && sized.includes(param));
      // Odd numbers do the most harm where there is nothing to stop at.
      for (const { receiver, args } of distinct([base, emptied(base, param)])) {
        // Each that does not end costs a process: one of a kind is enough.
        for (const round of roundsOf(values)) {
          const calls = round
            .filter(isOpen)
            .flatMap(([kind, sample]) => withValues(args, param, sample).map((changed) => ({ kind, receiver, args: changed })));
          const outcomes = await caller.askAll(calls, DEADLINE);
          for (const [index, { kind }] of calls.entries()) {
            const outcome = outcomes[index] as SessionOutcome;
            // What a bound by other operands does not foresee has to be kept from the library as well.
            if (outcome.kind === 'ended' || (isRecord && outgrows(outcome, growth))) add(param, kind);
          }
        }
      }
    }
  }
  const hazards = [...found.values()].sort((a, b) => a.param - b.param || ORDER.indexOf(a.values) - ORDER.indexOf(b.values));
  return { hazards, ended };
}

/** The first value of each kind, then all others. */
function roundsOf(values: typeof TRIED): readonly (typeof TRIED)[] {
  const isFirst = ([kind]: (typeof TRIED)[number], index: number) => values.findIndex(([other]) => other === kind) === index;
  return [values.filter(isFirst), values.filter((value, index) => !isFirst(value, index))];
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
      DEADLINE,
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
