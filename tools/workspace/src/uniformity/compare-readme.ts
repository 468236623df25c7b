import type { Deviation, Skeleton } from './skeleton.ts';

/** The most lines that a package's README may have. */
const MOST_LINES = 120;
/** The most lines that its first example may have. */
const MOST_EXAMPLE = 15;

const FILE = 'README.md';

/** Where a README is not built as its kind has it: name, a sentence, headings in order, generated tables, length. */
export function compareReadme(text: string, name: string, { headings, tables }: Skeleton): readonly Deviation[] {
  const lines = text.split('\n');
  const at = (line: number, place: string, what: string, fix: string): Deviation => ({
    file: FILE,
    line,
    place: `${FILE}#${place}`,
    text: what,
    fix,
  });
  const deviations: Deviation[] = [];
  if (lines[0] !== `# ${name}`) deviations.push(at(1, 'title', 'the title is not the name of the package', `write # ${name}`));
  if (!/^[A-Z]/.test(lines[2] ?? '') || lines[3] !== '') {
    deviations.push(at(3, 'sentence', 'no sentence says what the package is', 'write one line, and an empty one after it'));
  }
  const length = lines.length - 1;
  if (length > MOST_LINES)
    deviations.push(
      at(MOST_LINES + 1, 'length', `${length} lines, at most ${MOST_LINES}`, 'move what is reference to docs/, and link to it'),
    );
  const marks = [...text.matchAll(/<!-- generated: ([\w-]+) -->/g)].map(([, mark]) => mark);
  for (const table of tables.filter((mark) => !marks.includes(mark))) {
    const fix = `put <!-- generated: ${table} --><!-- /generated --> where it belongs, and let RedBack sync fill it`;
    deviations.push(at(1, `table ${table}`, `there is no generated table of ${table}`, fix));
  }
  return [...deviations, ...compareHeadings(lines, headings, at), ...measureExample(lines, at)];
}

type At = (line: number, place: string, what: string, fix: string) => Deviation;

function compareHeadings(lines: readonly string[], headings: readonly string[], at: At): readonly Deviation[] {
  const code = codeLines(lines);
  const found = lines.flatMap((line, index) =>
    line.startsWith('## ') && !code.has(index) ? [{ name: line.slice(3), line: index + 1 }] : [],
  );
  const order = `the headings are ${headings.join(', ')}, and others after them`;
  const missing = headings.filter((name) => !found.some((heading) => heading.name === name));
  if (missing.length > 0) return missing.map((name) => at(1, name, `there is no heading ${name}`, `write ## ${name}; ${order}`));
  const misplaced = found.find(({ name }, index) => index < headings.length && name !== headings[index]);
  return misplaced === undefined ? [] : [at(misplaced.line, misplaced.name, `the heading ${misplaced.name} is out of order`, order)];
}

/** The indexes of lines in code blocks. */
function codeLines(lines: readonly string[]): ReadonlySet<number> {
  const inside = new Set<number>();
  let isOpen = false;
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('```')) isOpen = !isOpen;
    if (isOpen) inside.add(index);
  }
  return inside;
}

function measureExample(lines: readonly string[], at: At): readonly Deviation[] {
  const heading = lines.indexOf('## Example');
  const start = lines.findIndex((line, index) => index > heading && line.startsWith('```'));
  if (heading === -1 || start === -1) return [];
  const length = lines.slice(start + 1).indexOf('```');
  if (length <= MOST_EXAMPLE) return [];
  return [
    at(start + 1, 'example', `the example has ${length} lines, at most ${MOST_EXAMPLE}`, 'show less, and move the rest below Concepts'),
  ];
}
