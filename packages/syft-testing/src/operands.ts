// Operands as conformance makes them, for whoever has to know beforehand what it will ask. Nothing here stands on a test runner.
export { GENERATED_CALLS, makeArgumentLists, makeGrownLists } from './conformance/argument-lists.ts';
export { CALL_BYTES, CALL_OPERATIONS, outgrows } from './conformance/call-limits.ts';
export { isDegenerate } from './conformance/degenerate.ts';
export type { Samples, ValueContext } from './samples/values-of-type.ts';
