/**
 * Writes `data/penguins.csv` from the `penguins.json` of the npm package vega-datasets; `data/README.md` has the commands.
 * Everything is kept as it is there but for names of columns, sex in lower case, and `NA` for what is missing.
 */

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/** The file in vega-datasets 3.2.1. Another one may need another conversion. */
const SOURCE_SHA256 = '0facf769609f1205b82cbceb8238c36af3e6147a0ca0e163902cc6281ce3e917';

const COLUMNS = {
  species: 'Species',
  island: 'Island',
  bill_length_mm: 'Beak Length (mm)',
  bill_depth_mm: 'Beak Depth (mm)',
  flipper_length_mm: 'Flipper Length (mm)',
  body_mass_g: 'Body Mass (g)',
  sex: 'Sex',
} as const;

type Penguin = Readonly<Record<(typeof COLUMNS)[keyof typeof COLUMNS], string | number | null>>;

/** CSV with a header and one row a bird, in the order of the source. One bird's sex is noted as `.`, which is missing too. */
export function penguinsToCsv(penguins: readonly Penguin[]): string {
  const rows = penguins.map((penguin) =>
    Object.entries(COLUMNS).map(([name, source]) => {
      const cell = penguin[source];
      if (cell === null || cell === '.') return 'NA';
      return name === 'sex' ? String(cell).toLowerCase() : String(cell);
    }),
  );
  return [Object.keys(COLUMNS), ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}

function convert(source: string): void {
  const bytes = readFileSync(source);
  if (createHash('sha256').update(bytes).digest('hex') !== SOURCE_SHA256)
    throw new Error('This is not the penguins.json of vega-datasets 3.2.1.');
  writeFileSync(new URL('../data/penguins.csv', import.meta.url), penguinsToCsv(JSON.parse(bytes.toString()) as readonly Penguin[]));
}

if (import.meta.main) convert(process.argv[2] ?? 'package/data/penguins.json');
