import { isSyftError, type Pointer } from '@syft-libs/ast';
import { worked, workedAtOnce } from '../measure/cpu-time.ts';
import { alternate } from '../measure/rounds.ts';
import { type BenchEntry, type BenchPackage, entryAt } from './bench-package.ts';
import { type DirectCall, DirectCalls } from './direct-call.ts';
import { type EntryFigure, entryFigure, isSteady, markGrowth, unmeasured } from './entry-figure.ts';
import { type OperandMaker, Ramp } from './ramp.ts';
import { type BenchDomain, prepareRemote, type RemoteCall } from './remote-call.ts';

export interface EntryOptions {
  /** Elements, from few to many. */
  readonly sizes: readonly number[];
  /** Alternating rounds at least; there are up to three times as many where they disagree. */
  readonly rounds: number;
  /** Milliseconds that one direct call may take; what would take longer is cut. */
  readonly longestCall: number;
}

/** A reading lasts about so many milliseconds, however short one call is. */
const READING = 2;
const MOST_REMOTE_CALLS = 500;
const MOST_DIRECT_CALLS = 20_000;
/** Calls that each need operands of their own. */
const MOST_PREPARED_CALLS = 500;
/** Milliseconds after which no more than the least number of rounds is taken. */
const LONGEST_ROUNDS = 1_500;

/**
 * Measures one entry through client, domain and VM, and directly: at each size the first of its growing calls that is one at the
 * smallest, or else the call that was seen. Resolves with figures, whatever happens.
 */
export async function measureEntry(
  bench: BenchPackage,
  domain: BenchDomain,
  entry: BenchEntry,
  options: EntryOptions,
): Promise<readonly EntryFigure[]> {
  for (const operands of entry.growing) {
    const figures = await measureCall(bench, domain, { path: entry.path, operands, ...options });
    const [smallest] = figures;
    if (smallest?.ratio != null || smallest?.mark?.startsWith('cut') === true) return markGrowth(figures);
  }
  return measureCall(bench, domain, { path: entry.path, operands: entry.seen, ...options, sizes: [null] });
}

interface Call extends Omit<EntryOptions, 'sizes'> {
  readonly path: string;
  readonly operands: OperandMaker;
  readonly sizes: readonly (number | null)[];
}

async function measureCall(bench: BenchPackage, domain: BenchDomain, call: Call): Promise<readonly EntryFigure[]> {
  const { path, operands, longestCall: longest } = call;
  const figures: EntryFigure[] = [];
  const ramp = new Ramp(bench, { path, operands, longest });
  for (const size of call.sizes) {
    const tooLong = attempt(() => ramp.reach(size ?? 1));
    if ('failed' in tooLong) figures.push(unmeasured(path, size, tooLong.failed));
    else if (tooLong.value !== undefined) figures.push(unmeasured(path, size, `cut: ${tooLong.value}`));
    else figures.push(await measureSize(bench, domain, { ...call, size, once: ramp.time }));
    // What fails on few elements is another call's turn, or no call's.
    if (figures[0]?.ratio === null) break;
  }
  return figures;
}

interface Sized extends Call {
  readonly size: number | null;
  /** Milliseconds that one direct call takes. */
  readonly once: number;
}

async function measureSize(bench: BenchPackage, domain: BenchDomain, { path, operands, size, once, rounds }: Sized): Promise<EntryFigure> {
  const location = await domain.session();
  try {
    const direct = new DirectCalls(bench);
    const bound = entryAt(bench, path);
    const prepare = (): DirectCall => direct.prepare(bound, operands(size ?? 1));
    const first = prepare();
    const remoteName = bench.members.get(path)?.remoteName ?? '';
    const remote = await prepareRemote(location, bench.support, {
      entry: bound,
      signature: first.signature,
      remoteName,
      operands: operands(size ?? 1),
    });
    const repeats = bound.mutates.length === 0;
    const remoteCalls = await callsOfRemote(remote);
    const start = performance.now();
    const samples = await alternate(
      {
        remote: () => readRemote(remote, remoteCalls),
        direct: () => readDirect(repeats ? first : prepare, callsOf(once, repeats ? MOST_DIRECT_CALLS : MOST_PREPARED_CALLS)),
      },
      {
        rounds,
        most: 3 * rounds,
        isEnough: ({ remote = [], direct = [] }) => performance.now() - start > LONGEST_ROUNDS || isSteady(remote, direct),
      },
    );
    return entryFigure({ path, size }, samples);
  } catch (error) {
    return unmeasured(path, size, wordFor(error));
  } finally {
    await location.close().catch(() => undefined);
  }
}

/** How many calls make a reading. */
function callsOf(once: number, most: number): number {
  return Math.max(1, Math.min(most, Math.floor(READING / once)));
}

/** The same for remote calls, by how long some of them take: where the library gives a view, a domain copies all of it. */
async function callsOfRemote(remote: RemoteCall): Promise<number> {
  for (let calls = 1; calls < MOST_REMOTE_CALLS; calls *= 4) {
    let once = Number.POSITIVE_INFINITY;
    // Not the first ones, which are not compiled yet.
    for (let turn = 0; turn < 3; turn++) once = Math.min(once, (await readRemote(remote, calls)) / 1_000);
    if (once * calls > READING / 2) return callsOf(once, MOST_REMOTE_CALLS);
  }
  return MOST_REMOTE_CALLS;
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
