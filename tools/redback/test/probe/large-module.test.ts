import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type InstalledModule, installModule } from './install-module.ts';
import { type ProbedLibrary, probeInstalled } from './probe-installed.ts';

vi.setConfig({ testTimeout: 60_000 });

/** So many exported objects that they are not all looked at after each call. */
const MODULE = `
export const parts = Array.from({ length: 3_000 }, (_, index) => ({ index }));
const table = { last: 0 };
const first = { value: 0 };
export const tables = { far: { away: { table, first } } };
let isKept = false;
export function keepsFar(x) { table.last = x; return x + 1; }
export function keepsNear(x) { keepsNear.last = x; return x + 2; }
export function keepsFirst(x) { if (!isKept) { isKept = true; first.value = x; } return x + 4; }
export function readsFar(x) { return table.last + x; }
export function sum(x) { return x + 3; }
`;

let installed: InstalledModule;
let large: ProbedLibrary;

beforeAll(async () => {
  installed = installModule('large', MODULE);
  large = await probeInstalled('large', { from: installed.folder, only: /^(?:keeps|reads|sum)/ });
}, 120_000);

afterAll(() => installed.remove());

test('a change far from the called member is told of the member that made it, and of no other', () => {
  expect(large.facts('keepsFar').changesModule).toBe(true);
  expect(large.facts('keepsNear').changesModule).toBe(true);
  expect(large.facts('keepsFirst').changesModule).toBe(true);
  expect(large.facts('readsFar').changesModule).toBe(false);
  expect(large.facts('sum').changesModule).toBe(false);
});

test('a far change that ends whoever looks at it is told of the member that made it', async () => {
  const trap = `
export const parts = Array.from({ length: 3_000 }, (_, index) => ({ index }));
const trap = () => Object.defineProperty(parts[2_500], 'index', { get: () => process.abort(), configurable: true });
export function sum(x) { return x + 3; }
export function traps(x) { trap(); return x + 1; }
`;
  const trapping = installModule('trapping', trap);
  const found = await probeInstalled('trapping', { from: trapping.folder, only: /^(?:sum|traps)/ });
  trapping.remove();
  expect(found.facts('traps').changesModule).toBe(true);
  expect(found.facts('sum').changesModule).toBe(false);
});
