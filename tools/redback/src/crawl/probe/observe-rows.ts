import type { Sample } from '../../surface/sample.ts';
import type { ProbeFacts } from '../../surface/snapshot.ts';
import { type Caller, isGood, isReturned, type Returned } from './caller.ts';
import { changeRow, scaleSample } from './scale-sample.ts';

type Rows = ProbeFacts['rows'];

interface RowOperand {
  readonly name: string;
  readonly rows: readonly string[];
}

const MOST_BASES = 3;

/** How rows of the input move: one row of an operand is changed, and rows of the result that change with it are told. */
export async function observeRows(caller: Caller, telling: readonly Returned[]): Promise<Rows> {
  const seen = new Set<Rows>();
  for (const base of basesOf(telling)) {
    if (caller.isSpent) break;
    const trial = await caller.call({ receiver: base.receiver, args: base.args, declared: base.declared, rows: true });
    if (!isReturned(trial)) continue;
    const found = await rowsOfTrial(caller, trial);
    if (found !== null) seen.add(found);
  }
  const [only] = seen;
  return only === undefined || seen.size > 1 ? 'mix' : only;
}

/** Calls on several rows, different ones by the shapes of their operands. */
function basesOf(telling: readonly Returned[]): readonly Returned[] {
  const able = telling.filter(
    (trial) => isGood(trial) && trial.outcome.operands.some(({ shape }) => shape !== null && (shape[0] ?? 0) > 1),
  );
  const byShape = new Map(
    able.map((trial) => [trial.outcome.operands.map(({ shape }) => String(shape)).join(';'), trial]).reverse() as [string, Returned][],
  );
  return [...byShape.values()].reverse().slice(0, MOST_BASES);
}

async function rowsOfTrial(caller: Caller, base: Returned): Promise<Rows | null> {
  const operands = base.outcome.operands.filter(
    (operand): operand is typeof operand & RowOperand => operand.rows !== null && operand.rows.length > 1,
  );
  const most = Math.max(0, ...operands.map(({ rows }) => rows.length));
  const main = operands.filter(({ rows }) => rows.length === most);
  const given = resultRows(base);
  const [first] = main;
  if (first === undefined) return null;
  // What is changed in place is the result then, and how its rows moved was not looked at.
  if (base.outcome.value.type === 'undefined') return base.outcome.effects.mutates.length > 0 ? 'mix' : null;
  if (given === null || given.length === 0) return base.outcome.value.shape === null ? 'reduce' : null;
  const moved = compareRows(first.rows, given);
  if (moved !== null) return moved;
  if (given.length === most && (await isKept(caller, base, { operands: main, given }))) return 'keep';
  return (await isFixed(caller, base, given.length)) ? 'reduce' : 'mix';
}

/** Rows of the result; of a call that changes its operand and gives nothing, none. */
function resultRows({ outcome }: Returned): readonly string[] | null {
  return outcome.value.rows;
}

/** Rows that are those of the input: all in their order, in another one, or some. */
function compareRows(input: readonly string[], given: readonly string[]): Rows | null {
  if (new Set(input).size < 2) return null;
  const left = [...input];
  for (const row of given) {
    const at = left.indexOf(row);
    if (at < 0) return null;
    left.splice(at, 1);
  }
  if (left.length > 0) return 'select';
  return given.every((row, index) => row === input[index]) ? 'keep' : 'permute';
}

async function isKept(
  caller: Caller,
  base: Returned,
  { operands, given }: { operands: readonly RowOperand[]; given: readonly string[] },
): Promise<boolean> {
  let changes = 0;
  for (const { name, rows } of operands) {
    for (const row of [0, rows.length - 1]) {
      const other = await callChanged(caller, base, { name, length: rows.length, row });
      if (other === null) continue;
      if (other.length !== given.length || other.some((digest, index) => index !== row && digest !== given[index])) return false;
      if (other[row] !== given[row]) changes++;
    }
  }
  return changes > 0;
}

async function callChanged(
  caller: Caller,
  base: Returned,
  place: { name: string; length: number; row: number },
): Promise<readonly string[] | null> {
  const change = (sample: Sample) => changeRow(sample, place.length, place.row);
  const receiver = place.name === 'self' && base.receiver !== null ? change(base.receiver) : base.receiver;
  const args = base.args.map((arg, index) => (place.name === `arg:${index}` ? change(arg) : arg));
  if (args.includes(null) !== base.args.includes(null) || (receiver === null) !== (base.receiver === null)) return null;
  const trial = await caller.call({ receiver, args: args as readonly Sample[], declared: base.declared, rows: true });
  return isReturned(trial) ? resultRows(trial) : null;
}

/** A view may claim any shape: one of more elements than this is not made larger. */
const MOST_ELEMENTS = 2 ** 16;

/** The result has as many rows for an input of three times the size. */
async function isFixed(caller: Caller, base: Returned, count: number): Promise<boolean> {
  const larger = (sample: Sample, shape: readonly number[] | null | undefined) => {
    const elements = shape?.reduce((size, length) => size * length, 1) ?? 0;
    const isSane = Number.isInteger(elements) && elements > 0 && elements <= MOST_ELEMENTS;
    return isSane ? (scaleSample(sample, elements * 9) ?? sample) : sample;
  };
  const shapeOf = (name: string) => base.outcome.operands.find((operand) => operand.name === name)?.shape;
  const receiver = base.receiver === null ? null : larger(base.receiver, shapeOf('self'));
  const args = base.args.map((arg, index) => larger(arg, shapeOf(`arg:${index}`)));
  const trial = await caller.call({ receiver, args, declared: base.declared, rows: true });
  return (
    isReturned(trial) &&
    resultRows(trial)?.length === count &&
    JSON.stringify([receiver, args]) !== JSON.stringify([base.receiver, base.args])
  );
}
