import type { Sample } from '../../surface/sample.ts';
import type { Growth, ProbeFacts } from '../../surface/snapshot.ts';
import { bare } from './argument-lists.ts';
import { type Caller, isGood, type Returned } from './caller.ts';
import { fitDims } from './fit-dims.ts';
import { fitChoice, fitGrowth, type GrowthPoint, operandSizes } from './fit-growth.ts';
import { eachEnlarged, enlarged, formedBases, inForms, type Operands } from './grow-operands.ts';
import { isShapeName } from './named-values.ts';
import { isSizes } from './observe-params.ts';
import { fieldsWithNumbers, publicSizes, withField } from './public-sizes.ts';
import type { RecipeBook } from './recipe-book.ts';
import { scaleSample } from './scale-sample.ts';

const SIZES = [8, 16, 32, 64];
/** Those at which rows and columns grow by themselves, and operands too. */
const SIZES_OF_FORMS = [16, 64];
const MOST_BASES = 3;
const SIZE_AMONG_OPTIONS = 16;
const SMALL_RUN = 1_000;
const LARGE_RUN = 8_000;
/** Below it a run is quick at any power that matters. */
const SLOW_MS = 20;
const GROWTH_DEADLINE = 600;
const RUN_LIMIT = 1_000;
/**
 * Eight times the elements take 8 times as long when linear and 64 times when quadratic. Steeper ones count as quadratic: to tell
 * them apart takes times that no two runs agree on, and the deadline of a call is there for them.
 */
const QUADRATIC = 20;
const RUNS = 3;

export interface GrowthContext {
  readonly publicParams: readonly number[];
  readonly book: RecipeBook;
}

/** Bounds, and the call by which the time can be measured: without one it follows from the elements. */
export interface GrowthFacts {
  readonly growth: ProbeFacts['growth'];
  readonly untimed: Returned | null;
}

const UNBOUND: GrowthFacts = { growth: null, untimed: null };

/** Bounds for elements of a result and for steps to it, from calls on growing operands and growing public values. */
export async function observeGrowth(
  caller: Caller,
  telling: readonly Returned[],
  { publicParams, book }: GrowthContext,
): Promise<GrowthFacts> {
  if (caller.isSpent) return UNBOUND;
  const { owner, names } = caller.target;
  const kinds = kindsOf(telling);
  const bases = basesOf(kinds);
  const grown: Returned[] = [];
  const endless: Operands[] = [];
  const call = async (base: Returned, requests: readonly Operands[]) => {
    // Larger operands would end no sooner.
    const outcomes = endless.length > 0 ? [] : await caller.askAll(requests, { deadline: GROWTH_DEADLINE });
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.kind === 'ended') endless.push(requests[index] as Operands);
      if (outcome.kind === 'returned') grown.push({ ...(requests[index] as Operands), declared: base.declared, outcome });
    }
  };
  for (const base of bases) for (const size of SIZES) await call(base, largerCalls(base, size, { publicParams, base, names: names ?? [] }));
  for (const base of formedBases(bases, telling, owner === null ? [] : book.recipes(owner))) {
    for (const size of SIZES_OF_FORMS) await call(base, inForms(base, size, publicParams));
  }
  const all = [...telling, ...grown];
  const changed = new Set(all.flatMap(({ outcome }) => outcome.effects.mutates));
  const points = all.map((trial) => pointOf(trial, publicParams, changed));
  if (endless.length > 0) return { growth: boundOfEndless(caller, points, { endless, publicParams }), untimed: null };
  const size = fitGrowth(points);
  if (size === null) return UNBOUND;
  const dims = fitDims(all.map((trial, index) => ({ ...(points[index] as GrowthPoint), shape: shapeOfResult(trial) })));
  return { growth: { size, time: timeBound(size, 1), ...(dims !== null && { dims }) }, untimed: kinds[0] ?? null };
}

