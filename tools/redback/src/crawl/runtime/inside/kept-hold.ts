/** What a call was given and what it gave: a later call of the same member that changes any of it has kept hold of it. */
import { digestOf } from './describe-value.ts';

/** Something as a call left it. */
export interface Held {
  readonly value: unknown;
  readonly digest: string;
}

interface LastCall {
  readonly path: string;
  readonly operands: readonly Held[];
  readonly result?: Held;
}

/** What overwrites its results does so from the first: later ones of a member are believed. */
const MOST_RESULTS = 8;

let last: LastCall | undefined;
const looked = new Map<string, number>();

/** Which of what the last call had or gave is another by now, where it was one of this member. */
export function keptHold(path: string): { readonly operands: boolean; readonly result: boolean } {
  if (last?.path !== path) return { operands: false, result: false };
  const { operands, result } = last;
  const times = looked.get(path) ?? 0;
  if (result !== undefined) looked.set(path, times + 1);
  return { operands: operands.some(isOther), result: result !== undefined && times < MOST_RESULTS && isOther(result) };
}

/** Remembers a call instead of the one before it; `undefined`: none. */
export function noteLast(call: LastCall | undefined): void {
  last = call;
}

function isOther({ value, digest }: Held): boolean {
  return digestOf(value) !== digest;
}
