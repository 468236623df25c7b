/** The versions that usually stand in for one: up to the next one that may break, as npm counts. */
export function usualRange(version: string): string {
  const [major = 0, minor = 0, patch = 0] = numbersOf(version);
  const next = major > 0 ? [major + 1, 0, 0] : minor > 0 ? [0, minor + 1, 0] : [0, 0, patch + 1];
  return `>=${version} <${next.join('.')}`;
}

/**
 * Whether a version is in a range of the form `>=1.2.3 <2.0.0`: comparators that all hold. Text after a `-` is no part of the
 * comparison. Throws nothing: a range in another form holds nothing.
 */
export function isInRange(version: string, range: string): boolean {
  const comparators = range.trim().split(/\s+/);
  return comparators.every((comparator) => {
    const [, operator, bound] = /^(>=|<=|>|<|=|)v?(\d[\w.+-]*)$/.exec(comparator) ?? [];
    if (bound === undefined) return false;
    const order = compareVersions(version, bound);
    if (operator === '>=') return order >= 0;
    if (operator === '<=') return order <= 0;
    if (operator === '>') return order > 0;
    return operator === '<' ? order < 0 : order === 0;
  });
}

function compareVersions(left: string, right: string): number {
  const [these, those] = [numbersOf(left), numbersOf(right)];
  for (let index = 0; index < 3; index++) {
    const difference = (these[index] ?? 0) - (those[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersOf(version: string): readonly number[] {
  return (version.split(/[-+]/)[0] ?? '').split('.').map(Number);
}
