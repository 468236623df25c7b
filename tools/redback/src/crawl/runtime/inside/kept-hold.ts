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

let last: LastCall | undefined;

/** Which of what the last call had or gave is another by now, where it was one of this member. */
export function keptHold(path: string): { readonly operands: boolean; readonly result: boolean } {
  if (last?.path !== path) return { operands: false, result: false };
  return { operands: last.operands.some(isOther), result: last.result !== undefined && isOther(last.result) };
}

/** Remembers a call instead of the one before it; `undefined`: none. */
export function noteLast(call: LastCall | undefined): void {
  last = call;
}

function isOther({ value, digest }: Held): boolean {
  return digestOf(value) !== digest;
}
