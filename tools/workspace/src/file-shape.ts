// The sizes and names that keep files readable. Function length and import cycles are biome's part.
import { basename } from 'node:path';
import ts from 'typescript';
import { isTestFile } from './dependency-direction.ts';
import type { Problem } from './workspace.ts';

/** The most lines that a file may have. */
export const maxLines = { source: 400, test: 600 } as const;

const empty = /(^|-)(utils?|common|misc|managers?)$/;
const emptyOutsideTests = /(^|-)helpers?$/;

const entry = /^(packages|tools)\/[^/]+\/src\/index\.ts$/;

/** Names the file when it is too long, its name says nothing, or it is an entry point with code of its own. */
export function checkShape(file: string, text: string): readonly Problem[] {
  return [...checkSize(file, text), ...checkName(file), ...(entry.test(file) ? checkEntry(file, text) : [])];
}

function checkSize(file: string, text: string): readonly Problem[] {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  const most = isTestFile(file) ? maxLines.test : maxLines.source;
  if (lines <= most) return [];
  return [{ file, line: most + 1, text: `${lines} lines, at most ${most}`, fix: 'split the file by concept: add a file, not a branch' }];
}

function checkName(file: string): readonly Problem[] {
  const stem = basename(file).split('.')[0] ?? '';
  if (!empty.test(stem) && (isTestFile(file) || !emptyOutsideTests.test(stem))) return [];
  return [{ file, line: 1, text: `the name '${stem}' says nothing`, fix: 'name the file after its main export' }];
}

/** The entry point of a package is its table of contents. */
function checkEntry(file: string, text: string): readonly Problem[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const code = source.statements.find((statement) => !ts.isExportDeclaration(statement) && !ts.isImportDeclaration(statement));
  if (code === undefined) return [];
  const line = source.getLineAndCharacterOfPosition(code.getStart(source)).line + 1;
  return [
    { file, line, text: 'the entry point of a package has code of its own', fix: 'move it to a file of its own, and export it from here' },
  ];
}
