/** How one version of one library stands in a support package. */
export interface ConformanceRow {
  readonly package: string;
  readonly library: string;
  readonly version: string;
  /** Members by verdict, as the manifest has them. */
  readonly allowed: number;
  readonly refused: number;
  readonly review: number;
  /** Allowed entries whose calls all came out as they should with this version. */
  readonly passing: number;
  /** Tests that failed, refused members' ones included. */
  readonly failed: number;
  readonly verdict: 'pass' | 'fail';
  /** The first thing that went wrong; `null` when nothing did. */
  readonly problem: string | null;
}

/** By package, library and version, versions by their numbers. */
export function sortRows(rows: readonly ConformanceRow[]): readonly ConformanceRow[] {
  const order = (left: string, right: string): number => left.localeCompare(right, 'en', { numeric: true });
  return [...rows].sort(
    (left, right) => order(left.package, right.package) || order(left.library, right.library) || order(left.version, right.version),
  );
}

/** The rows as lines of a table for a terminal, one with the sums last. */
export function formatRows(rows: readonly ConformanceRow[]): string {
  const head = ['package', 'library', 'version', 'allowed', 'refused', 'review', 'passing', 'failed', 'verdict'];
  const cells = rows.map((row) => [row.package, row.library, row.version, ...numbersOf(row).map(String), row.verdict]);
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((line) => (line[column] as string).length)));
  const isNumber = (column: number): boolean => column > 2 && column < 8;
  const pad = (text: string, column: number): string =>
    isNumber(column) ? text.padStart(widths[column] as number) : text.padEnd(widths[column] as number);
  const table = [head, ...cells].map((line) => line.map(pad).join('  ').trimEnd());
  const problems = rows.flatMap(({ library, version, problem }) => (problem === null ? [] : [`${library} ${version}: ${problem}`]));
  return [...table, ...problems].join('\n');
}

function numbersOf({ allowed, refused, review, passing, failed }: ConformanceRow): readonly number[] {
  return [allowed, refused, review, passing, failed];
}