/** Some call outgrew all powers, or did not end. A member of which no bound foresees that is let alone. */
function boundOfEndless(
  caller: Caller,
  points: readonly GrowthPoint[],
  { endless, publicParams }: { readonly endless: readonly Operands[]; readonly publicParams: readonly number[] },
): ProbeFacts['growth'] {
  const foreseen = endless.map(({ receiver, args }) => {
    const operands = [...(receiver === null ? [] : [receiver]), ...args].map(elementsOf);
    return {
      operands: operands.map((elements) => elements ?? 0),
      values: publicSizes(receiver, args, publicParams),
      isKnown: !operands.includes(null),
    };
  });
  const size = foreseen.every(({ isKnown }) => isKnown) ? fitChoice(points, foreseen) : null;
  if (size !== null) return { size, time: { factor: Math.max(1, size.factor), terms: [{ of: 'elements', power: 1 }, ...size.terms] } };
  caller.spend();
  return null;
}

/** Of a plain sample; `null` for what a library makes. */
function elementsOf(sample: Sample): number | null {
  if (typeof sample === 'string') return Math.max(1, sample.length);
  if (typeof sample !== 'object' || sample === null) return 1;
  if (sample.$ !== 'list' && sample.$ !== 'array') return ['number', 'bigint', 'undefined', 'date'].includes(sample.$) ? 1 : null;
  return sample.items.reduce<number | null>((total, item) => {
    const inside = elementsOf(item);
    return total === null || inside === null ? null : total + inside;
  }, 0);
}

/** Steps are never fewer than what is read and what is written. */
export function timeBound(size: Growth, power: number): Growth {
  const own = size.terms.filter(({ of }) => of.startsWith('value:'));
  const dataPower = size.terms.filter(({ of }) => !of.startsWith('value:')).reduce((sum, term) => sum + term.power, 0);
  return { factor: Math.max(1, size.factor), terms: [{ of: 'elements', power: Math.max(power, dataPower) }, ...own] };
}

/** Good calls, one of each kind of operands, in order. */
function kindsOf(telling: readonly Returned[]): readonly Returned[] {
  const byKind = new Map<string, Returned>();
  for (const trial of telling.filter(isGood)) {
    const kind = trial.outcome.operands.map(({ type }) => type).join(';');
    const known = byKind.get(kind);
    if (known === undefined || known.outcome.value.elements < trial.outcome.value.elements) byKind.set(kind, trial);
  }
  return [...byKind.values()];
}

/** Those to grow: first one of each number of operands, which sets most options. */
function basesOf(kinds: readonly Returned[]): readonly Returned[] {
  const optionsIn = ({ args }: Returned) => args.reduce<number>((count, arg) => count + fieldsWithNumbers(arg).length, 0);
  const byOptions = [...kinds].sort((left, right) => optionsIn(right) - optionsIn(left));
  const isFirst = ({ args }: Returned, index: number) => byOptions.findIndex((other) => other.args.length === args.length) === index;
  return [...byOptions.filter(isFirst), ...byOptions.filter((base, index) => !isFirst(base, index))].slice(0, MOST_BASES);
}

interface PublicOperands {
  readonly publicParams: readonly number[];
  readonly base: Returned;
  readonly names: readonly string[];
}

/** Operands grow by themselves, each public value by itself, and all together. */
function largerCalls(base: Returned, size: number, of: PublicOperands): readonly Operands[] {
  const operands = enlarged(base, size, of.publicParams);
  const both = operands.flatMap((larger) => largerValues(larger, size / 2, of));
  const each = SIZES_OF_FORMS.includes(size) ? eachEnlarged(base, size, of.publicParams) : [];
  const calls = [...operands, ...each, ...largerValues(base, size, of), ...both];
  return [...new Map(calls.map((call) => [JSON.stringify(call), call])).values()];
}

