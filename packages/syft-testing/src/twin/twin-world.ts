import {
  boolean,
  category,
  defineTable,
  float32,
  float64,
  int32,
  mockOf,
  type Table,
  type TableSchema,
  tableOf,
  uint8,
} from '@syft-libs/domain';
import type { MemoryDataset, MemoryGrants } from '../domain/memory-domain.ts';
import { Chance } from '../samples/chance.ts';

/** Which of the two domains. Everything public is equal in them; everything private may differ. */
export type TwinSide = 'left' | 'right';

export interface TwinDataset {
  readonly name: string;
  /** Kinds by name. */
  readonly columns: Readonly<Record<string, string>>;
  readonly schema: TableSchema;
  /** Rows on each side: as they are shown, the two are equal. */
  readonly rows: Readonly<Record<TwinSide, number>>;
  /** Share of missing cells on each side: how many cases are complete differs. */
  readonly missing: Readonly<Record<TwinSide, number>>;
}

const COLUMNS = {
  x: float64({ missing: 'NA' }),
  y: float64({ missing: 'NA' }),
  f: float32({ missing: 'NA' }),
  n: int32({ missing: 'NA' }),
  u: uint8(),
  b: boolean(),
  kind: category(['a', 'b', 'c']),
} as const;

const twinDataset = (name: string, shown: 'exact' | 'rounded' | 'hidden', facts: Pick<TwinDataset, 'rows' | 'missing'>): TwinDataset => {
  const schema = defineTable({ subject: 'row', rows: shown, columns: COLUMNS });
  return { name, schema, columns: Object.fromEntries(Object.entries(COLUMNS).map(([column, { kind }]) => [column, kind])), ...facts };
};

/** Rounded: 23 and 27 rows both show as 30. Hidden: one side has none that is complete. Exact: 12 each, other cells missing. */
export const TWIN_DATASETS: readonly TwinDataset[] = [
  twinDataset('rounded', 'rounded', { rows: { left: 23, right: 27 }, missing: { left: 0.3, right: 0.02 } }),
  twinDataset('hidden', 'hidden', { rows: { left: 3, right: 60 }, missing: { left: 1, right: 0.1 } }),
  twinDataset('exact', 'exact', { rows: { left: 12, right: 12 }, missing: { left: 0, right: 0.4 } }),
];

/** Two sessions of a person who may use everything, and one of a person who may use a little. */
export const TWIN_SESSIONS: readonly { readonly person: 'ada' | 'bob' }[] = [{ person: 'ada' }, { person: 'ada' }, { person: 'bob' }];

export const TWIN_PEOPLE: Readonly<Record<'ada' | 'bob', MemoryGrants>> = {
  ada: { rounded: 'all', hidden: 'all', exact: 'all' },
  bob: { rounded: ['x', 'u'], exact: ['x', 'y', 'n'] },
};

/** The datasets of one side: equal mocks, other cells. */
export function twinDatasets(side: TwinSide, seed: number): Readonly<Record<string, MemoryDataset>> {
  return Object.fromEntries(
    TWIN_DATASETS.map((dataset) => [
      dataset.name,
      { table: privateTable(dataset, side, seed), mock: mockOf(dataset.schema, { rows: 12, seed: 5 }) },
    ]),
  );
}

/** How many rows of some columns are complete: a private figure, for those who check that it stays so. */
export function completeRows(table: Table, columns: readonly string[]): number {
  let count = 0;
  for (let row = 0; row < table.rowCount; row++) if (columns.every((name) => table.columns.get(name)?.missing?.[row] !== 1)) count++;
  return count;
}

const FLOATS: Readonly<Record<TwinSide, readonly number[]>> = {
  left: [0, -0, 1, 2, 3, 0.5, 1e-300, Number.MIN_VALUE, 100],
  right: [-1, -2.5, Number.MAX_VALUE, -Number.MAX_VALUE, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 7, -0, 1e300],
};
const WHOLES: Readonly<Record<TwinSide, readonly number[]>> = { left: [0, 1, 2, 3], right: [-(2 ** 31), 2 ** 31 - 1, -7, 12_345] };

function privateTable({ schema, rows, missing }: TwinDataset, side: TwinSide, seed: number): Table {
  const chance = new Chance(seed * 2 + (side === 'left' ? 0 : 1));
  const cell: Readonly<Record<string, () => number>> = {
    float64: () => chance.pick(FLOATS[side]),
    float32: () => Math.fround(chance.pick([0, -0, 1, 2, 3, 0.5, side === 'left' ? 4 : Number.NEGATIVE_INFINITY])),
    int32: () => chance.pick(WHOLES[side]),
    uint8: () => chance.below(side === 'left' ? 3 : 256),
    boolean: () => chance.below(2),
    category: () => chance.below(3),
  };
  const columns = Object.entries(schema.columns).map(([name, { kind, missing: texts }]) => {
    const values = Array.from({ length: rows[side] }, () =>
      texts.length > 0 && chance.in(missing[side]) ? Number.NaN : (cell[kind] as () => number)(),
    );
    return [name, Float64Array.from(values)] as const;
  });
  return tableOf(Object.fromEntries(columns), schema);
}
