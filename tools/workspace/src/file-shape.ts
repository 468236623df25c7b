// The sizes and names that keep files readable. Function length and import cycles are biome's part.
import { basename } from 'node:path';
import { isTestFile } from './dependency-direction.ts';
import type { Problem } from './workspace.ts';

/** The most lines that a file may have. */
export const maxLines = { source: 400, test: 600 } as const;

const empty = /(^|-)(utils?|common|misc|managers?)$/;
const emptyOutsideTests = /(^|-)helpers?$/;

/** Names the file when it is too long or its name says nothing. */
export function checkShape(file: string, text: string): readonly Problem[] {
  return [...checkSize(file, text), ...checkName(file)];
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