function largerValues({ receiver, args }: Operands, size: number, { publicParams, base, names }: PublicOperands): readonly Operands[] {
  return publicParams.flatMap((index) => {
    const arg = args[index];
    // More sizes along axes would multiply what comes back, not add to it.
    const asData =
      typeof arg !== 'object' || arg === null || isShapeName(bare(names[index] ?? '')) || (arg.$ === 'list' && isSizes(base, arg.items))
        ? null
        : scaleSample(arg, size);
    const values = [...valuesOfSize(arg, size), asData].filter((value): value is Sample => value !== null);
    return values.map((value) => ({ receiver, args: args.map((other, at) => (at === index ? value : other)) }));
  });
}

function valuesOfSize(arg: Sample | undefined, size: number): readonly Sample[] {
  if (typeof arg === 'number') return [size];
  if (typeof arg !== 'object' || arg === null) return [];
  const fields = fieldsWithNumbers(arg);
  if (fields.length > 0) {
    // Beside all that an option is in, a size is small.
    const large = size * SIZE_AMONG_OPTIONS;
    const all = fields.reduce<Sample>((changed, { path }) => withField(changed, path, size), arg);
    return [...fields.flatMap(({ path }) => [size, large].map((value) => withField(arg, path, value))), all];
  }
  if (arg.$ !== 'list' || !arg.items.every((item) => typeof item === 'number')) return [];
  const [first, ...rest] = arg.items;
  return first === undefined ? [] : [{ ...arg, items: [Math.max(1, size / 4), ...rest.map(() => 4)] }];
}

/** `changed`: what some call has changed, and every call gives back, be it as it was. */
function pointOf({ receiver, args, outcome }: Returned, publicParams: readonly number[], changed: ReadonlySet<string>): GrowthPoint {
  const given = outcome.operands.filter(({ name }) => changed.has(name));
  return {
    operands: operandSizes(outcome),
    values: publicSizes(receiver, args, publicParams),
    shapes: outcome.operands.map(({ shape }) => shape ?? []),
    result: Math.max(...[outcome.value, ...outcome.effects.becomes, ...given].map(({ weight }) => weight)),
  };
}

/** What was changed is the result where the call gives nothing else back: its shape is not told. */
function shapeOfResult({ outcome: { value, returns, effects } }: Returned): readonly number[] | null {
  return effects.mutates.length > 0 && returns === null ? null : value.shape;
}

/** By which power of the elements the time grows: 1 unless two long runs say more. Runs that take too long are broken off. */
export async function timePower(caller: Caller, base: Returned, publicParams: readonly number[]): Promise<number> {
  if (caller.isSpent) return 1;
  const [small] = enlarged(base, SMALL_RUN, publicParams);
  const [large] = enlarged(base, LARGE_RUN, publicParams);
  if (small === undefined || large === undefined) return 1;
  const slow = await shortestTime(caller, large, RUNS);
  if (slow === null) return 1;
  if (slow === Number.POSITIVE_INFINITY) return (await shortestTime(caller, small, 1)) === Number.POSITIVE_INFINITY ? 3 : 2;
  if (slow < SLOW_MS) return 1;
  const quick = await shortestTime(caller, small, RUNS + 2);
  if (quick === null) return 1;
  const ratio = slow / Math.max(quick, 0.05);
  return ratio >= QUADRATIC ? 2 : 1;
}

/** The least of several runs: others only show what else the machine did. Infinite when it did not end in time. */
async function shortestTime(caller: Caller, operands: Operands, runs: number): Promise<number | null> {
  let least: number | null = null;
  for (let run = 0; run < runs; run++) {
    const outcome = await caller.ask(operands, { limit: RUN_LIMIT });
    if (outcome.kind === 'ended') return outcome.end.how === 'deadline' ? Number.POSITIVE_INFINITY : null;
    if (outcome.kind === 'unmade') return null;
    least = Math.min(least ?? Number.POSITIVE_INFINITY, outcome.effects.milliseconds);
    // Far from where classes part, one run is enough.
    if (least < SLOW_MS / 2 || least > SLOW_MS * 10) break;
  }
  return least;
}
