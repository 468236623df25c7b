import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

test('the code in the README runs, and says what its comments say', () => {
  const root = join(import.meta.dirname, '..');
  const blocks = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code as string);
  expect(blocks).toHaveLength(2);
  const folder = mkdtempSync(join(tmpdir(), 'syft-readme-'));
  try {
    const outputs = blocks.map((code, index) => {
      const file = join(folder, `block-${index}.mts`);
      writeFileSync(file, code.replaceAll("'@syft-libs/ast'", JSON.stringify(pathToFileURL(join(root, 'src/index.ts')).href)));
      return execFileSync(process.execPath, ['--no-warnings', file], { encoding: 'utf8' });
    });
    expect(outputs).toEqual(["true true\n[ 'heights', 'unit' ]\n", '']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
