import { stripVTControlCharacters } from 'node:util';

/** Two spaces between columns, and before each line of what belongs to a heading. */
const GAP = '  ';

const SEGMENTER = new Intl.Segmenter();
const WIDE =
  /^(\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6])/u;

/** How many columns of a terminal a text takes. */
function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of SEGMENTER.segment(stripVTControlCharacters(text))) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Cuts a text to a width, and shows that it was cut. */
export function clip(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let clipped = '';
  for (const { segment } of SEGMENTER.segment(text)) {
    if (widthOf(clipped + segment) >= width) break;
    clipped += segment;
  }
  return `${clipped.trimEnd()}…`;
}

export interface TableLayout {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Of the terminal; the last column is cut to fit. */
  readonly width: number;
  readonly heading: (text: string) => string;
}

/** Lines of a table: columns as wide as what they hold, the last one cut at the terminal's edge. */
export function layoutTable({ headings, rows, width, heading }: TableLayout): readonly string[] {
  const last = headings.length - 1;
  const widths = headings.slice(0, last).map((name, column) => Math.max(widthOf(name), ...rows.map((row) => widthOf(row[column] ?? ''))));
  const used = widths.reduce((sum, one) => sum + one + GAP.length, 0);
  const lineOf = (cells: readonly string[]): string => {
    const rest = cells[last] ?? '';
    const fitted = Number.isFinite(width) ? clip(rest, Math.max(12, width - used)) : rest;
    return [...widths.map((one, column) => pad(cells[column] ?? '', one)), fitted].join(GAP).trimEnd();
  };
  return [heading(lineOf(headings)), ...rows.map(lineOf)];
}

/** Lines of names and what they stand for, aligned. */
export function layoutFields(
  fields: readonly (readonly [name: string, value: string])[],
  name: (text: string) => string,
): readonly string[] {
  const width = Math.max(...fields.map(([text]) => widthOf(text)));
  return fields.map(([text, value]) => `${name(pad(text, width))}${GAP}${value}`.trimEnd());
}

/** Moves lines to the right. */
export function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? line : GAP + line));
}

/** `1 row`, `2 rows`; thousands apart. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
