import { expect, test } from 'vitest';
import { hooksProblem, LoadLog } from '../../src/load/watch-loads.ts';

test('only Node versions whose hooks are right are used', () => {
  for (const version of ['22.22.3', '22.23.0', '24.11.1', '24.21.0', '26.0.0', '26.10.0', '27.0.0'])
    expect(hooksProblem(version), version).toBeUndefined();
  for (const version of ['20.20.2', '22.0.0', '22.22.2', '23.11.0', '24.0.0', '24.11.0', '25.9.0', ''])
    expect(hooksProblem(version), version).toMatch(/has no loader hooks that autoload can use/);
});

test('a log says once that there is something, until that was taken', () => {
  let calls = 0;
  const log = new LoadLog(() => void calls++);
  log.add('file:///a.js');
  log.add('file:///b.js');
  expect(calls).toBe(1);
  expect(log.take()).toEqual(['file:///a.js', 'file:///b.js']);
  expect(log.take()).toEqual([]);
  log.add('file:///c.js');
  expect(calls).toBe(2);
});
