// Measures what a page has to load before its first line runs, against the budgets: `node --conditions=@syft-libs/source src/browser-sizes.ts`.
import { gzipSync } from 'node:zlib';
import type { SurfaceEntry } from '@syft-libs/ast';
import { type BrowserBundle, type BundleEntry, bundleForBrowser } from './bundle-for-browser.ts';
import { type Problem, report } from './workspace.ts';

/** A kilobyte, as the budgets count. */
const KB = 1_000;
const SYNTHETIC_ENTRIES = 1_000;

/** What a bundle weighs, in bytes. */
export interface BundleSize {
  readonly raw: number;
  readonly gzipped: number;
}

/** One row of the table. */
export interface SizeRow {
  readonly name: string;
  readonly size: BundleSize;
  /** The most that it may weigh gzipped, in bytes; none where the size is only stated. */
  readonly budget: number | undefined;
  /** What weighs most in it, for whoever has to make it smaller. */
  readonly heaviest: readonly string[];
}

const CLIENT = "export * from '@syft-libs/client'; export * from '@syft-libs/client/browser';";

/** The rows of the table, measured now. */
export async function measureSizes(): Promise<readonly SizeRow[]> {
  const row = async (name: string, budget: number | undefined, entry: BundleEntry): Promise<SizeRow> => {
    const bundle = await bundleForBrowser(entry);
    return { name, budget, size: sizeOf(bundle), heaviest: heaviestOf(bundle) };
  };
  const ast = await row('ast, all of it', undefined, { code: "export * from '@syft-libs/ast';" });
  const client = await row('client', 30 * KB, { code: CLIENT });
  const connected = await row('client, once it connects', undefined, {
    code: `${CLIENT} export * from '../../packages/syft-js/src/index.ts';`,
  });
  const withNumjs = await row("client, numjs's surface", 40 * KB, { code: `${CLIENT} export * from '@syft-libs/numjs';` });
  const withMore = await row('client, synthetic surface', undefined, { code: `${CLIENT} ${syntheticSurface(SYNTHETIC_ENTRIES)}` });
  const entries = {
    name: `${SYNTHETIC_ENTRIES} further entries`,
    budget: 25 * KB,
    size: { raw: withMore.size.raw - client.size.raw, gzipped: withMore.size.gzipped - client.size.gzipped },
    heaviest: withMore.heaviest,
  };
  return [ast, client, connected, withNumjs, entries];
}

/** The rows beyond their budgets. */
export function checkBudgets(rows: readonly SizeRow[]): readonly Problem[] {
  return rows.flatMap(({ name, size, budget, heaviest }) => {
    if (budget === undefined || size.gzipped <= budget) return [];
    const text = `${name}: ${size.gzipped} bytes gzipped, at most ${budget}`;
    return [{ file: 'tools/workspace/src/browser-sizes.ts', line: 1, text, fix: `the heaviest are ${heaviest.join(', ')}` }];
  });
}

function sizeOf({ files, eager }: BrowserBundle): BundleSize {
  const loaded = eager.map((name) => files.get(name) as Uint8Array);
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
  return { raw: sum(loaded.map((file) => file.length)), gzipped: sum(loaded.map((file) => gzipSync(file, { level: 9 }).length)) };
}

function heaviestOf({ inputs }: BrowserBundle): readonly string[] {
  const byWeight = [...inputs].sort(([, left], [, right]) => right - left);
  return byWeight.slice(0, 5).map(([input, bytes]) => `${input} (${bytes})`);
}

/** A module with a support package of so many functions: every name its own, signatures as varied as a library's. */
function syntheticSurface(count: number): string {
  const types = ['number', 'string', 'boolean', 'number[]', 'ast.Column', 'big.Table'];
  const pick = (index: number, salt: number): string => types[(index * salt + (index >> 3)) % types.length] as string;
  const entries = Array.from({ length: count }, (_, index): SurfaceEntry => {
    const name = `${wordOf(index * 7 + 1)}${wordOf(index * 13 + 5)}${index}`;
    const more = index % 3 === 0 ? `, public ${wordOf(index + 3)}?: ${pick(index, 5)}` : '';
    return [
      name,
      'function',
      `(${wordOf(index)}: ${pick(index, 1)} | ${pick(index, 7)}, y: ${pick(index, 11)}${more}) => ${pick(index, 3)}`,
    ];
  });
  const surface = {
    root: 'big',
    library: 'big',
    version: '1.0.0',
    digest: '0'.repeat(64),
    aliases: {},
    types: [{ id: 'big.Table', accepts: [] }],
    entries,
  };
  return [
    "import { defineSupport } from '@syft-libs/ast';",
    `const surfaces = ${JSON.stringify([surface])};`,
    "export const big = defineSupport({ name: 'big', module: '', surfaces, load: async () => [], manifest: async () => ({}) });",
  ].join(' ');
}

/** A made-up word, another one for most numbers. */
function wordOf(index: number): string {
  const syllables = ['cor', 'lin', 'var', 'mat', 'sum', 'den', 'fit', 'ran', 'pol', 'quo', 'tri', 'nor', 'ex', 'bi', 'se', 'ma', 'ku'];
  const at = (place: number): string => syllables[(index * 31 + place * 17 + (index >> (place * 2))) % syllables.length] as string;
  return `${at(0)}${at(1)}${at(2)}`;
}

if (import.meta.main) {
  const rows = await measureSizes();
  console.log(`${'bundle for the browser'.padEnd(28)}${'raw'.padStart(10)}${'gzipped'.padStart(10)}${'at most'.padStart(10)}`);
  for (const { name, size, budget } of rows) {
    const cells = [size.raw, size.gzipped, budget ?? ''].map((cell) => String(cell).padStart(10));
    console.log(`${name.padEnd(28)}${cells.join('')}`);
  }
  report('browser sizes', checkBudgets(rows));
}
