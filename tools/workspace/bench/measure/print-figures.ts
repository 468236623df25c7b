import type { Budget, Figure, Side } from './figure.ts';

/** The figures as lines of a table: what, value, budget, verdict, and both sides' own readings. */
export function printFigures(figures: readonly Figure[]): void {
  let row = '';
  for (const figure of figures) {
    if (figure.row !== row) console.log(`\n${figure.row}`);
    row = figure.row;
    console.log(
      [
        `  ${figure.figure.padEnd(58)}`,
        `${figure.value} ${figure.unit}`.padStart(14),
        showBudget(figure.budget).padStart(10),
        ` ${figure.verdict.padEnd(8)}`,
        figure.sides.map(showSide).join(' | '),
      ].join(' '),
    );
  }
}

function showBudget(budget: Budget | null): string {
  if (budget === null) return '';
  return 'most' in budget ? `≤ ${budget.most}` : `≥ ${budget.least}`;
}

function showSide({ name, median, low, high, unit }: Side): string {
  return `${name} ${median} ${unit} (${low}–${high})`;
}
