import { workedAtOnce } from '../measure/cpu-time.ts';
import { type BenchPackage, entryAt } from './bench-package.ts';
import { DirectCalls } from './direct-call.ts';

const WARMING_CALLS = 5;
/** Milliseconds from which on two times tell how a call grows. */
const SHORTEST_TOLD = 0.2;

interface Reached {
  readonly size: number;
  /** Milliseconds. */
  readonly time: number;
}

/** Operands of about so many elements. */
export type OperandMaker = (size: number) => readonly unknown[];

/** Goes up to a size in steps, so that a call which would take minutes is seen coming. */
export class Ramp {
  readonly #bench: BenchPackage;
  readonly #path: string;
  readonly #operands: OperandMaker;
  readonly #longest: number;
  #at: Reached | undefined;
  #before: Reached | undefined;

  constructor(bench: BenchPackage, { path, operands, longest }: { path: string; operands: OperandMaker; longest: number }) {
    this.#bench = bench;
    this.#path = path;
    this.#operands = operands;
    this.#longest = longest;
  }

  /** Milliseconds that a call takes at the size that was reached. */
  get time(): number {
    return this.#at?.time ?? this.#longest;
  }

  /** Why a size is out of reach; `undefined` when it is not. Throws what the library throws. */
  reach(target: number): string | undefined {
    for (const size of stepsTo(this.#at?.size ?? 0, target)) {
      const expected = this.#expect(size);
      if (expected > this.#longest) return `about ${tellTime(expected)} at ${size.toLocaleString('en')} elements`;
      this.#before = this.#at;
      this.#at = { size, time: this.#shortest(size) };
    }
    return this.time > this.#longest ? `${tellTime(this.time)} at ${target.toLocaleString('en')} elements` : undefined;
  }

  /** Of a few calls, as the first ones are not compiled yet. */
  #shortest(size: number): number {
    const direct = new DirectCalls(this.#bench);
    const bound = entryAt(this.#bench, this.#path);
    const prepare = () => direct.prepare(bound, this.#operands(size));
    const first = prepare();
    let shortest = Number.POSITIVE_INFINITY;
    // The first call by itself tells nothing but that it was not compiled, unless it was longer than any may be.
    const most = (turn: number): number => (turn === 1 ? this.#longest : this.#longest / 4);
    for (let turn = 0; turn < WARMING_CALLS && (turn === 0 || shortest < most(turn)); turn++) {
      const call = turn === 0 || bound.mutates.length === 0 ? first : prepare();
      shortest = Math.min(
        shortest,
        workedAtOnce(() => call.run()),
      );
    }
    return shortest;
  }

  /** Milliseconds, by how it grew so far, or linearly. Times too short to tell apart say nothing. */
  #expect(size: number): number {
    if (this.#at === undefined) return 0;
    const { size: near, time } = this.#at;
    const before = this.#before;
    const grew = before === undefined || before.time < SHORTEST_TOLD ? 1 : Math.log(time / before.time) / Math.log(near / before.size);
    return time * (size / near) ** Math.max(1, grew);
  }
}

/** 2, 5, 10, 30, 100 … up to the target. Small steps first: some calls double with each element. */
function stepsTo(from: number, target: number): readonly number[] {
  const steps = [2, 5, 10];
  for (let size = 30; size < target; size = size % 3 === 0 ? (size * 10) / 3 : size * 3) steps.push(Math.round(size));
  return [...new Set([...steps.filter((size) => size < target), target])].filter((size) => size > from);
}

function tellTime(milliseconds: number): string {
  return milliseconds < 1_000 ? `${Math.round(milliseconds)} ms` : `${Math.round(milliseconds / 1_000)} s`;
}
