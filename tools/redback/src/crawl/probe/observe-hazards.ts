import type { Sample } from '../../surface/sample.ts';
import type { Hazard, ProbeFacts } from '../../surface/snapshot.ts';
import type { SessionOutcome } from '../runtime/cage-session.ts';
import { type Caller, isGood, type Returned, type Trial } from './caller.ts';
import { growthAt, operandSizes } from './fit-growth.ts';
import { INFINITE, kindOfSample, NAN } from './plain-samples.ts';
import { publicSizes } from './public-sizes.ts';
import { spotsOf } from './value-spots.ts';

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
/** In the midst of other data: that some numbers are none, or endless, is the way of data. */
const TRIED_AMONG_DATA: typeof TRIED = [
  ['huge', Number.MAX_SAFE_INTEGER],
  ['huge', Number.MIN_SAFE_INTEGER],
];
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
  /** Parameters, and fields of them, whose growth is bounded (`1`, `1.size`): a huge one makes a huge result, which a guard foresees. */
  readonly sized: readonly string[];
  readonly growth: ProbeFacts['growth'];
  readonly blamed: HazardFacts;
  /** Numbers in the midst of data are tried too. */
  readonly isThorough: boolean;
}

/** Tries values of numbers with which a member may not end: all odd ones of public parameters, and the largest of all others. */
export async function observeHazards(
  caller: Caller,
  telling: readonly Returned[],
  { publicParams, sized, growth, blamed, isThorough }: HazardContext,
): Promise<readonly Hazard[]> {
  const found = new Map(blamed.hazards.map((hazard) => [`${hazard.param} ${hazard.values}`, hazard]));
  const add = (param: number, values: HazardValues) => found.set(`${param} ${values}`, { param, values });
  // What ordinary arguments can end needs no further hazards.
  for (const param of blamed.ended === null ? countedParams(telling) : []) {
    for (const base of basesFor(telling, param)) {
      // Odd numbers do the most harm where there is nothing to stop at.
      for (const { receiver, args } of isDataAlone(base.args[param]) ? [base] : distinct([base, emptied(base, param)])) {
        const tried = triedAt(args[param], {
          isPublic: publicParams.includes(param),
          isThorough,
          sized: sized.filter((one) => placesParam(one, param)),
        });
        // Each that does not end is waited for: one of a kind is enough.
        for (const round of [0, 1, 2]) {
          // What does not end for a huge number is asked for no endless one.
          if (found.has(`${param} huge`)) add(param, 'infinite');
          const calls = tried
            .filter((one) => one.round === round && !found.has(`${param} ${one.kind}`))
            .map(({ kind, operand, isOption }) => ({ kind, isOption, receiver, args: args.with(param, operand) }));
          const outcomes = await caller.askAll(calls, { limit: LIMIT });
          for (const [index, { kind, isOption, ...call }] of calls.entries()) {
            const outcome = outcomes[index] as SessionOutcome;
            // What a bound by other operands does not foresee has to be kept from the library as well.
            if (outcome.kind === 'ended' || (isOption && outgrows(outcome, call, { growth, publicParams }))) add(param, kind);
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

interface TriedOperand {
  readonly kind: HazardValues;
  readonly operand: Sample;
  /** A number of a record: a bound may know nothing of it. */
  readonly isOption: boolean;
  readonly round: number;
}

/** An operand with odd values in its places. */
function triedAt(
  operand: Sample | undefined,
  { isPublic, isThorough, sized }: { readonly isPublic: boolean; readonly isThorough: boolean; readonly sized: readonly string[] },
): readonly TriedOperand[] {
  return spotsOf(operand).flatMap(({ field, isData, put }) => {
    const isOption = field.length > 0 && !isData;
    const isSized = !isData && sized.some((one) => one.split('.').slice(1).join('.') === field.join('.'));
    const ofData = isThorough ? TRIED_AMONG_DATA : [];
    const values = isOption ? TRIED_IN_RECORDS : isData ? ofData : isPublic ? TRIED : TRIED_ON_DATA;
    return values.flatMap(([kind, value], at): readonly TriedOperand[] => {
      const made = kind === 'huge' && isSized ? null : put(value);
      return made === null ? [] : [{ kind, operand: made, isOption, round: roundOf(values, at) }];
    });
  });
}

/** The first value of each kind, then the infinite one, then all others. */
function roundOf(values: typeof TRIED, at: number): number {
  const kind = values[at]?.[0];
  if (values.findIndex(([other]) => other === kind) < at) return 2;
  return kind === 'infinite' ? 1 : 0;
}

/** Nothing in it is a count by its place: one call shows what there is to see. */
function isDataAlone(operand: Sample | undefined): boolean {
  return spotsOf(operand).every(({ isData }) => isData);
}

function placesParam(sized: string, param: number): boolean {
  return sized.split('.')[0] === String(param);
}

function distinct(operands: readonly Pick<Returned, 'receiver' | 'args'>[]): readonly Pick<Returned, 'receiver' | 'args'>[] {
  return [...new Map(operands.map((one) => [JSON.stringify([one.receiver, one.args]), one])).values()];
}

function countedParams(telling: readonly Returned[]): readonly number[] {
  const most = Math.max(0, ...telling.map(({ args }) => args.length));
  return Array.from({ length: most }, (_, index) => index).filter((index) => basesFor(telling, index).length > 0);
}

/** Arguments of kinds that it takes elsewhere; of a member that takes none, whatever it was given. */
function isOrdinary(ended: Trial, telling: readonly Returned[]): boolean {
  const kinds = ({ args }: Trial) => args.map((arg) => (typeof arg === 'object' && arg !== null ? arg.$ : typeof arg)).join();
  const good = telling.filter(isGood);
  return good.length === 0 || good.some((trial) => kinds(trial) === kinds(ended));
}

/** Good calls with something at this place that may count: of each kind the last one. */
function basesFor(telling: readonly Returned[], param: number): readonly Returned[] {
  const byKind = new Map<string, Returned>();
  for (const trial of telling.filter(isGood)) {
    const operand = trial.args[param];
    if (spotsOf(operand).length > 0) byKind.set(`${trial.args.length} ${kindOfSample(operand as Sample)}`, trial);
  }
  return [...byKind.values()].slice(-MOST_BASES);
}

function outgrows(
  outcome: SessionOutcome,
  { receiver, args }: Pick<Returned, 'receiver' | 'args'>,
  { growth, publicParams }: Pick<HazardContext, 'growth' | 'publicParams'>,
): boolean {
  if (outcome.kind !== 'returned' || growth === null) return false;
  const operands = operandSizes(outcome);
  return outcome.value.weight > growthAt(growth.size, { operands, values: publicSizes(receiver, args, publicParams) });
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
