/** The index of the operand that a term of a bound tells of, the last of two: `value:1.lag` of 1, `choose:0:2` of 2. */
export function operandOf(of: string): number {
  return Number.parseInt(of.slice(of.lastIndexOf(':') + 1), 10);
}

/** The field of that operand, and of a record in it: `lag` of `value:1.lag`, none of `value:1`. */
export function fieldsOf(of: string): readonly string[] {
  return of.split('.').slice(1);
}
