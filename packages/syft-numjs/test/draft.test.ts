import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('the draft says of each example what numjs does: types, mutation, shared memory, rows, randomness', async () => {
  const script = join(import.meta.dirname, '../draft/verify-surface.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=@syft-libs/source', script]);
  expect(stdout).toMatch(/^143 members, 106 allowed, 37 refused; 9\d\d calls made/);
  expect(stdout).toContain('no problems');
});
