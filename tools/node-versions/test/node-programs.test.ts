import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { nodePrograms } from '../src/node-programs.ts';

test('there is one Node of each line, and it is what it says', () => {
  const versions = nodePrograms().map(({ path }) => execFileSync(path, ['--version'], { encoding: 'utf8' }).trim());
  expect(versions).toEqual(['v22.23.3', process.version, 'v26.10.0']);
});
