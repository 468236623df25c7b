import { isRecord } from '../type/is-record.ts';
import type { Guard } from './define-support.ts';

/** Values of a public argument with which the library does not end, or takes its process along. `huge` is beyond 2¹⁶: what does not end with a thousand million is slow long before. */
export interface Hazard {
  /** The argument's index, without the receiver. */
  readonly param: number;
  readonly values: HazardValues;
}

export type HazardValues = 'zero' | 'negative' | 'fraction' | 'nan' | 'infinite' | 'huge';

const HUGE = 2 ** 16;

const CLASSES: Readonly<Record<HazardValues, { readonly is: (value: number) => boolean; readonly text: string }>> = {
  zero: { is: (value) => value === 0, text: 'zero' },
  negative: { is: (value) => value < 0, text: 'negative' },
  fraction: { is: (value) => Number.isFinite(value) && !Number.isInteger(value), text: 'no whole number' },
  nan: { is: Number.isNaN, text: 'NaN' },
  infinite: { is: (value) => value === Infinity || value === -Infinity, text: 'infinite' },
  huge: { is: (value) => Math.abs(value) > HUGE, text: 'beyond 2^16' },
};

/**
 * Refuses the values of arguments that a library was seen to mishandle, wherever they stand in the argument: alone, or in
 * lists and records. `receivers` is 1 for an entry whose first operand is a receiver. An argument whose value is not public is
 * refused, since nobody can look at it.
 */
export function hazardGuard(hazards: readonly Hazard[], receivers: 0 | 1 = 0): Guard {
  return (operands) => {
    for (const { param, values } of hazards) {
      const view = operands[param + receivers];
      if (view === undefined) continue;
      const { is, text } = CLASSES[values];
      if (view.value === undefined && (view.items !== undefined || !view.isPublic)) return `argument ${param + 1} has to be public`;
      if (holds(view.value, is)) return `argument ${param + 1} is ${text}, with which the library does not end well`;
    }
    return undefined;
  };
}

/** Whether a number of the class stands anywhere in a value; what JavaScript takes for a number counts as one. */
function holds(value: unknown, is: (value: number) => boolean): boolean {
  switch (typeof value) {
    case 'number':
      return is(value);
    case 'string': {
      const number = Number(value);
      return !Number.isNaN(number) && is(number);
    }
    case 'bigint':
    case 'boolean':
      return is(Number(value));
    case 'object':
      if (value === null) return is(0);
      return itemsOf(value).some((item) => holds(item, is));
    default:
      return false;
  }
}

function itemsOf(value: object): readonly unknown[] {
  if (Array.isArray(value) || value instanceof Set) return Array.from(value as Iterable<unknown>);
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return Array.from(value as unknown as ArrayLike<unknown>);
  if (value instanceof Map) return [...value].flat(1);
  return isRecord(value) ? Object.values(value) : [];
}
