import type { Example, Sample } from '../../surface/sample.ts';
import { type Caller, isGood, isReturned, type Returned } from './caller.ts';
import { INFINITE, listOf, NAN, NEGATIVE_ZERO } from './plain-samples.ts';
import { argumentTypes } from './results.ts';

const MOST_EXAMPLES = 8;
const MOST_ELEMENTS = 64;

/** A few calls that succeeded: one for each signature and kind of arguments, then other shapes, then special values. */
export async function chooseExamples(caller: Caller, telling: readonly Returned[]): Promise<readonly Example[]> {
  const small = telling.filter(({ outcome }) => outcome.value.elements <= MOST_ELEMENTS && outcome.strays.length === 0);
  const good = small.filter(isGood);
  const pool = good.length > 0 ? good : small;
  const chosen = [
    ...oneEach(pool, ({ declared, args }) => `${declared} ${args.length}`),
    ...oneEach(pool, argumentTypes),
    ...oneEach(pool, ({ outcome }) => outcome.operands.map(({ shape }) => String(shape)).join(';')),
  ].slice(0, MOST_EXAMPLES - 2);
  const special = pool[0] === undefined ? [] : await specialCalls(caller, pool);
  const others = oneEach(pool, ({ outcome }) => outcome.value.digest);
  const examples = [...chosen.slice(0, MOST_EXAMPLES - special.length), ...special, ...others].map(
    ({ receiver, args }): Example => ({ receiver, args }),
  );
  return [...new Map(examples.map((example) => [JSON.stringify(example), example])).values()].slice(0, MOST_EXAMPLES);
}

function oneEach(trials: readonly Returned[], key: (trial: Returned) => string): readonly Returned[] {
  const found = new Map<string, Returned>();
  for (const trial of trials) if (!found.has(key(trial))) found.set(key(trial), trial);
  return [...found.values()];
}

/** Numbers that are none, and no items at all, where calls with them succeed. */
async function specialCalls(caller: Caller, pool: readonly Returned[]): Promise<readonly Returned[]> {
  const base = pool.find(({ args }) => args.some(isNumberList));
  if (base === undefined || caller.isSpent) return [];
  const index = base.args.findIndex(isNumberList);
  const { items } = base.args[index] as Extract<Sample, { $: 'list' }>;
  const specials = [NAN, NEGATIVE_ZERO, INFINITE];
  const found: Returned[] = [];
  for (const value of [listOf(items.map((item, at) => specials[at - 1] ?? item)), listOf([])]) {
    const args = base.args.map((arg, at) => (at === index ? value : arg));
    const trial = await caller.call({ receiver: base.receiver, args, declared: base.declared });
    if (isReturned(trial) && trial.outcome.strays.length === 0) found.push(trial);
  }
  return found;
}

function isNumberList(sample: Sample): boolean {
  return (
    typeof sample === 'object' &&
    sample !== null &&
    sample.$ === 'list' &&
    sample.items.length > 1 &&
    sample.items.every((item) => typeof item === 'number')
  );
}
