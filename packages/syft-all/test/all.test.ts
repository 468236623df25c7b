import { readFileSync } from 'node:fs';
import { Domain } from '@syft-libs/domain';
import { expect, test } from 'vitest';
import * as exported from '../src/index.ts';

const { all, ...supports } = exported;
const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { readonly dependencies: object };

test('all is each of the packages that it installs, once, and each has its name', () => {
  expect(all.map(({ name }) => name).sort()).toEqual(Object.keys(dependencies).sort());
  expect(new Set(Object.values(supports))).toEqual(new Set(all));
});

test('a domain opens with all of them', async () => {
  const domain = await Domain.open({ libraries: all });
  await domain.close();
}, 60_000);
