import { isSyftError, type Pointer } from '@syft-libs/ast';
import { worked, workedAtOnce } from '../measure/cpu-time.ts';
import { alternate } from '../measure/rounds.ts';
import { type BenchEntry, type BenchPackage, entryAt } from './bench-package.ts';
import { type DirectCall, DirectCalls } from './direct-call.ts';
import { type EntryFigure, entryFigure, markGrowth, unmeasured } from './entry-figure.ts';
import { type BenchDomain, prepareRemote, type RemoteCall } from './remote-call.ts';

export interface EntryOptions {
  /** Elements, from few to many. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** Milliseconds that one direct call may take; what would take longer is cut. */
  readonly longestCall: number;
}

/** A reading lasts about so many milliseconds, however short one call is. */
const READING = 2;
const MOST_CALLS = 500;
const WARMING_CALLS = 5;
/** Milliseconds from which on two times tell how a call grows. */
const SHORTEST_TOLD = 0.2;

/** Measures one entry at each size: through client, domain and VM, and directly. Resolves with a figure for each size, whatever happens. */
export async function measureEntry(
  bench: BenchPackage,
  domain: BenchDomain,
  entry: BenchEntry,
  options: EntryOptions,
): Promise<readonly EntryFigure[]> {
  const sizes = entry.grows ? options.sizes : [null];
  const figures: EntryFigure[] = [];
  const ramp = new Ramp(bench, entry, options.longestCall);
  for (const size of sizes) {
    const tooLong = attempt(() => ramp.reach(size ?? 1));
    if ('failed' in tooLong) figures.push(unmeasured(entry.path, size, tooLong.failed));
    else if (tooLong.value !== undefined) figures.push(unmeasured(entry.path, size, `cut: ${tooLong.value}`));
    else figures.push(await measureSize(bench, domain, { entry, size, once: ramp.time, ...options }));
  }
  return markGrowth(figures);
}

interface Sized extends EntryOptions {
  readonly entry: BenchEntry;
  readonly size: number | null;
  /** Milliseconds that one direct call takes. */
  readonly once: number;
}

async function measureSize(bench: BenchPackage, domain: BenchDomain, { entry, size, once, rounds }: Sized): Promise<EntryFigure> {
  const { path } = entry;
  const location = await domain.session();
  try {
    const direct = new DirectCalls(bench);
    const bound = entryAt(bench, path);
    const operands = (): readonly unknown[] => entry.operands(size ?? 1);
    const prepare = (): DirectCall => direct.prepare(bound, operands());
    const first = prepare();
    const calls = Math.max(1, Math.min(MOST_CALLS, Math.floor(READING / once)));
    const remoteName = bench.members.get(path)?.remoteName ?? '';
    const remote = await prepareRemote(location, bench.support, {
      entry: bound,
      signature: first.signature,
      remoteName,
      operands: operands(),
    });
    const samples = await alternate(
      {
        remote: () => readRemote(remote, calls),
        direct: () => readDirect(bound.mutates.length === 0 ? first : prepare, calls),
      },
      { rounds },
    );
    return entryFigure({ path, size }, samples);
  } catch (error) {
    return unmeasured(path, size, wordFor(error));
  } finally {
    await location.close().catch(() => undefined);
  }
}

/** Microseconds a call. What is left behind goes before the next reading. */
async function readRemote({ start, settle }: RemoteCall, calls: number): Promise<number> {
  const results: Pointer<unknown>[] = [];
  const time = await worked(async () => {
    for (let index = 0; index < calls; index++) results.push(start());
    await settle();
  });
  await Promise.all(results.map((result) => result.delete()));
  return (time * 1000) / calls;
}

/** Microseconds a call. Calls that change what they work on get it anew each time. */
async function readDirect(call: DirectCall | (() => DirectCall), calls: number): Promise<number> {
  const prepared = typeof call === 'function' ? Array.from({ length: calls }, call) : Array.from({ length: calls }, () => call);
  const isAsync = prepared.some(({ signature }) => signature.async);
  const time = isAsync
    ? await worked(async () => {
        for (const one of prepared) await one.run();
      })
    : workedAtOnce(() => {
        for (const one of prepared) one.run();
      });
  return (time * 1000) / calls;
}

/** Goes up to a size in steps, so that a call which would take minutes is seen coming. */
class Ramp {
  readonly #bench: BenchPackage;
  readonly #entry: BenchEntry;
  readonly #longest: number;
  #at: { readonly size: number; readonly time: number } | undefined;
  #before: { readonly size: number; readonly time: number } | undefined;

  constructor(bench: BenchPackage, entry: BenchEntry, longest: number) {
    this.#bench = bench;
    this.#entry = entry;
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
    const bound = entryAt(this.#bench, this.#entry.path);
    let shortest = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < WARMING_CALLS && (turn === 0 || shortest < this.#longest / 4); turn++) {
      const call = direct.prepare(bound, this.#entry.operands(size));
      const time = workedAtOnce(() => call.run());
      shortest = Math.min(shortest, time);
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

function attempt<T>(task: () => T): { readonly value: T } | { readonly failed: string } {
  try {
    return { value: task() };
  } catch (error) {
    return { failed: wordFor(error) };
  }
}

function wordFor(error: unknown): string {
  if (isSyftError(error)) return error.code;
  return `threw ${error instanceof Error ? error.name : typeof error}`;
}
