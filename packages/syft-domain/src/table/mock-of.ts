import { SyftError } from '@syft-libs/ast';
import { ColumnBuilder } from './column-builder.ts';
import { COLUMN_KINDS, mayBeMissing } from './column-kinds.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import type { ColumnSchema, Table, TableSchema } from './table.ts';

export interface MockOptions {
  readonly rows: number;
  /** A whole number. The same schema and seed give the same mock. */
  readonly seed: number;
}

/** The share of missing cells in a column that may have them. */
const MISSING_SHARE = 0.05;

/** Where numbers lie in a column without bounds: fractions from 0 to 1, whole numbers from 0 to 100. */
const UNBOUNDED = { fraction: [0, 1], whole: [0, 100] } as const;

/**
 * Invents a table from a schema alone, so that it can be public: it takes no data. Values are uniform within the bounds,
 * categories and booleans are equally frequent, 5 % of the cells that may be missing are. A column's values follow from
 * the seed and its own name and declaration; other columns do not change them. Throws `BAD_ARGUMENT`.
 */
export function mockOf(schema: TableSchema, { rows, seed }: MockOptions): Table {
  if ('rowCount' in schema) throw new SyftError('BAD_ARGUMENT', 'cannot make mock: it takes a schema, never a table');
  if (!Number.isSafeInteger(rows) || rows < 0) throw new SyftError('BAD_ARGUMENT', 'cannot make mock: rows is a whole number from 0');
  if (!Number.isSafeInteger(seed)) throw new SyftError('BAD_ARGUMENT', 'cannot make mock: seed is a whole number');
  const columns = Object.entries(schema.columns).map(([name, column]) => {
    const random = seededRandom(`${seed}/${name}`);
    const value = valueMaker(column, random);
    const builder = new ColumnBuilder(column);
    for (let row = 0; row < rows; row++) builder.push(mayBeMissing(column) && random.unit() < MISSING_SHARE ? undefined : value());
    return [name, builder.finish()] as const;
  });
  return Object.freeze({ schema, rowCount: rows, columns: new Map(columns) });
}

function valueMaker({ kind, bounds, categories = [] }: ColumnSchema, random: SeededRandom): () => number {
  if (kind === 'category') return () => random.whole(0, categories.length - 1);
  if (kind === 'boolean') return () => random.whole(0, 1);
  const { whole } = COLUMN_KINDS[kind];
  const [lowest, highest] = bounds ?? UNBOUNDED[whole ? 'whole' : 'fraction'];
  if (whole) return () => random.whole(lowest, highest);
  // Weighing both ends cannot overflow, as the width of the widest bounds would.
  return () => {
    const share = random.unit();
    return Math.min(highest, Math.max(lowest, lowest * (1 - share) + highest * share));
  };
}
