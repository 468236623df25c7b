import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ProbedLibrary, probeInstalled } from './probe-installed.ts';

/** State that no export leads to. */
const MODULE = `
let digits = 3;
const setDigits = (value) => { digits = value; };
export function configure(value) { setDigits(value); return value; }
export function round(x) { return x * digits; }
let isRead = false;
const readOnce = () => { isRead = true; process.binding('fs'); };
export function sleeper(x) {
  if (x > 1e8 && !isRead) { readOnce(); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400); }
  return x * 2;
}
export function ticking(x) {
  let left = 30;
  const step = () => (--left > 0 ? Promise.resolve().then(step) : process.binding('fs'));
  step();
  return x + 1;
}
export function plain(x) { return x + 3; }
`;

const TYPES = ['configure', 'round', 'sleeper', 'ticking', 'plain'].map((name) => `export function ${name}(x: number): number;`);

let folder: string;
let library: ProbedLibrary;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redback-hidden-'));
  const root = join(folder, 'node_modules/hiding');
  mkdirSync(root, { recursive: true });
  writeFileSync(
    join(root, 'package.json'),
    '{ "name": "hiding", "version": "1.0.0", "type": "module", "exports": "./index.js", "types": "./index.d.ts" }',
  );
  writeFileSync(join(root, 'index.js'), MODULE);
  writeFileSync(join(root, 'index.d.ts'), TYPES.join('\n'));
  library = await probeInstalled('hiding', { from: folder });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what one member leaves behind for another is told of one of them, whichever was probed first', () => {
  expect([library.facts('configure').changesModule, library.facts('round').changesModule]).toContain(true);
});

test('what a call reaches while it only sleeps, or in a later turn, is told', () => {
  expect(library.facts('sleeper').reached).not.toEqual([]);
  expect(library.facts('ticking').reached).not.toEqual([]);
});

test('what does nothing of the kind is told of nothing', () => {
  expect(library.facts('plain')).toMatchObject({ changesModule: false, reached: [], isUnstable: false });
});
