import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RULES } from '../../src/decide/rules/table.ts';

const GUIDE = join(import.meta.dirname, '../../../../docs/adding-a-support-package.md');

/** The rules that the rows of the guide's tables begin with. */
function namedRules(): readonly string[] {
  const rows = readFileSync(GUIDE, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([\w-]+)`/g)].map(([, name]) => name ?? ''));
}

test('the guide says once of each rule that holds members back what a reviewer can do', () => {
  const holding = RULES.filter(({ verdict }) => verdict !== 'allow').map(({ name }) => name);
  expect([...namedRules()].sort()).toEqual([...holding].sort());
});
