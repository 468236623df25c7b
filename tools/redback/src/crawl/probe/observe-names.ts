import type { Sample } from '../../surface/sample.ts';
import { type Caller, isGood, type Returned } from './caller.ts';

/** Names that every object of the language has: written to by such a name, it is not the object that changes. */
const NAMES = ['__proto__', 'constructor'];
const MOST_BASES = 3;

/**
 * Calls with names of the language's own in place of texts, and of names in records. What that changes is noted among the
 * caller's effects: a library that takes any name for one of its own changes what every object has.
 */
export async function observeNames(caller: Caller, telling: readonly Returned[]): Promise<void> {
  const bases = telling.filter((trial) => isGood(trial) && trial.args.some(hasNames)).slice(-MOST_BASES);
  for (const { receiver, args } of bases) {
    if (caller.isSpent) return;
    await caller.askAll(NAMES.map((name) => ({ receiver, args: args.map((arg) => withName(arg, name)) })));
    await caller.askAll(
      args.flatMap((arg, index) => (hasNames(arg) ? NAMES.map((name) => ({ receiver, args: args.with(index, withName(arg, name)) })) : [])),
    );
  }
}

function hasNames(sample: Sample): boolean {
  if (typeof sample === 'string') return true;
  if (typeof sample !== 'object' || sample === null) return false;
  return sample.$ === 'record' || (sample.$ === 'list' && sample.items.some(hasNames));
}

function withName(sample: Sample, name: string): Sample {
  if (typeof sample === 'string') return name;
  if (typeof sample !== 'object' || sample === null) return sample;
  if (sample.$ === 'list') return { ...sample, items: sample.items.map((item) => withName(item, name)) };
  if (sample.$ !== 'record') return sample;
  const [first = 1] = Object.values(sample.fields);
  return { ...sample, fields: Object.fromEntries([...Object.entries(sample.fields), [name, withName(first, name)]]) };
}
