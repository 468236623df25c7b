// JavaScript as a library: its `Math`, and the members of its own values. What has `this` is called on a value, all else is not.
export { bigintMembers as BigInt } from './bigint.ts';
export { booleanMembers as Boolean } from './boolean.ts';
export { dateMembers as Date } from './date.ts';
export {
  bigintListMembers as BigIntList,
  booleanListMembers as BooleanList,
  numberListMembers as NumberList,
  stringListMembers as StringList,
} from './list.ts';
export { numberMapMembers as NumberMap, stringMapMembers as StringMap } from './map.ts';
export { math as Math } from './math.ts';
export { numberMembers as Number } from './number.ts';
export { numberMatrixMembers as NumberRows } from './rows.ts';
export { numberSetMembers as NumberSet, stringSetMembers as StringSet } from './set.ts';
export { stringMembers as String } from './string.ts';
