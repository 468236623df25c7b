import { type AllowlistEntry, formatSignature, type Pointer, type Signature } from '@syft-libs/ast';
import { worked, workedAtOnce } from '../measure/cpu-time.ts';
import { alternate, median } from '../measure/rounds.ts';
import { makeSupport } from '../subjects/made-support.ts';
import { type BenchEntry, type BenchPackage, entryAt } from './bench-package.ts';
import { DirectCalls, placeAt } from './direct-call.ts';
import { type HandFigure, round } from './entry-figure.ts';
import { BenchDomain, prepareRemote } from './remote-call.ts';

const SIZE = 10;
const CALLS = 2_000;
const ROUNDS = 9;
/** Entries of which one call takes longer, in milliseconds, say nothing about what stands around the call. */
const SHORT_CALL = 0.02;

interface Chosen {
  readonly bench: BenchEntry;
  readonly entry: AllowlistEntry;
  readonly signature: Signature;
  /** Its name in the package wired in by hand. */
  readonly name: string;
}

/**
 * Measures up to `count` short entries through the generated package and through a handler wired in by hand for the one
 * signature in use: no overloads, no guard, no cost function, no name to look up. Both hold the same operands.
 */
export async function measureByHand(bench: BenchPackage, count: number): Promise<readonly HandFigure[]> {
  const chosen = choose(bench, count);
  if (chosen.length === 0) return [];
  const functions = Object.fromEntries(
    chosen.map(({ name, entry, signature }) => {
      const call = entry.call as (operands: readonly unknown[]) => unknown;
      return [name, { signature: formatSignature(signature), call: (...operands: unknown[]) => call(operands) }] as const;
    }),
  );
  const hand = makeSupport({ name: '@syft-bench/by-hand', root: 'byHand', functions, module: import.meta.url });
  await using domain = await BenchDomain.open([bench.support, hand]);
  const figures: HandFigure[] = [];
  for (const one of chosen) {
    const generated = async (): Promise<number> => {
      const remoteName = bench.members.get(one.entry.path)?.remoteName ?? '';
      return read(domain, bench.support, { ...one, remoteName });
    };
    const entry = { ...one.entry, path: `byHand.${one.name}`, kind: 'function' as const, receiver: undefined, receiverType: undefined };
    const byHand = (): Promise<number> => read(domain, hand, { ...one, entry, remoteName: one.name });
    const samples = await alternate({ generated, byHand }, { rounds: ROUNDS });
    const ratios = samples.generated.map((sample, index) => sample / (samples.byHand[index] as number));
    figures.push({
      path: one.entry.path,
      generated: round(median(samples.generated)),
      byHand: round(median(samples.byHand)),
      ratio: round(median(ratios)),
    });
  }
  return figures;
}

/** A session for each reading: none pays for what another left behind. Microseconds a call. */
async function read(
  domain: BenchDomain,
  support: BenchPackage['support'],
  call: Chosen & { readonly remoteName: string },
): Promise<number> {
  const location = await domain.session();
  try {
    const { start, settle } = await prepareRemote(location, support, { ...call, operands: call.bench.operands(SIZE) });
    const kept: Pointer<unknown>[] = [];
    const time = await worked(async () => {
      for (let index = 0; index < CALLS; index++) kept.push(start());
      await settle();
    });
    return (time * 1000) / kept.length;
  } finally {
    await location.close();
  }
}

/** Functions and methods that change nothing, evenly from all that the table has. */
function choose(bench: BenchPackage, count: number): readonly Chosen[] {
  const direct = new DirectCalls(bench);
  const fit = bench.entries.flatMap((one): readonly Chosen[] => {
    try {
      const entry = entryAt(bench, one.path);
      if ((entry.kind !== 'function' && entry.kind !== 'method') || entry.mutates.length > 0 || entry.effects.random) return [];
      const operands = one.operands(SIZE);
      if (operands.length === 0) return [];
      const { signature, run } = direct.prepare(entry, operands);
      const times = Array.from({ length: 5 }, () => workedAtOnce(run));
      if (signature.async || Math.min(...times) > SHORT_CALL) return [];
      return [{ bench: one, entry, signature: signatureByHand(entry, signature, operands.length), name: one.path.replaceAll('.', '_') }];
    } catch {
      return [];
    }
  });
  return fit.filter((_, index) => Math.floor((index * count) / fit.length) !== Math.floor(((index - 1) * count) / fit.length));
}

/** One parameter for each operand in use, the receiver among them. */
function signatureByHand(entry: AllowlistEntry, signature: Signature, length: number): Signature {
  const shift = entry.receiver === undefined ? 0 : 1;
  const params = Array.from({ length }, (_, index) => {
    const own = signature.params[Math.min(index - shift, signature.params.length - 1)];
    const isPublic = index >= shift && own?.public === true;
    return { name: `operand${index}`, type: placeAt(entry, signature, index), optional: false, rest: false, public: isPublic };
  });
  return { params, returns: signature.returns, async: false };
}
