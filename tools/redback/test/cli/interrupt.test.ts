import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { redback, startRedback } from '../workspace/run-redback.ts';
import { installSmallLib, makeWorkspace } from '../workspace/small-workspace.ts';

vi.setConfig({ testTimeout: 90_000 });

const root = makeWorkspace();

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('who interrupts new is told what is there, and the same command goes on from it', async () => {
  installSmallLib(root);
  const { child, ended } = startRedback(root, 'new', 'small-lib', '--no-install');
  child.stderr.on('data', (text: string) => {
    if (text.includes('loading')) child.kill('SIGINT');
  });
  const { code, stdout, stderr } = await ended;
  expect({ code, signal: child.signalCode, stdout }).toEqual({ code: null, signal: 'SIGINT', stdout: '' });
  expect(stderr.slice(stderr.indexOf('interrupted'))).toMatchInlineSnapshot(`
    "interrupted before packages/syft-small-lib was made; so far there are:
      packages/syft-small-lib/package.json, which asks for the libraries
      pnpm-workspace.yaml, with their versions
    the same command again goes on from there
    to be rid of it: remove packages/syft-small-lib, and git restore pnpm-workspace.yaml pnpm-lock.yaml where they hold nothing else of yours
    "
  `);
  expect(existsSync(join(root, 'packages/syft-small-lib/package.json'))).toBe(true);
  expect(await redback(root, 'new', 'small-lib', '--no-install')).toMatchObject({ code: 0 });
});
