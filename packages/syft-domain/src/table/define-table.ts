import { isRecord, SyftError } from '@syft-libs/ast';
import { COLUMN_KINDS, isColumnKind } from './column-kinds.ts';
import type { ColumnSchema, RowDisplay, TableSchema } from './table.ts';

export interface TableDefinition<Name extends string> {
  /** `row` when each row is about someone else, or the column that names the person: whole numbers or a category, never missing. */
  readonly subject: 'row' | NoInfer<Name>;
  /** How the number of rows is shown. `rounded` when left out. */
  readonly rows?: RowDisplay;
  readonly columns: Readonly<Record<Name, ColumnSchema>>;
}

const ROW_DISPLAYS: readonly unknown[] = ['exact', 'rounded', 'hidden'];
const COLUMN_KEYS: readonly string[] = ['kind', 'unit', 'bounds', 'missing', 'categories'];
const LONGEST_NAME = 256;

/** Declares a table. Throws `BAD_CONFIG` with every problem, one a line. The schema is frozen. */
export function defineTable<const Name extends string>(definition: TableDefinition<Name>): TableSchema<Name> {
  return parseTableSchema(definition) as TableSchema<Name>;
}

/** Reads a table's schema from plain data, such as JSON. Throws `BAD_CONFIG` with every problem, one a line. */
export function parseTableSchema(value: unknown): TableSchema {
  const problems: string[] = [];
  const definition = isRecord(value) ? value : {};
  if (definition !== value) problems.push('table: expected an object');
  for (const key of unknownKeys(definition, ['subject', 'rows', 'columns'])) problems.push(`${key}: unknown key`);
  const { subject, rows = 'rounded' } = definition;
  if (!ROW_DISPLAYS.includes(rows)) problems.push('rows: expected exact, rounded or hidden');
  const columns = parseColumns(definition['columns'], problems);
  problems.push(...subjectProblems(subject, columns));
  if (problems.length > 0) {
    throw new SyftError(
      'BAD_CONFIG',
      `cannot define table: ${problems.length} problem(s)\n${problems.map((line) => `  ${line}`).join('\n')}`,
    );
  }
  return Object.freeze({ subject, rows, columns: Object.freeze(Object.fromEntries(columns)) }) as TableSchema;
}

function unknownKeys(record: Readonly<Record<string, unknown>>, known: readonly string[]): readonly string[] {
  return Object.keys(record).filter((key) => !known.includes(key));
}

function parseColumns(value: unknown, problems: string[]): ReadonlyMap<string, ColumnSchema> {
  const entries = isRecord(value) ? Object.entries(value) : [];
  if (entries.length === 0) problems.push('columns: expected an object with at least one column');
  const columns = new Map<string, ColumnSchema>();
  for (const [name, column] of entries) {
    const place = `columns[${JSON.stringify(name)}]`;
    const found = [...nameProblems(name), ...columnProblems(column)];
    problems.push(...found.map((reason) => `${place}${reason}`));
    if (found.length === 0) columns.set(name, freezeColumn(column as ColumnSchema));
  }
  return columns;
}

function nameProblems(name: string): readonly string[] {
  if (name === '' || name.length > LONGEST_NAME) return [`: a name has 1 to ${LONGEST_NAME} characters`];
  // A control character could disguise a column where the owner decides on it.
  if (!name.isWellFormed() || /\p{Cc}|\p{Bidi_Control}/u.test(name)) return [': a name has no control characters'];
  if (name !== name.trim()) return [': a name neither begins nor ends with a space'];
  return name === '__proto__' ? [': the name is reserved'] : [];
}

function columnProblems(column: unknown): readonly string[] {
  if (!isRecord(column) || !isColumnKind(column['kind'])) return [': expected a column, such as float64()'];
  const problems = unknownKeys(column, COLUMN_KEYS).map((key) => `.${key}: unknown key`);
  const { kind, unit, bounds, missing, categories } = column;
  const { numeric } = COLUMN_KINDS[kind];
  if (unit !== undefined && (!numeric || typeof unit !== 'string' || unit === '')) problems.push('.unit: a text, on a column of numbers');
  if (bounds !== undefined) problems.push(...boundsProblems(bounds, column as unknown as ColumnSchema));
  if (!isTextList(missing)) problems.push('.missing: expected different texts');
  if (kind === 'category') {
    if (!isTextList(categories) || categories.length === 0) problems.push('.categories: expected at least one text, all different');
    else if (isTextList(missing) && missing.some((text) => categories.includes(text))) problems.push('.missing: names a category');
  } else if (categories !== undefined) problems.push('.categories: only a category has them');
  return problems;
}

function isTextList(value: unknown): value is readonly string[] {
  if (!Array.isArray(value) || new Set(value).size !== value.length) return false;
  return value.every((text) => typeof text === 'string' && text.isWellFormed());
}

function boundsProblems(bounds: unknown, { kind }: ColumnSchema): readonly string[] {
  const { numeric, whole, range } = COLUMN_KINDS[kind];
  if (!numeric) return ['.bounds: only a column of numbers has them'];
  if (!Array.isArray(bounds) || bounds.length !== 2 || !bounds.every((bound) => Number.isFinite(bound))) {
    return ['.bounds: expected two finite numbers'];
  }
  const [lowest, highest] = bounds as [number, number];
  const problems: string[] = [];
  if (lowest > highest) problems.push('.bounds: the lower one comes first');
  if (whole && !bounds.every((bound) => Number.isInteger(bound))) problems.push('.bounds: expected whole numbers');
  if (bounds.some((bound) => bound < range[0] || bound > range[1])) problems.push(`.bounds: outside the range of ${kind}`);
  return problems;
}

/** Rights and release rules count subjects, so each row has to name one exactly. */
function subjectProblems(subject: unknown, columns: ReadonlyMap<string, ColumnSchema>): readonly string[] {
  if (subject === 'row') return [];
  const column = typeof subject === 'string' ? columns.get(subject) : undefined;
  if (column === undefined) return ['subject: expected "row", or the name of a valid column'];
  const problems: string[] = [];
  if (!COLUMN_KINDS[column.kind].whole || column.kind === 'boolean') problems.push('subject: the column holds whole numbers or categories');
  if (column.missing.length > 0) problems.push('subject: the column has no missing values');
  return problems;
}

function freezeColumn({ kind, unit, bounds, missing, categories }: ColumnSchema): ColumnSchema {
  return Object.freeze({
    kind,
    ...(unit === undefined ? {} : { unit }),
    ...(bounds === undefined ? {} : { bounds: Object.freeze([...bounds]) as readonly [number, number] }),
    missing: Object.freeze([...missing]),
    ...(categories === undefined ? {} : { categories: Object.freeze([...categories]) }),
  });
}
