import { expect, test } from 'vitest';
import { checkBudgets, type SizeRow } from '../src/browser-sizes.ts';
import { bundleForBrowser } from '../src/bundle-for-browser.ts';

test('a page loads neither a manifest nor a library before it needs one', async () => {
  const code = "import { numjs } from '@syft-libs/numjs'; import { connect } from '@syft-libs/client'; console.log(numjs, connect);";
  const { files, eager, inputs } = await bundleForBrowser({ code });
  const loaded = [...inputs.keys()].join('\n');
  expect(loaded).toContain('packages/syft-numjs/src/gen/surface.ts');
  expect(loaded).toContain('packages/syft-client/src/transport/websocket-browser.ts');
  expect(loaded).not.toMatch(/manifest\.json|runtime\.ts|node_modules|syft-domain/);
  expect(files.size).toBeGreaterThan(eager.length);
});

test('a bundle that needs a module of Node is no bundle', async () => {
  await expect(bundleForBrowser({ code: "import 'node:fs';" })).rejects.toThrow('node:fs');
});

test('a size beyond its budget is a problem that names what weighs most', () => {
  const row = (gzipped: number): SizeRow => ({ name: 'client', size: { raw: 9, gzipped }, budget: 100, heaviest: ['big.ts (7)'] });
  expect(checkBudgets([row(100), { ...row(500), budget: undefined }])).toEqual([]);
  expect(checkBudgets([row(101)])).toMatchObject([{ text: 'client: 101 bytes gzipped, at most 100', fix: 'the heaviest are big.ts (7)' }]);
});
