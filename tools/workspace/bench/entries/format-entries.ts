import { median } from '../measure/rounds.ts';
import type { EntryFigure, PackageFigures } from './entry-figure.ts';

/** What the same call through the generated package may cost beside one wired in by hand. */
export const BY_HAND_BUDGET = 1.05;

/** All figures of one run as lines for a terminal. */
export function formatTable({ package: name, entries, byHand }: PackageFigures): string {
  const width = Math.max(...entries.map(({ path }) => path.length), 4);
  const lines = entries.map(({ path, size, remote, direct, ratio, mark }) => {
    const cells = [
      sizeText(size).padStart(9),
      micro(remote).padStart(12),
      micro(direct).padStart(12),
      (ratio === null ? '' : `${ratio} ×`).padStart(9),
    ];
    return `  ${path.padEnd(width)} ${cells.join(' ')}  ${mark ?? ''}`.trimEnd();
  });
  const hand = byHand.map(
    ({ path, generated, byHand: own, ratio, low, high }) =>
      `  ${path.padEnd(width)} ${micro(generated).padStart(12)} ${micro(own).padStart(12)} ${`${ratio} ×`.padStart(9)} ${`(${low}–${high})`.padStart(14)}  ${verdict(ratio)}`,
  );
  return [
    `${name}: through client, domain and VM, in memory ÷ the library directly`,
    ...lines,
    '',
    `${name}: through the generated package ÷ through a handler wired in by hand (at most ${BY_HAND_BUDGET})`,
    ...hand,
    '',
    ...summaries(entries).map(
      ({ size, count, middle, high, largest }) =>
        `  ${size.padStart(9)}: ${count} entries, median ${middle} ×, nine in ten ≤ ${high} ×, largest ${largest}`,
    ),
    ...(byHand.length === 0 ? [] : [`  by hand: median ${handMedian(byHand)} ×`]),
  ].join('\n');
}

/** The section of `docs/measurements.md` about generated tables; nothing where no package was measured. */
export function formatSection(packages: readonly PackageFigures[]): string {
  if (packages.length === 0) return '';
  const sorted = [...packages].sort((left, right) => (left.package < right.package ? -1 : 1));
  const sizes = sorted.flatMap(({ package: name, entries }) =>
    summaries(entries).map(
      ({ size, count, left, middle, high, largest }) => `| ${name} | ${size} | ${count} | ${left} | ${middle} × | ${high} × | ${largest} |`,
    ),
  );
  const hand = sorted.flatMap(({ package: name, byHand }) =>
    byHand.map(
      ({ path, generated, byHand: own, ratio, low, high }) =>
        `| ${name} | ${path} | ${generated} µs | ${own} µs | ${ratio} × | ${low}–${high} | ${verdict(ratio)} |`,
    ),
  );
  const runs = sorted.map(
    ({ package: name, measured, machine }) =>
      `${name} on ${measured.slice(0, 10)}, Node ${machine.node.slice(1)}, ${machine.cores} cores, load ${machine.loadBefore} before the run`,
  );
  return `
## Every allowed entry

Written by \`node --conditions=@syft-libs/source tools/workspace/bench/entries/main.ts <package>\`. The time of a call through client, domain
and VM in memory, its value not fetched, divided by the same call of the library itself: processor time of the one process that holds both sides, as medians over at least five alternating rounds,
and more where these disagree.
What a call costs by itself shows at 10 elements, copies of results at the largest size. Lists of numbers are held as typed arrays on the domain.
*No size* are entries in whose calls nothing grows, or that take no call that has grown. *Not measured* are calls that would take too long, and those that fail. All figures: \`tools/workspace/bench/results/entries-*.json\`.

${runs.join('; ')}.

| package | elements | entries | not measured | median | nine in ten at most | largest |
|---|---|---|---|---|---|---|
${sizes.join('\n')}

Through the generated package ÷ through a handler wired in by hand with the same guarantees
([what it has and what it lacks](../tools/workspace/bench/entries/measure-by-hand.ts)), 10 elements, medians of 80 pairs of readings in
one session, at most ${BY_HAND_BUDGET}; beside each ratio the interval in which it lies with 95 % probability:

| package | entry | generated | by hand | ratio | 95 % | verdict |
|---|---|---|---|---|---|---|
${hand.join('\n')}
`;
}

interface Summary {
  readonly size: string;
  readonly count: number;
  readonly left: number;
  readonly middle: number;
  readonly high: number;
  readonly largest: string;
}

function summaries(entries: readonly EntryFigure[]): readonly Summary[] {
  const sizes = [...new Set(entries.filter(({ ratio }) => ratio !== null).map(({ size }) => size))];
  const order = (size: number | null): number => size ?? Number.POSITIVE_INFINITY;
  return sizes
    .sort((left, right) => order(left) - order(right))
    .map((size) => {
      const own = entries.filter((entry) => entry.size === size);
      const ratios = own.flatMap(({ ratio }) => (ratio === null ? [] : [ratio])).sort((left, right) => left - right);
      const largest = own.reduce((most, entry) => ((entry.ratio ?? 0) > (most.ratio ?? 0) ? entry : most));
      return {
        size: sizeText(size),
        count: ratios.length,
        left: own.length - ratios.length,
        middle: Number(median(ratios).toPrecision(3)),
        high: ratios[Math.ceil(ratios.length * 0.9) - 1] as number,
        largest: `${largest.path} ${largest.ratio} ×`,
      };
    });
}

function handMedian(byHand: PackageFigures['byHand']): number {
  return Number(median(byHand.map(({ ratio }) => ratio)).toPrecision(3));
}

function verdict(ratio: number): string {
  if (ratio <= BY_HAND_BUDGET) return 'pass';
  return ratio <= BY_HAND_BUDGET * 1.5 ? 'in band' : 'miss';
}

function sizeText(size: number | null): string {
  return size === null ? 'no size' : size.toLocaleString('en');
}

function micro(time: number | null): string {
  return time === null ? '' : `${time >= 1_000 ? Math.round(time).toLocaleString('en') : time} µs`;
}
