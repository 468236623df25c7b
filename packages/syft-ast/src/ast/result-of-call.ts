/**
 * What a call comes to: what it gave back, or, where it gave back nothing, the operands that it changed: one as it is,
 * several as a list in their order. Those that an optional parameter left out are left out here too.
 */
export function resultOfCall(mutates: readonly number[], operands: readonly unknown[], returned: unknown): unknown {
  if (returned !== undefined || mutates.length === 0) return returned;
  const changed = mutates.filter((index) => index < operands.length).map((index) => operands[index]);
  return mutates.length === 1 ? changed[0] : changed;
}
