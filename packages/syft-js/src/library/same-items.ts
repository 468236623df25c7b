/** Equal as items of a list or of a set are: NaN is NaN, and 0 is -0. */
export function isSame(left: unknown, right: unknown): boolean {
  return left === right || (Number.isNaN(left) && Number.isNaN(right));
}

/** Whether two lists have the same items in the same order. */
export function haveSame(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((item, index) => isSame(item, right[index]));
}
