import {
  columnOf,
  type DatasetInfo,
  type Encoded,
  encodeValue,
  fromBytes,
  isPath,
  type SerdeContext,
  SyftError,
  type TypedArray,
  toPieces,
} from '@syft-libs/ast';
import type { Environment } from '../environment.ts';
import type { GrantBook } from '../grants/grants.ts';
import type { Store } from '../store/store.ts';
import { completeCases } from '../table/complete-cases.ts';
import { describeColumns, rowBound, shownRows } from '../table/describe-table.ts';
import { decodeTable, encodeTable } from '../table/encode-table.ts';
import type { Table } from '../table/table.ts';

/** A table under a name, with its public twin. Immutable once added. */
export interface Dataset {
  readonly name: string;
  readonly description: string;
  readonly table: Table;
  readonly mock: Table | undefined;
  readonly added: number;
}

export interface AddDatasetOptions {
  readonly description?: string;
  /** Public to whoever has a grant; made from the schema, never from the data. */
  readonly mock?: Table;
}

interface StoredDataset {
  readonly description: string;
  readonly added: number;
  readonly blob: string;
  readonly mockBlob: string | null;
}

/** Selections kept, so that sessions share their memory. */
const CACHED_SELECTIONS = 32;

/** What the owner offers. Names are exact; each dataset is on disk before it can be granted. */
export class DatasetCatalogue {
  readonly #store: Store;
  readonly #environment: Environment;
  readonly #serde: SerdeContext;
  readonly #datasets = new Map<string, Dataset>();
  readonly #selections = new Map<string, readonly TypedArray[]>();

  private constructor(store: Store, environment: Environment, serde: SerdeContext) {
    this.#store = store;
    this.#environment = environment;
    this.#serde = serde;
  }

  static async open(store: Store, environment: Environment, serde: SerdeContext): Promise<DatasetCatalogue> {
    const catalogue = new DatasetCatalogue(store, environment, serde);
    for (const [name, value] of await store.scan('datasets')) {
      const { description, added, blob, mockBlob } = JSON.parse(value as string) as StoredDataset;
      const table = await catalogue.#readTable(name, blob);
      const mock = mockBlob === null ? undefined : await catalogue.#readTable(name, mockBlob);
      catalogue.#datasets.set(name, { name, description, table, mock, added });
    }
    return catalogue;
  }

  list(): readonly Dataset[] {
    return [...this.#datasets.values()];
  }

  get(name: string): Dataset | undefined {
    return this.#datasets.get(name);
  }

  /** Stores a dataset; it is durable when the promise resolves. Throws `EXISTS` or `BAD_ARGUMENT`. */
  async add(name: string, table: Table, { description = '', mock }: AddDatasetOptions = {}): Promise<Dataset> {
    if (!isPath(name) || name.includes('.'))
      throw new SyftError('BAD_ARGUMENT', 'cannot add dataset: its name is letters, digits and underscores');
    if (mock !== undefined && JSON.stringify(mock.schema.columns) !== JSON.stringify(table.schema.columns)) {
      throw new SyftError('BAD_ARGUMENT', 'cannot add dataset: its mock was made from another schema');
    }
    if (this.#datasets.has(name)) throw new SyftError('EXISTS', `cannot add dataset: there is one named ${name}`);
    const added = this.#environment.now();
    const blob = `dataset-${name}-${added}`;
    const stored: StoredDataset = { description, added, blob, mockBlob: mock === undefined ? null : `${blob}-mock` };
    await this.#store.putBlob(blob, toPieces(encodeTable(table, this.#serde)));
    if (mock !== undefined) await this.#store.putBlob(`${blob}-mock`, toPieces(encodeTable(mock, this.#serde)));
    await this.#store.commit(
      [{ kind: 'put', table: 'datasets', key: name, value: JSON.stringify(stored) }],
      [{ at: added, kind: 'dataset', detail: { name, columns: [...table.columns.keys()], rows: table.rowCount } }],
    );
    const dataset: Dataset = { name, description, table, mock, added };
    this.#datasets.set(name, dataset);
    return dataset;
  }

  /** What a person sees: the datasets of which they may use columns, those columns, nothing more. */
  describeFor(person: string, grants: GrantBook): readonly DatasetInfo[] {
    return this.list().flatMap((dataset) => {
      const columns = grants.columnsFor(person, dataset.name);
      if (columns === undefined) return [];
      const inForce = grants.inForce(person, dataset.name);
      const ends = inForce.map(({ until }) => until ?? Number.POSITIVE_INFINITY);
      const until = Math.max(...ends);
      return [
        {
          ...describe(dataset, columns),
          until: Number.isFinite(until) ? until : null,
          purpose: inForce
            .map(({ purpose }) => purpose)
            .filter(Boolean)
            .join('; '),
        },
      ];
    });
  }

  /** Everything, as its owner sees it. */
  describeAll(): readonly DatasetInfo[] {
    return this.list().map((dataset) => ({ ...describe(dataset, undefined), until: null, purpose: '' }));
  }

  /** A public upper bound on a selection's rows. */
  rowBound(dataset: Dataset, mock: boolean): number {
    return mock && dataset.mock !== undefined ? dataset.mock.rowCount : rowBound(dataset.table);
  }

  /** Throws `NOT_FOUND` without a mock, `BAD_ARGUMENT` for a column that is no operand yet. */
  assertSelectable(dataset: Dataset, columns: readonly string[], mock: boolean): void {
    const table = mock ? dataset.mock : dataset.table;
    if (table === undefined) throw new SyftError('NOT_FOUND', 'cannot select from mock: the dataset has none');
    for (const name of columns) {
      const column = table.columns.get(name);
      if (column === undefined) throw new SyftError('NOT_FOUND', 'cannot find dataset: none of that name that you may use');
      if (column.schema.kind === 'category') throw new SyftError('BAD_ARGUMENT', `cannot select ${name}: a category is no operand`);
    }
  }

  /** One column of a selection of complete cases, its memory shared with whoever else has selected it. */
  encodeColumn({
    dataset,
    columns,
    column,
    mock,
  }: {
    dataset: string;
    columns: readonly string[];
    column: number;
    mock: boolean;
  }): Encoded {
    const found = this.#datasets.get(dataset);
    const table = mock ? found?.mock : found?.table;
    if (table === undefined) throw new SyftError('LOST', 'cannot load column: its dataset is gone');
    const key = JSON.stringify([dataset, mock, ...columns]);
    let selection = this.#selections.get(key);
    this.#selections.delete(key);
    selection ??= completeCases(table, columns).columns;
    this.#selections.set(key, selection);
    if (this.#selections.size > CACHED_SELECTIONS) this.#selections.delete(this.#selections.keys().next().value as string);
    return encodeValue(columnOf(selection[column] as TypedArray), this.#serde);
  }

  async #readTable(name: string, blob: string): Promise<Table> {
    const bytes = await this.#store.getBlob(blob);
    if (bytes === undefined) throw new SyftError('CORRUPT', `cannot open dataset ${name}: its file is missing`);
    return decodeTable(fromBytes(bytes), this.#serde);
  }
}

function describe(dataset: Dataset, columns: ReadonlySet<string> | undefined): Omit<DatasetInfo, 'until' | 'purpose'> {
  const { schema } = dataset.table;
  return {
    name: dataset.name,
    description: dataset.description,
    subject: schema.subject,
    columns: describeColumns(dataset.table).filter(({ name }) => columns === undefined || columns.has(name)),
    rows: shownRows(dataset.table),
    mockRows: dataset.mock?.rowCount ?? null,
  };
}
