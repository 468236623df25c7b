import { type ColumnPointer, type Columns, type DatasetInfo, SyftError } from '@syft-libs/ast';

/** One of the two tables of a dataset. */
export interface Table<Readable extends boolean> {
  /**
   * The named columns without the rows in which one of them is missing: row by row the same cases. Throws `BAD_ARGUMENT`
   * for no names, or for one that stands twice.
   */
  complete<Name extends string>(...columns: readonly Name[]): Columns<Name, Readable>;
}

/** A dataset of a domain. Its columns are yours to compute with; those of its mock are public, and yours to read too. */
export interface Dataset extends Table<boolean> {
  readonly name: string;
  /** Made-up rows of the same schema. */
  readonly mock: Table<true>;
  /** Its schema, and what you were granted. Throws `NOT_FOUND` when you have no grant. */
  describe(): Promise<DatasetInfo>;
}

interface DatasetHost {
  select(dataset: string, columns: readonly string[], mock: boolean): readonly object[];
  datasets(): Promise<readonly DatasetInfo[]>;
}

export function createDataset(name: string, host: DatasetHost): Dataset {
  if (typeof name !== 'string' || name === '') throw new SyftError('BAD_ARGUMENT', 'cannot name dataset: expected a text');
  const table = <Readable extends boolean>(mock: boolean): Table<Readable> =>
    Object.freeze({
      complete: <Name extends string>(...columns: readonly Name[]) =>
        selectColumns<Name, Readable>(columns, host.select.bind(host, name), mock),
    });
  return Object.freeze({
    ...table<boolean>(false),
    name,
    mock: table<true>(true),
    async describe() {
      const info = (await host.datasets()).find((dataset) => dataset.name === name);
      if (info === undefined) throw new SyftError('NOT_FOUND', 'cannot describe dataset: none of that name was granted to you');
      return info;
    },
  });
}

type Select = (columns: readonly string[], mock: boolean) => readonly object[];

function selectColumns<Name extends string, Readable extends boolean>(
  columns: readonly Name[],
  select: Select,
  mock: boolean,
): Columns<Name, Readable> {
  if (columns.length === 0 || new Set(columns).size !== columns.length || columns.some((column) => typeof column !== 'string')) {
    throw new SyftError('BAD_ARGUMENT', 'cannot select columns: expected names, each once');
  }
  const pointers = select(columns, mock);
  const selected = Object.create(null) as Record<string, ColumnPointer<Readable>>;
  columns.forEach((column, index) => {
    selected[column] = pointers[index] as ColumnPointer<Readable>;
  });
  return Object.freeze(selected) as Columns<Name, Readable>;
}
