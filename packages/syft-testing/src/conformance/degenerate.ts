/** Whether an operand holds nothing, a matrix of one element, or rows that are no matrix: of these a call may give something else. */
export function isDegenerate(operand: unknown): boolean {
  return holdsNothing(operand) || holdsSingle(operand);
}

/** Whether a list without items, or with rows of several lengths, stands anywhere in an operand. */
function holdsNothing(operand: unknown): boolean {
  if (Array.isArray(operand)) {
    const lengths = new Set(operand.filter(Array.isArray).map(({ length }) => length));
    return operand.length === 0 || lengths.size > 1 || operand.some(holdsNothing);
  }
  if (ArrayBuffer.isView(operand)) return operand.byteLength === 0;
  return typeof operand === 'object' && operand !== null && Object.values(operand).some(holdsNothing);
}

/** Whether a matrix of one element stands anywhere in an operand. */
function holdsSingle(operand: unknown): boolean {
  if (typeof operand !== 'object' || operand === null || ArrayBuffer.isView(operand)) return false;
  const [first, ...others] = Object.values(operand) as readonly unknown[];
  const isSingle = Array.isArray(operand) && others.length === 0 && Array.isArray(first) && first.length === 1;
  return isSingle || [first, ...others].some(holdsSingle);
}
