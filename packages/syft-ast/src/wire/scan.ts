import { SyftError } from '../errors.ts';
import protobuf from 'protobufjs/minimal.js';

/** Field numbers of nested messages to look into. */
export interface ScanPlan {
  readonly [field: number]: ScanPlan;
}

const LENGTH_DELIMITED = 2;

/**
 * Counts the fields of a message, and of the nested ones that `plan` names, without decoding it. A decoder makes an
 * object of each, so that two megabytes of empty items would cost a hundred. Throws `LIMIT` past `limit`.
 */
export function scanFields(bytes: Uint8Array, limit: number, plan: ScanPlan = {}): number {
  let count = 0;
  const scan = (part: Uint8Array, nested: ScanPlan): void => {
    const reader = protobuf.Reader.create(part);
    while (reader.pos < reader.len) {
      if (++count > limit) throw new SyftError('LIMIT', 'cannot read message: too many fields');
      const tag = reader.uint32();
      const inner = nested[tag >>> 3];
      if (inner !== undefined && (tag & 7) === LENGTH_DELIMITED) scan(reader.bytes(), inner);
      else reader.skipType(tag & 7);
    }
  };
  scan(bytes, plan);
  return count;
}
