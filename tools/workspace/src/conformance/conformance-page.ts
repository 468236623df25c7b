import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { staleText } from '../fresh/stale-text.ts';
import { type Problem, workspaceRoot } from '../workspace.ts';
import { readCompat, readVerdicts, supportFolders } from './compat.ts';
import { type ConformanceRow, sortRows } from './conformance-row.ts';

/** Where the page is, relative to the root. */
export const PAGE = 'docs/conformance.md';

const FIX = 'run `pnpm nx run-many -t conformance` and commit what it writes';

/** A version that fails is shown by a run, and stays out of `compat.json`; on a busy machine a run may fail by itself. */
const FAILING =
  'run the conformance of that package alone, mend what it names or take the version out of its compat.json, and run the page again';

/** The page of the matrix. Nothing but the rows is in it, so that equal results are equal bytes. */
export function formatConformancePage(rows: readonly ConformanceRow[]): string {
  const lines = sortRows(rows).map(
    (row) => `${facts(row, row)} ${row.passing} of ${row.allowed} | ${row.verdict === 'pass' ? 'pass' : `fail: ${row.failed} tests`} |`,
  );
  return `# Conformance

Written by \`pnpm nx run-many -t conformance\`; do not edit. Each support package, held against each version of its libraries that its
\`compat.json\` lists. *Passing* counts the allowed entries that give on a domain, for every generated and hand-written call, what the library
gives when it is called directly; refused members and those under review have to answer like unknown ones.

| package | library | version | allowed | refused | review | passing | verdict |
|---|---|---|---|---|---|---|---|
${lines.join('\n')}
`;
}

interface Counts {
  readonly allowed: number;
  readonly refused: number;
  readonly review: number;
}

interface Identity {
  readonly package: string;
  readonly library: string;
  readonly version: string;
}

/** The part of a row that follows from manifests and `compat.json` alone. */
function facts({ package: name, library, version }: Identity, { allowed, refused, review }: Counts): string {
  return `| ${name} | ${library} | ${version} | ${allowed} | ${refused} | ${review} |`;
}

const ROW = /^\| (\S+) \| (\S+) \| (\S+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) of \d+ \| (?:pass|fail: (\d+) tests) \|$/;

/** A row as it was printed; `undefined` for any other line. */
function parseRow(line: string): ConformanceRow | undefined {
  const [, name = '', library = '', version = '', ...counts] = ROW.exec(line) ?? [];
  const [allowed = 0, refused = 0, review = 0, passing = 0, failed] = counts.map((count) =>
    count === undefined ? undefined : Number(count),
  );
  if (name === '') return undefined;
  return {
    problem: null,
    package: name,
    library,
    version,
    allowed,
    refused,
    review,
    passing,
    failed: failed ?? 0,
    verdict: failed === undefined ? 'pass' : 'fail',
  };
}

/**
 * Names each row that the page lacks, each that is there for nothing, by manifests and `compat.json`, and what else was edited. No test
 * is run, so what passed is taken from the page itself.
 */
export function staleConformancePage(root: string = workspaceRoot): readonly Problem[] {
  const file = join(root, PAGE);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const expected = supportFolders(root).flatMap(({ dir, name }) =>
    Object.entries(readCompat(join(root, dir))).flatMap(([library, versions]) => {
      const { allow, refuse, review } = readVerdicts(join(root, dir), library) ?? { allow: 0, refuse: 0, review: 0 };
      return versions.map((version) => facts({ package: name, library, version }, { allowed: allow, refused: refuse, review }));
    }),
  );
  const missing = expected.filter((fact) => !lines.some((line) => line.startsWith(fact)));
  const needless = lines.flatMap((line, index) =>
    line.startsWith('| @') && !expected.some((fact) => line.startsWith(fact)) ? [{ line: index + 1, text: line }] : [],
  );
  const rows = lines.flatMap((line) => parseRow(line) ?? []);
  const failing = lines.flatMap((line, index) => (parseRow(line)?.verdict === 'fail' ? [{ line: index + 1, text: line }] : []));
  const misprinted = staleText(root, { file: PAGE, text: formatConformancePage(rows), command: 'pnpm nx run-many -t conformance' });
  const wrong = [
    ...missing.map((fact) => ({ file: PAGE, line: 1, text: `the page has no row ${fact}`, fix: FIX })),
    ...needless.map(({ line, text }) => ({ file: PAGE, line, text: `nothing stands behind the row ${text}`, fix: FIX })),
    ...failing.map(({ line, text }) => ({ file: PAGE, line, text: `what fails is not to be committed: ${text}`, fix: FAILING })),
  ];
  return wrong.length > 0 ? wrong : misprinted;
}
