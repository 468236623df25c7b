/** What the demo says: numbered steps and aligned lines, at most 78 columns wide, in colour on a terminal. */

import { styleText } from 'node:util';

const WIDTH = 78;
const LABEL = 12;

let step = 0;

const coloured = process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '';

/** In colour on a terminal only: what started the demo may ask for colours that would end up in a file. */
function paint(format: Parameters<typeof styleText>[0], text: string): string {
  return coloured ? styleText(format, text, { validateStream: false }) : text;
}

function write(line: string): void {
  console.log(line.trimEnd());
}

export function title(text: string, subtitle: string): void {
  write('');
  write(`  ${paint('bold', text)}`);
  write(`  ${paint('dim', subtitle)}`);
}

/** Begins the next step. */
export function heading(text: string): void {
  step += 1;
  const number = String(step).padStart(2);
  write('');
  write(`${paint(['bold', 'cyan'], number)}  ${paint('bold', text)} ${paint('dim', '─'.repeat(Math.max(3, WIDTH - text.length - 5)))}`);
}

/** One fact under a step: a label, and what it is. Long facts go on below themselves. */
export function fact(label: string, text: string, mood: 'plain' | 'good' | 'refused' = 'plain'): void {
  const colour = { plain: undefined, good: 'green', refused: 'yellow' } as const;
  const format = colour[mood];
  wrap(text, WIDTH - LABEL - 4).forEach((line, index) => {
    const name = (index === 0 ? label : '').padEnd(LABEL);
    write(`    ${paint('dim', name)}${format === undefined ? line : paint(format, line)}`);
  });
}

/** A line in small print; what is long goes on further in. */
export function detail(text: string): void {
  wrap(text, WIDTH - 10).forEach((line, index) => {
    write(`      ${paint('dim', index === 0 ? line : `    ${line}`)}`);
  });
}

/** Rows under a header: the first column to the left, the others to the right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = header.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const format = (row: readonly string[]): string =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('   ');
  write(`    ${paint('dim', format(header))}`);
  for (const row of rows) write(`    ${format(row)}`);
}

export function ending(text: string, mood: 'good' | 'bad'): void {
  write('');
  write(`  ${paint(['bold', mood === 'good' ? 'green' : 'red'], text)}`);
  write('');
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
