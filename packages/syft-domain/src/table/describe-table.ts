/** What the catalogue shows of a table. All of it is public to whoever has a grant, so it depends on no cell. */

import type { ColumnInfo, DatasetInfo } from '@syft-libs/ast';
import { mayBeMissing } from './column-kinds.ts';
import type { Table } from './table.ts';

/** Rounding to two significant digits, and never finer than to tens: small groups are what a row count could give away. */
const FINEST_STEP = 10;

/** The lowest bound for a hidden number of rows. */
const HIDDEN_ROWS = 1_000;

/** What the schema declares of each column, in its order. */
export function describeColumns({ schema }: Pick<Table, 'schema'>): readonly ColumnInfo[] {
  return Object.entries(schema.columns).map(([name, column]) => ({
    name,
    type: column.kind,
    ...(column.unit === undefined ? {} : { unit: column.unit }),
    ...(column.bounds === undefined ? {} : { bounds: column.bounds }),
    ...(column.categories === undefined ? {} : { categories: column.categories }),
    mayBeMissing: mayBeMissing(column),
  }));
}

/** The number of rows as the owner shows it. */
export function shownRows(table: Pick<Table, 'schema' | 'rowCount'>): DatasetInfo['rows'] {
  const { rows } = table.schema;
  return { shown: rows, count: rows === 'hidden' ? null : rowBound(table) };
}

/**
 * The public upper bound on the number of rows, which cost checks charge: the count itself when it is shown; when it is
 * rounded, the rounded count, which is therefore rounded up (344 to 350, 1,234 to 1,300, 7 to 10); when it is hidden,
 * the next power of ten from 1,000 up. So cost tells nothing that the catalogue does not, but for a hidden count's order
 * of magnitude.
 */
export function rowBound({ schema, rowCount }: Pick<Table, 'schema' | 'rowCount'>): number {
  if (schema.rows === 'exact') return rowCount;
  if (schema.rows === 'rounded') {
    const step = Math.max(FINEST_STEP, 10 ** (String(rowCount).length - 2));
    return Math.max(step, Math.ceil(rowCount / step) * step);
  }
  let bound = HIDDEN_ROWS;
  while (bound < rowCount) bound *= 10;
  return bound;
}
