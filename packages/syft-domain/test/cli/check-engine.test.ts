import { expect, test } from 'vitest';
import { checkEngine } from '../../src/cli/check-engine.ts';

test.each(['22.22.3', '22.23.0', '24.11.1', '24.21.0', '26.0.0', '27.1.0'])('Node %s is taken', (version) => {
  expect(() => checkEngine(version)).not.toThrow();
});

test.each(['18.20.0', '20.20.2', '22.22.2', '23.11.0', '24.11.0', '25.2.0'])('Node %s is refused, with those that would do', (version) => {
  expect(() => checkEngine(version)).toThrow(expect.objectContaining({ code: 'UNSUPPORTED', message: expect.stringContaining('24.11.1') }));
});
