/** Takes one reading: a time or a rate, in whatever unit its row states. */
export type Reading = () => number | Promise<number>;

export interface RoundOptions {
  readonly rounds?: number;
  /** Rounds that are thrown away first, so that every side is compiled and connected. */
  readonly warmUp?: number;
  /** More rounds than `rounds`, up to so many, are taken while `isEnough` says no. */
  readonly most?: number;
  readonly isEnough?: (samples: Samples<string>) => boolean;
}

export type Samples<Name extends string> = Readonly<Record<Name, readonly number[]>>;

/**
 * Takes the readings in turn, round after round, each round beginning with another: what disturbs the machine for a while
 * disturbs all sides alike, and nobody always goes first.
 */
export async function alternate<const Name extends string>(
  readings: Readonly<Record<Name, Reading>>,
  { rounds = 7, warmUp = 2, most = rounds, isEnough = () => true }: RoundOptions = {},
): Promise<Samples<Name>> {
  const names = Object.keys(readings) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = -warmUp; round < most; round++) {
    if (round >= rounds && isEnough(samples)) break;
    const first = (round + warmUp) % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const reading = await readings[name]();
      if (round >= 0) samples[name].push(reading);
    }
  }
  return samples;
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** Milliseconds that a task takes. */
export async function timed(task: () => unknown): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

/** The median time of one call among `count` made one after another, in microseconds. */
export async function callTime(count: number, call: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const start = performance.now();
    await call();
    times.push((performance.now() - start) * 1000);
  }
  return median(times);
}
