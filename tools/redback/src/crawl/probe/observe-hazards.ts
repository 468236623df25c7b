import type { Sample } from '../../surface/sample.ts';
import type { Hazard } from '../../surface/snapshot.ts';
import { type Caller, isGood, type Returned, type Trial } from './caller.ts';
import { INFINITE, NAN } from './plain-samples.ts';

type HazardValues = Hazard['values'];

const TRIED: readonly (readonly [values: HazardValues, sample: Sample])[] = [
  ['zero', 0],
  ['negative', -1],
  ['fraction', 0.5],
  ['nan', NAN],
  ['infinite', INFINITE],
  ['huge', 1e9],
];
const ORDER = TRIED.map(([values]) => values);
const DEADLINE = 300;
const MOST_BASES = 2;

export interface HazardFacts {
  readonly hazards: readonly Hazard[];
  /** How ordinary arguments ended the process. */
  readonly ended: Trial | null;
}

export interface HazardContext {
  readonly publicParams: readonly number[];
  /** Parameters whose growth is bounded: a huge one makes a huge result, which a guard foresees. */
  readonly sized: readonly number[];
  /** Calls with ordinary arguments. */
  readonly trials: readonly Trial[];
}

/** Tries values of public numbers with which a member may not end. */
export async function observeHazards(
  caller: Caller,
  telling: readonly Returned[],
  { publicParams, sized, trials }: HazardContext,
): Promise<HazardFacts> {
  const found = new Map<string, Hazard>();
  const add = (param: number, values: HazardValues) => found.set(`${param} ${values}`, { param, values });
  let ended: Trial | null = null;
  for (const trial of trials.filter(({ outcome }) => outcome.kind === 'ended')) {
    const blamed = await blame(caller, trial, telling);
    if (blamed === null) ended ??= trial;
    else add(blamed.param, blamed.values);
  }
  for (const param of publicParams) {
    for (const base of basesFor(telling, param)) {
      const tried = TRIED.filter(([values]) => !found.has(`${param} ${values}`) && !(values === 'huge' && sized.includes(param)));
      const outcomes = await caller.askAll(
        tried.map(([, sample]) => ({ receiver: base.receiver, args: withValue(base, param, sample) })),
        DEADLINE,
      );
      for (const [index, [values]] of tried.entries()) if (outcomes[index]?.kind === 'ended') add(param, values);
    }
  }
  const hazards = [...found.values()].sort((a, b) => a.param - b.param || ORDER.indexOf(a.values) - ORDER.indexOf(b.values));
  return { hazards, ended };
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
  return typeof sample === 'number' || isNumbers(sample);
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

function withValue(base: Returned, param: number, sample: Sample): readonly Sample[] {
  const at = base.args[param];
  const value: Sample = isNumbers(at) ? { ...at, items: [sample, ...at.items.slice(1)] } : sample;
  return base.args.map((arg, index) => (index === param ? value : arg));
}

/** The number without which the call that ended would have ended well; `null` when it is none of them. */
async function blame(caller: Caller, trial: Trial, telling: readonly Returned[]): Promise<Hazard | null> {
  if (!telling.some(isGood)) return null;
  for (const [param, arg] of trial.args.entries()) {
    const values = classOf(arg);
    if (values === null) continue;
    for (const ordinary of [1, 2]) {
      const args = trial.args.map((other, index) => (index === param ? ordinary : other));
      const outcome = await caller.ask({ receiver: trial.receiver, args }, DEADLINE);
      if (outcome.kind !== 'ended') return { param, values };
    }
  }
  return null;
}

function classOf(arg: Sample): HazardValues | null {
  if (typeof arg === 'object' && arg !== null && arg.$ === 'number')
    return arg.value === 'NaN' ? 'nan' : arg.value === '-0' ? 'zero' : 'infinite';
  if (typeof arg !== 'number') return null;
  return arg === 0 ? 'zero' : arg < 0 ? 'negative' : !Number.isInteger(arg) ? 'fraction' : arg > 1_000 ? 'huge' : null;
}
