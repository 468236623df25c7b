import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('a check that finds something prints where and what mends it, and fails', () => {
  const module = JSON.stringify(new URL('../src/workspace.ts', import.meta.url).href);
  const run = (problems: string) => {
    const script = `import { report } from ${module}; report('stars', ${problems});`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  expect(run("[{ file: 'sky.ts', line: 3, text: 'a star fell', fix: 'wish' }]")).toEqual({
    status: 1,
    stdout: 'stars: 1 problem(s)\n',
    stderr: 'sky.ts:3: a star fell\n    wish\n',
  });
  expect(run('[]')).toEqual({ status: 0, stdout: 'stars: no problem\n', stderr: '' });
});
