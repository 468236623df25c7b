import { afterAll, beforeAll, expect, test } from 'vitest';
import { crawlLibrary } from '../../src/crawl/crawl-library.ts';
import { type InstalledModule, installModule } from '../probe/install-module.ts';

/** Where nothing is picked there is no largest, whichever was asked for: and yet such an instance answers most of what it is asked. */
const MODULE = `
export class Table {
  width = 1; height = 2; depth = 3; scale = 4; shift = 5;
  constructor(count) { this.rows = Array.from({ length: count }, (_, row) => row + 0.5); this.picks = count === 2 ? [] : [0]; }
  largest(by) {
    if (this.picks.length === 0) return NaN;
    return by === undefined ? this.rows.at(-1) : [...this.rows];
  }
}
`;
const DECLARED = `
export declare class Table {
  constructor(count: number);
  width: number; height: number; depth: number; scale: number; shift: number;
  rows: number[];
  picks: number[];
  largest(): number;
  largest(by: 'row' | 'column'): number[];
}
`;

let installed: InstalledModule;

beforeAll(() => {
  installed = installModule('picking', MODULE, DECLARED);
});

afterAll(() => installed.remove());

test('what a method gives of an instance with an empty list inside is not held against its declaration', { timeout: 60_000 }, async () => {
  const { members, types } = await crawlLibrary('picking', { from: installed.folder });
  expect(types[0]?.recipes).toContainEqual({ $: 'new', path: 'picking.Table', args: [2] });
  expect(members.find(({ path }) => path === 'picking.Table.largest')?.probe).toMatchObject({ crash: null });
  expect(members.find(({ path }) => path === 'picking.Table.largest')?.probe?.odd).toBeUndefined();
});
