import { createSigningKey, type Limits, type SigningKey } from '@syft-libs/ast';
import { Chance } from '../samples/chance.ts';
import type { Diary } from './diary.ts';
import { formatProgram, formatStep, type Program } from './program.ts';
import { makeProgram } from './program-maker.ts';
import { runProgram } from './run-program.ts';
import { compareTranscripts, type Transcript } from './transcript.ts';
import { TwinDomain, type TwinDomainOptions } from './twin-domain.ts';
import type { TwinLibraries } from './twin-libraries.ts';

export interface TwinOptions {
  readonly libraries: TwinLibraries;
  /** How many programs to run, and which: each has the seed `seed` + its number. */
  readonly programs: number;
  readonly seed: number;
  readonly tamper?: TwinDomainOptions['tamper'];
  /** Written before each call, for whoever is left when a call takes this process along. */
  readonly diary?: Diary;
}

/** A program that showed a fault: the two domains could be told apart, or a call gave far more than its cost says. */
export interface Disagreement {
  readonly kind: 'told-apart' | 'outgrown';
  readonly program: Program;
  /** What was told differently, and to which session; or the call that outgrew its cost. */
  readonly difference: string;
}

/** Programs that two domains serve before they are replaced: few enough that what they keep stays small. */
const PROGRAMS_PER_PAIR = 100;

/** Every other pair of domains can hold next to nothing in its VM, so that values are evicted and made again all the time. */
const SCARCE: Partial<Limits> = { vmBytes: 4_096 };

/** Runs programs on pairs of domains that differ in private values alone. Gives the first disagreement, made as small as it gets. */
export async function runTwins(options: TwinOptions): Promise<Disagreement | undefined> {
  const { libraries, programs, seed } = options;
  const keys = { ada: await createSigningKey(false), bob: await createSigningKey(false) };
  for (let first = 0; first < programs; first += PROGRAMS_PER_PAIR) {
    const batch = Array.from({ length: Math.min(PROGRAMS_PER_PAIR, programs - first) }, (_, index) => {
      const own = seed + first + index;
      return makeProgram(own, new Chance(own), libraries);
    });
    const pair: PairOptions = { ...options, keys, seed: seed + first, limits: (first / PROGRAMS_PER_PAIR) % 2 === 1 ? SCARCE : {} };
    const found = await runBatch(pair, batch);
    if (found !== undefined) return shrink(pair, found);
  }
  return undefined;
}

interface PairOptions extends TwinOptions {
  readonly keys: { readonly ada: SigningKey; readonly bob: SigningKey };
  readonly limits: Partial<Limits>;
}

/** Runs programs on one fresh pair; gives the first that they disagree on. */
async function runBatch(options: PairOptions, programs: readonly Program[]): Promise<Disagreement | undefined> {
  const { libraries, keys, seed, limits, tamper, diary } = options;
  const open = (side: 'left' | 'right'): Promise<TwinDomain> =>
    TwinDomain.open({ side, seed, supports: libraries.supports, keys, limits, ...(tamper === undefined ? {} : { tamper }) });
  await using left = await open('left');
  await using right = await open('right');
  for (const program of programs) {
    for (const twin of [left, right]) {
      diary?.write({ seed: program.seed });
      const outgrown = await runProgram(
        twin,
        program,
        diary && ((step) => diary.write({ seed: program.seed, step: step && formatStep(step) })),
      );
      if (outgrown !== undefined) return { kind: 'outgrown', program, difference: formatStep(outgrown) };
      if (program.steps.some(({ kind }) => kind === 'revoke' || kind === 'grant')) await twin.restoreGrants();
    }
    const difference = compare(left.transcribe(), right.transcribe());
    if (difference !== undefined) return { kind: 'told-apart', program, difference };
  }
  const [one, other] = [await left.finish(), await right.finish()];
  const index = one.findIndex((state, session) => state !== other[session]);
  return index < 0
    ? undefined
    : {
        kind: 'told-apart',
        program: programs.at(-1) as Program,
        difference: `session ${index} ended: left ${one[index]}, right ${other[index]}`,
      };
}

function compare(left: readonly Transcript[], right: readonly Transcript[]): string | undefined {
  for (const [index, transcript] of left.entries()) {
    const difference = compareTranscripts(transcript, right[index] as Transcript);
    if (difference !== undefined) return `session ${index}, ${difference}`;
  }
  return undefined;
}

/** Leaves out steps for as long as a fresh pair still shows the fault. What fails only after other programs stays whole. */
async function shrink(options: PairOptions, found: Disagreement): Promise<Disagreement> {
  let smallest = found;
  for (let index = 0; index < smallest.program.steps.length; ) {
    const steps = smallest.program.steps.toSpliced(index, 1);
    const smaller = await runBatch(options, [{ ...smallest.program, steps }]);
    if (smaller?.kind !== smallest.kind) index++;
    else smallest = smaller;
  }
  return smallest;
}

/** A disagreement as a person reads it. */
export function formatDisagreement({ kind, program, difference }: Disagreement): string {
  if (kind === 'outgrown') {
    return `a call gave far more than its cost says: refuse the member, or write a cost or a guard for it by hand\n  ${difference}\nin the program\n${formatProgram(program)}`;
  }
  return `two domains that differ in private values alone were told apart by\n${formatProgram(program)}\n  ${difference}`;
}
