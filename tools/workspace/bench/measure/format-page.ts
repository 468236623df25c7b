import type { Figure } from './figure.ts';

export interface Results {
  readonly measured: string;
  readonly machine: { readonly node: string; readonly cores: number; readonly loadBefore: number };
  readonly figures: readonly Figure[];
}

/** The page `docs/measurements.md`: every figure, its budget, and the sides that it was made of. */
export function formatPage({ measured, machine, figures }: Results): string {
  const rows = figures.map(({ row, figure, value, unit, budget, verdict, sides, taken }) => {
    const limit = budget === null ? '' : 'most' in budget ? `≤ ${budget.most}` : `≥ ${budget.least}`;
    const beside = sides.map(({ name, median, unit: of }) => `${name} ${short(median)} ${of}`).join(', ');
    const apart = taken === undefined ? '' : `; ${taken}`;
    return `| ${row} | ${figure}${apart} | ${short(value)} ${unit} | ${limit} | ${verdict} | ${beside} |`;
  });
  return `# Measurements

Written by \`npm run bench\`; do not edit. Each figure is the median over at least five alternating rounds of one run, its peers beside it
and without native add-ons on either side. Ratios hold where times do not: the machine is small and shared. *In band* is within 1.5 of its
budget. Nothing here gates a change.

${measured.slice(0, 10)}, Node ${machine.node.slice(1)}, ${machine.cores} cores, load ${machine.loadBefore} before the run.

| what | of | measured | budget | verdict | sides |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

function short(value: number): string {
  return value >= 1_000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}
