import { extname, isAbsolute } from 'node:path';
import { SyftError } from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import { textOf } from '../session/scientist-calls.ts';
import { parseTableSchema } from '../table/define-table.ts';
import { mockOf } from '../table/mock-of.ts';
import { readCsv } from '../table/read-csv.ts';
import { readJson } from '../table/read-json.ts';

/** What an owner learns of a dataset that was added: its exact size, too. */
export interface AddedDataset {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly string[];
  readonly mockRows: number | null;
}

/**
 * Adds a dataset from a file on this machine, at its owner's word. `schema` is plain data; `mockRows` and `seed` ask for a
 * mock. Throws `BAD_ARGUMENT`, `BAD_CONFIG`, `EXISTS`, or `BAD_DATA` with the row and column of each cell that does not fit.
 */
export async function addDatasetFile(core: DomainCore, args: Readonly<Record<string, unknown>>): Promise<AddedDataset> {
  const name = textOf(args, 'name');
  const path = textOf(args, 'path');
  if (!isAbsolute(path)) throw new SyftError('BAD_ARGUMENT', 'cannot add dataset: its path is not absolute');
  if (core.datasets.get(name) !== undefined) throw new SyftError('EXISTS', `cannot add dataset: there is one named ${name}`);
  const { mockRows, seed = 1, description = '', showCells } = args;
  const schema = parseTableSchema(args['schema']);
  const mock = typeof mockRows === 'number' ? mockOf(schema, { rows: mockRows, seed: Number(seed) }) : undefined;
  const table = await readerFor(path)(path, schema, { showCells: showCells === true });
  await core.datasets.add(name, table, { description: String(description), ...(mock && { mock }) });
  return { name, rows: table.rowCount, columns: [...table.columns.keys()], mockRows: mock?.rowCount ?? null };
}

function readerFor(path: string): typeof readCsv | typeof readJson {
  switch (extname(path).toLowerCase()) {
    case '.csv':
      return readCsv;
    case '.json':
      return readJson;
    default:
      throw new SyftError('BAD_ARGUMENT', 'cannot add dataset: the file’s name ends neither in .csv nor in .json');
  }
}
