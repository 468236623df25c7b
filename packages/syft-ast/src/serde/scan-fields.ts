import { SyftError } from '../errors.ts';
import { Reader } from '../message/reader.ts';

/** Field numbers of nested messages to look into. */
export interface ScanPlan {
  readonly [field: number]: ScanPlan;
}

const LENGTH_DELIMITED = 2;

/**
 * Counts the fields of a message, and of the nested ones that `plan` names, without decoding it or making an object.
 * A decoder makes one of each, so that two megabytes of empty items would cost a hundred. Throws `LIMIT` past `limit`,
 * and a plain error for what is no message.
 */
export function scanFields(bytes: Uint8Array, limit: number, plan: ScanPlan = {}): number {
  const reader = new Reader(bytes);
  let count = 0;
  const scan = (end: number, nested: ScanPlan): void => {
    while (reader.pos < end) {
      if (++count > limit) throw new SyftError('LIMIT', 'cannot read message: too many fields');
      const tag = reader.tag();
      const inner = nested[tag >>> 3];
      if (inner !== undefined && (tag & 7) === LENGTH_DELIMITED) scan(innerEnd(reader, end), inner);
      else reader.skip(tag);
    }
    if (reader.pos !== end) throw new RangeError('a field goes past its message');
  };
  scan(reader.len, plan);
  return count;
}

function innerEnd(reader: Reader, outerEnd: number): number {
  const length = reader.uint32();
  const end = reader.pos + length;
  if (end > outerEnd) throw new RangeError('a message goes past the one around it');
  return end;
}
