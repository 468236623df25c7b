/** Lists of numbers from this length on are held as a typed array, as a column would be: what such values are kept in. */
const LONG_LIST = 1_000;

/** A private operand as both sides hold it before a call: neither pays for lists that nobody would keep. */
export function heldOperand(operand: unknown): unknown {
  const isLong = Array.isArray(operand) && operand.length >= LONG_LIST && operand.every((item) => typeof item === 'number');
  return isLong ? Float64Array.from(operand as number[]) : operand;
}
