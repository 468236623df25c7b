import type { TrialRow } from './run-trial.ts';

const TABLE = /<!-- generated: trials -->[\s\S]*?<!-- \/generated -->/;

/** The page with the table of the last trials in it; the words around it are people's. */
export function replaceTable(page: string, rows: readonly TrialRow[]): string {
  const head =
    '| library | version | character | found | allowed | refused | review | callables | tests | seconds |\n|---|---|---|---|---|---|---|---|---|---|';
  const lines = rows.map(({ name, version, character, found, allowed, refused, review, callables, tests, seconds }) => {
    const share = `${callables[0]} of ${callables[1]}`;
    return `| \`${name}\` | ${version} | ${character} | ${found} | ${allowed} | ${refused} | ${review} | ${share} | ${tests[0]} of ${tests[1]} | ${Math.round(seconds)} |`;
  });
  return page.replace(TABLE, () => `<!-- generated: trials -->\n${[head, ...lines].join('\n')}\n<!-- /generated -->`);
}
