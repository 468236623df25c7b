import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isRecord, SyftError } from '@syft-libs/ast';
import { parseTableSchema } from '../table/define-table.ts';
import type { TableSchema } from '../table/table.ts';

/**
 * Reads a table's schema from a `.json` file in the shape that `defineTable` takes, or from a module that exports one. In
 * JSON, `missing` may be one text, or left out. Throws `BAD_CONFIG` with every problem.
 */
export async function readSchema(file: string): Promise<TableSchema> {
  const path = resolve(file);
  const value = extname(path).toLowerCase() === '.json' ? await readJsonSchema(path) : await importSchema(path);
  return parseTableSchema(value);
}

async function readJsonSchema(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new SyftError('BAD_ARGUMENT', `cannot read schema: the file does not open (${cause.code ?? 'unknown reason'})`, { cause });
  });
  try {
    return withMissing(JSON.parse(text));
  } catch (cause) {
    throw new SyftError('BAD_CONFIG', 'cannot read schema: not JSON', { cause });
  }
}

/** Spells out what the makers of columns would. */
function withMissing(definition: unknown): unknown {
  if (!isRecord(definition) || !isRecord(definition['columns'])) return definition;
  const columns = Object.entries(definition['columns']).map(([name, column]) => {
    if (!isRecord(column)) return [name, column] as const;
    const { missing = [] } = column;
    return [name, { ...column, missing: typeof missing === 'string' ? [missing] : missing }] as const;
  });
  return { ...definition, columns: Object.fromEntries(columns) };
}

async function importSchema(path: string): Promise<unknown> {
  let module: Readonly<Record<string, unknown>>;
  try {
    module = await import(pathToFileURL(path).href);
  } catch (cause) {
    throw new SyftError('BAD_CONFIG', 'cannot read schema: its module does not load', { cause });
  }
  const schemas = new Set(Object.values(module).filter((value) => isRecord(value) && isRecord(value['columns'])));
  if (schemas.size === 1) return [...schemas][0];
  throw new SyftError('BAD_CONFIG', `cannot read schema: its module exports ${schemas.size === 0 ? 'none' : 'more than one'}`);
}
