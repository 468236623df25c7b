import type { RunOptions } from '../../../../packages/syft-autoload/test/tree/application.ts';
import { type Figure, stated } from '../measure/figure.ts';
import { medianInterval } from '../measure/interval.ts';
import { createProgram, FIRST_LINE, MODULES, type ModuleKind, PLAIN } from '../subjects/many-modules.ts';

/** Pairs of runs, one without autoload and one with it; which goes first alternates. */
const PAIRS = 44;
const FLAG = '--import=@syft-libs/autoload';
const ROW = `autoload, program of ${MODULES.toLocaleString('en')} modules`;

/** Processor time of whole processes, from their start to their end. */
export async function measure(): Promise<readonly Figure[]> {
  return [
    ...(await measureKind('mathjs', 'mathjs', FLAG)),
    ...(await measureKind('mixed', 'made up, half ES modules, half CommonJS', FLAG)),
    ...(await measureKind('mixed', 'made up, half and half, autoload in the first line', undefined)),
  ];
}

async function measureKind(kind: ModuleKind, name: string, flag: string | undefined): Promise<readonly Figure[]> {
  using program = await createProgram(kind);
  const [file, flags] = flag === undefined ? [FIRST_LINE, []] : [PLAIN, [flag]];
  // No report: to make one takes time, and nobody asks for it but the tests.
  const run = async (what: string, options: RunOptions = {}): Promise<number> =>
    Number((await program.run(process.execPath, what, { ...options, env: { SYFT_AUTOLOAD_REPORT: '' } })).stdout) / 1_000;
  const without = (): Promise<number> => run(PLAIN);
  const withIt = (): Promise<number> => run(file, { flags });
  const pairs: (readonly [without: number, withIt: number])[] = [];
  for (let pair = -2; pair < PAIRS; pair++) {
    const first = pair % 2 === 0 ? await without() : await withIt();
    const second = pair % 2 === 0 ? await withIt() : await without();
    if (pair >= 0) pairs.push(pair % 2 === 0 ? [first, second] : [second, first]);
  }
  return figuresOf(name, pairs, flag !== undefined);
}

function figuresOf(name: string, pairs: readonly (readonly [number, number])[], isBudgeted: boolean): readonly Figure[] {
  const ratios = medianInterval(pairs.map(([without, withIt]) => withIt / without));
  const added = medianInterval(pairs.map(([without, withIt]) => ((withIt - without) * 1_000) / MODULES));
  const budget = isBudgeted ? { budget: { most: 1.05 } } : {};
  const ratio = (which: string, value: number, more: object): Figure =>
    stated(
      { row: ROW, figure: `${name}: CPU time with ÷ without, ${which}`, ...more },
      { name: `${pairs.length} pairs`, samples: [value], unit: '×' },
    );
  return [
    ratio('median', ratios.median, {}),
    ratio('lower end of its 95 % interval', ratios.low, budget),
    ratio('upper end of its 95 % interval', ratios.high, {}),
    stated({ row: ROW, figure: `${name}: added for each module` }, { name: 'median', samples: [added.median], unit: 'µs' }),
    stated({ row: ROW, figure: `${name}: without` }, { name: 'plain', samples: pairs.map(([without]) => without), unit: 'ms' }),
  ];
}
