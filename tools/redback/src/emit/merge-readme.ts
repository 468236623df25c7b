// READMEs are people's, but for the tables that come from data.
const MARKED = /<!-- generated: ([\w-]+) -->((?:(?!<!-- )[\s\S])*)<!-- \/generated -->/g;

/** A table between its marks. */
export function markedTable(mark: string, table: string): string {
  return `<!-- generated: ${mark} -->\n${table}\n<!-- /generated -->`;
}

/**
 * A README with its tables as they stand in `fresh`, and every other word as it is. A mark that `fresh` has no table for stays
 * as it is, and a table whose mark somebody has taken out stays out.
 */
export function mergeReadme(current: string, fresh: string): string {
  const tables = new Map([...fresh.matchAll(MARKED)].map(([, mark = '', table = '']) => [mark, table]));
  return current.replaceAll(MARKED, (all, mark: string) => {
    const table = tables.get(mark);
    return table === undefined ? all : `<!-- generated: ${mark} -->${table}<!-- /generated -->`;
  });
}
