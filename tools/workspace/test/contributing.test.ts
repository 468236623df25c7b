import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workspaceRoot } from '../src/workspace.ts';

test('CONTRIBUTING.md says of each check when it fails and what mends it', () => {
  const { scripts } = JSON.parse(readFileSync(join(workspaceRoot, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly check: string };
  };
  const targets = /-t ((?:[a-z]+ )+)--/.exec(scripts.check)?.[1]?.trim().split(' ');
  const rows = readFileSync(join(workspaceRoot, 'CONTRIBUTING.md'), 'utf8').matchAll(/^\| `([a-z]+)` \| [^|]+ \| [^|]+ \|$/gm);
  expect([...rows].map(([, check]) => check)).toEqual(targets);
});
