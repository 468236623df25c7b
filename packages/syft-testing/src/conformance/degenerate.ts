/** Whether a list without items, or with rows of several lengths, stands anywhere in an operand. */
export function isDegenerate(operand: unknown): boolean {
  if (Array.isArray(operand)) {
    const lengths = new Set(operand.filter(Array.isArray).map(({ length }) => length));
    return operand.length === 0 || lengths.size > 1 || operand.some(isDegenerate);
  }
  if (ArrayBuffer.isView(operand)) return operand.byteLength === 0;
  return typeof operand === 'object' && operand !== null && Object.values(operand).some(isDegenerate);
}
