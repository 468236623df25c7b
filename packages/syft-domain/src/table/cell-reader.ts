import { COLUMN_KINDS, mayBeMissing } from './column-kinds.ts';
import type { ColumnSchema } from './table.ts';

/**
 * Reads one cell of a column: a number as it is stored, `undefined` when the cell lacks a value, or the reason why the
 * cell is refused. A reason never holds the cell's content.
 */
export type CellReader<Cell> = (cell: Cell) => number | undefined | string;

const NOT_A_NUMBER = 'not a number';
const TOO_LARGE = 'too large for a number';
const UNKNOWN_CATEGORY = 'not one of the categories';
const NOT_DECLARED = 'missing, and the column declares no missing values';

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const INFINITY = /^([+-]?)inf(?:inity)?$/i;
const BOOLEANS: ReadonlyMap<string, number> = new Map([
  ['true', 1],
  ['1', 1],
  ['false', 0],
  ['0', 0],
]);

/** For cells of text. Decimal notation alone is a number: no hexadecimal, no thousands separators, no unit. */
export function textCellReader(schema: ColumnSchema): CellReader<string> {
  const missing = new Set(schema.missing);
  const read = presentTextReader(schema);
  return (cell) => (missing.has(cell) ? undefined : cell === '' ? 'empty' : read(cell));
}

function presentTextReader(schema: ColumnSchema): (cell: string) => number | string {
  if (schema.kind === 'category') return categoryReader(schema);
  if (schema.kind === 'boolean') return (cell) => BOOLEANS.get(cell.toLowerCase()) ?? 'not true or false';
  const check = numberCheck(schema);
  return (cell) => {
    if (DECIMAL.test(cell)) {
      const value = Number(cell);
      return Number.isFinite(value) ? check(value) : TOO_LARGE;
    }
    const infinite = INFINITY.exec(cell);
    return infinite === null ? NOT_A_NUMBER : check(infinite[1] === '-' ? -Infinity : Infinity);
  };
}

/** For cells of JSON, which has no infinities: finite numbers, booleans and category texts; `null`, an absent key or a missing text is a missing value. */
export function jsonCellReader(schema: ColumnSchema): CellReader<unknown> {
  const missing = new Set<unknown>(schema.missing);
  const absent = mayBeMissing(schema) ? undefined : NOT_DECLARED;
  const read = presentJsonReader(schema);
  return (cell) => (cell === null || cell === undefined ? absent : missing.has(cell) ? undefined : read(cell));
}

function presentJsonReader(schema: ColumnSchema): (cell: unknown) => number | string {
  if (schema.kind === 'category') {
    const read = categoryReader(schema);
    return (cell) => (typeof cell === 'string' ? read(cell) : UNKNOWN_CATEGORY);
  }
  if (schema.kind === 'boolean') return (cell) => (typeof cell === 'boolean' ? Number(cell) : 'not true or false');
  const check = numberCheck(schema);
  return (cell) => (typeof cell !== 'number' ? NOT_A_NUMBER : Number.isFinite(cell) ? check(cell) : TOO_LARGE);
}

/** For elements of typed arrays, as columns store them: NaN is a missing value, and so is -1 in a category. */
export function elementReader(schema: ColumnSchema): CellReader<number> {
  const absent = mayBeMissing(schema) ? undefined : NOT_DECLARED;
  const limit = schema.categories?.length ?? 2;
  const check = COLUMN_KINDS[schema.kind].numeric ? numberCheck(schema) : numberCheck({ ...schema, bounds: [0, limit - 1] });
  const gap = schema.kind === 'category' ? COLUMN_KINDS.category.absent : Number.NaN;
  return (cell) => (Number.isNaN(cell) || cell === gap ? absent : check(cell));
}

function categoryReader({ categories = [] }: ColumnSchema): (cell: string) => number | string {
  const positions = new Map(categories.map((text, position) => [text, position]));
  return (cell) => positions.get(cell) ?? UNKNOWN_CATEGORY;
}

/** Bounds of a float32 column are compared after both sides are rounded, so that a bound itself is always inside. */
function numberCheck({ kind, bounds }: ColumnSchema): (value: number) => number | string {
  const { whole, range } = COLUMN_KINDS[kind];
  const round = kind === 'float32' ? Math.fround : (value: number) => value;
  const [lowest, highest] = bounds === undefined ? [-Infinity, Infinity] : [round(bounds[0]), round(bounds[1])];
  const outside = bounds === undefined ? '' : `outside [${bounds[0]}, ${bounds[1]}]`;
  return (value) => {
    const rounded = round(value);
    if (Number.isNaN(value)) return NOT_A_NUMBER;
    if (rounded < lowest || rounded > highest) return outside;
    if (whole ? value < range[0] || value > range[1] : Number.isFinite(value) && !Number.isFinite(rounded))
      return `outside the range of ${kind}`;
    return whole && !Number.isInteger(value) ? 'not a whole number' : rounded;
  };
}
