// One example run on the library, and everything the draft says of it checked.
import type { Signature } from '@syft-libs/ast';
import { compact, isNdArray, type NdArray } from '../src/nd-view.ts';
import { numjs } from '../src/runtime.ts';
import type { Call, Entry } from './entry.ts';
import { isNdSample, type NdSample } from './sample.ts';
import { SIZES } from './sizes.ts';
import { fits } from './verify-types.ts';

type AnyFunction = (this: unknown, ...args: readonly unknown[]) => unknown;

/** What is wrong with the entry, seen from this call; `throws` alone when the library raised an error. */
export function checkExample(entry: Entry, signatures: readonly Signature[], member: unknown, call: Call): readonly string[] {
  const problems: string[] = [];
  const operands = call.map(revive);
  const before = operands.map(freeze);
  let result: unknown;
  try {
    result = run(entry, member, operands);
  } catch {
    return ['throws'];
  }
  if (!signatures.some(({ returns }) => fits(result, returns))) problems.push(`result of another type: ${freeze(result)}`);
  for (const [index, operand] of operands.entries()) {
    if (freeze(operand) !== before[index] && !declaresMutation(entry, call, index)) problems.push(`mutates operand ${index}`);
    if (sharesMemory(result, operand) && !entry.aliases.includes(nameOf(entry, index))) problems.push(`shares operand ${index}`);
  }
  const size = isNdArray(result) ? compact(result.selection).data.length : Array.isArray(result) ? result.flat(Infinity).length : 1;
  const bound = SIZES[entry.size]?.(call);
  if (bound === undefined || size > bound) problems.push(`size ${size} beyond ${entry.size} = ${bound}`);
  const again = freeze(run(entry, member, call.map(revive)));
  if (!entry.random && again !== freeze(result)) problems.push('not deterministic');
  if (entry.rows === 'keep') problems.push(...checkRows(entry, member, call, result));
  return problems;
}

function run(entry: Entry, member: unknown, operands: readonly unknown[]): unknown {
  const [self, ...args] = operands;
  if (entry.kind === 'property') return (self as Record<string, unknown>)[entry.path.slice(entry.path.lastIndexOf('.') + 1)];
  return entry.kind === 'method' ? (member as AnyFunction).apply(self, args) : (member as AnyFunction)(...operands);
}

/** Samples become arrays; lists and records are copied, so that a mutation stays in one call. */
export function revive(value: unknown): unknown {
  if (isNdSample(value)) return reviveArray(value);
  if (Array.isArray(value)) return value.map(revive);
  return typeof value === 'object' && value !== null ? { ...value } : value;
}

function reviveArray({ nd, shape, data }: NdSample): NdArray {
  const name = `${nd[0]?.toUpperCase()}${nd.slice(1)}Array`;
  const typed = (globalThis as unknown as Record<string, { from(data: readonly number[]): ArrayLike<number> }>)[name];
  return new numjs.NdArray(nd === 'array' ? [...data] : (typed?.from(data) ?? []), shape);
}

/** A value as text in which NaN, -0 and infinities differ; an array's own `toJSON` would lose them, so it is passed by. */
function freeze(value: unknown): string {
  return JSON.stringify({ value }, function (this: Record<string, unknown>, key) {
    const item = this[key];
    if (typeof item === 'number') return Object.is(item, -0) ? '-0' : String(item);
    if (item === undefined) return 'undefined';
    if (!isNdArray(item)) return item;
    const { dtype, shape, data } = compact(item.selection);
    return { dtype, shape, data: Array.from(data as ArrayLike<unknown>) };
  });
}

function nameOf(entry: Entry, index: number): 'self' | `arg:${number}` {
  return entry.kind === 'function' ? `arg:${index}` : index === 0 ? 'self' : `arg:${index - 1}`;
}

function declaresMutation(entry: Entry, call: Call, index: number): boolean {
  const name = nameOf(entry, index);
  const list = Array.isArray(call[index]) && entry.mutates.includes(`list:${index}`);
  return list || entry.mutates.includes(name);
}

function sharesMemory(result: unknown, operand: unknown): boolean {
  const dataOf = (value: unknown) => (isNdArray(value) ? value.selection.data : Array.isArray(value) ? value : undefined);
  const data = dataOf(result);
  return data !== undefined && data.length > 0 && data === dataOf(operand) && !(Array.isArray(result) && result !== operand);
}

/** Changes the first row of the first operand: no other row of the result may move. */
function checkRows(entry: Entry, member: unknown, call: Call, result: unknown): readonly string[] {
  const [first, ...others] = call;
  if (!isNdSample(first) || (first.shape[0] ?? 0) < 2) return [];
  const width = first.data.length / (first.shape[0] as number);
  const data = first.data.map((value, index) => (index < width ? value + 1 : value));
  const moved = run(entry, member, [{ ...first, data }, ...others].map(revive));
  const rowsOf = (value: unknown) => (JSON.parse(freeze(value)) as { value: { data?: unknown[]; shape?: unknown[] } & unknown[] }).value;
  const [a, b] = [rowsOf(result), rowsOf(moved)];
  const [left, right] = [a?.data ?? a, b?.data ?? b];
  if (!Array.isArray(left) || !Array.isArray(right)) return ['a reduction keeps no row'];
  const resultWidth = left.length / Number(a.shape?.[0] ?? first.shape[0]);
  const same = JSON.stringify(left.slice(resultWidth)) === JSON.stringify(right.slice(resultWidth));
  return same && a.shape?.[0] === b.shape?.[0] ? [] : ['a row moved another'];
}
