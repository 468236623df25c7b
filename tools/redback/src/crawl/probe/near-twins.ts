// Calls that are all but alike: what remembers results by a key that says too little takes one for the other.
import type { Sample } from '../../surface/sample.ts';
import type { CallRequest } from '../runtime/samples.ts';

/** Less than keys are rounded to, more than is lost in a double. */
const NUDGE = 1e-7;
/** Far enough to move what lies in the middle of a few ordinary values. */
const OFF = 10;
/** A list of fewer values has none that is neither the first nor the last. */
const LEAST = 3;
const MOST_GROUPS = 10;

type Operands = Pick<CallRequest, 'receiver' | 'args'>;

/**
 * Near twins of a call, in groups that are to be made one after another: of each operand another value in the middle of its list, its
 * numbers a little off where `takesFractions` has a word for them, and its text at twice the length, twice in a row.
 */
export function twinsOf(call: CallRequest, takesFractions: (operand: number) => boolean): readonly (readonly CallRequest[])[] {
  const operands = call.receiver === undefined ? call.args : [call.receiver, ...call.args];
  const twins = operands.flatMap((operand, index) =>
    twinsOfOperand(operand, takesFractions(index)).map((group) => group.map((twin) => withOperand(call, index, twin))),
  );
  return twins.slice(0, MOST_GROUPS);
}

/** Whether some of these calls hand over a fraction at the place of an operand: what never got one may count by steps of one. */
export function fractionsIn(calls: readonly Operands[]): (operand: number) => boolean {
  const found = new Set<number>();
  for (const { receiver, args } of calls) {
    const operands = receiver === undefined ? args : [receiver, ...args];
    for (const [index, operand] of operands.entries()) if (leavesOf(operand).some(isFraction)) found.add(index);
  }
  return (operand) => found.has(operand);
}

function twinsOfOperand(operand: Sample, takesFractions: boolean): readonly (readonly Sample[])[] {
  if (typeof operand === 'string') {
    const twice = operand + operand;
    return [[twice, twice], [operand.toUpperCase()], [` ${operand}`]].filter(([twin]) => twin !== operand);
  }
  const inList = typeof operand === 'object' && operand !== null ? [[withMiddle(operand)]] : [];
  const nudged = takesFractions ? [[nudge(operand, NUDGE)], [nudge(operand, -NUDGE)]] : [];
  const text = JSON.stringify(operand);
  return [...inList, ...nudged].filter(([twin]) => JSON.stringify(twin) !== text);
}

/** The call with another operand in the place of one. */
function withOperand(call: CallRequest, index: number, operand: Sample): CallRequest {
  if (call.receiver === undefined) return { ...call, args: call.args.with(index, operand) };
  return index === 0 ? { ...call, receiver: operand } : { ...call, args: call.args.with(index - 1, operand) };
}

/** With another value in the middle of all that stand in its lists. */
function withMiddle(sample: Sample): Sample {
  const count = leavesOf(sample, true).length;
  let at = 0;
  const middle = Math.floor(count / 2);
  return count < LEAST ? sample : mapLeaves(sample, (leaf, isInList) => (isInList && at++ === middle ? other(leaf) : leaf));
}

function other(leaf: Sample): Sample {
  return typeof leaf === 'number' ? leaf + OFF : typeof leaf === 'string' ? `${leaf}x` : leaf;
}

function nudge(sample: Sample, by: number): Sample {
  return mapLeaves(sample, (leaf) => (typeof leaf === 'number' ? leaf + by : leaf));
}

/** Values inside, at every depth: those in lists alone, where asked. */
function leavesOf(sample: Sample, isOfLists = false): readonly Sample[] {
  const leaves: Sample[] = [];
  mapLeaves(sample, (leaf, isInList) => {
    if (isInList || !isOfLists) leaves.push(leaf);
    return leaf;
  });
  return leaves;
}

/** Of an instance, those that it is made of. */
function mapLeaves(sample: Sample, map: (leaf: Sample, isInList: boolean) => Sample, isInList = false): Sample {
  if (typeof sample !== 'object' || sample === null) return map(sample, isInList);
  const each = (samples: readonly Sample[], areInList = isInList) => samples.map((one) => mapLeaves(one, map, areInList));
  switch (sample.$) {
    case 'list':
    case 'set':
    case 'array':
      return { ...sample, items: each(sample.items, true) };
    case 'record': {
      const names = Object.keys(sample.fields);
      const fields = each(Object.values(sample.fields));
      return { ...sample, fields: Object.fromEntries(names.map((name, index) => [name, fields[index] as Sample])) };
    }
    case 'new':
      return { ...sample, args: each(sample.args) };
    default:
      return sample;
  }
}

function isFraction(leaf: Sample): boolean {
  return typeof leaf === 'number' && !Number.isInteger(leaf);
}
