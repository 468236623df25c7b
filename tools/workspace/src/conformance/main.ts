// Holds the support package in the current folder against the library versions of its `compat.json`, or those that arguments
// name (`numjs@0.16.0`), and keeps the counts in `.reports/conformance.json`. A version that fails is a row, not a failure.
// `--test <file>`: the conformance test, where another package has it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { conformanceReport, type LibraryVersion } from './conformance-report.ts';
import { formatRows } from './conformance-row.ts';
import type { TestFile } from './run-tests.ts';

function readVersion(argument: string): LibraryVersion {
  const at = argument.lastIndexOf('@');
  if (at < 1) throw new Error(`cannot read ${argument}: expected a library and its version, as in numjs@0.16.1`);
  return { library: argument.slice(0, at), version: argument.slice(at + 1) };
}

/** A test stands in the folder `test` of its package. */
function readTest(file: string): TestFile {
  const folder = dirname(dirname(resolve(file)));
  return { folder, file: relative(folder, resolve(file)) };
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { test: { type: 'string' } } });
const wanted = positionals.map(readVersion);
const rows = await conformanceReport(process.cwd(), {
  ...(wanted.length > 0 && { versions: wanted }),
  ...(values.test !== undefined && { test: readTest(values.test) }),
});
console.log(formatRows(rows));
if (wanted.length === 0) {
  const folder = join(process.cwd(), '.reports');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'conformance.json'), `${JSON.stringify(rows, null, 2)}\n`);
} else if (rows.some(({ verdict }) => verdict === 'fail')) process.exitCode = 1;
