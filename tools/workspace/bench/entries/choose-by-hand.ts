import type { AllowlistEntry, Signature, TypeRef } from '@syft-libs/ast';
import { workedAtOnce } from '../measure/cpu-time.ts';
import type { BenchEntry, BenchPackage } from './bench-package.ts';
import { DirectCalls, placeAt } from './direct-call.ts';
import { BenchDomain, prepareRemote } from './remote-call.ts';

const SIZE = 10;
/** Entries of which one call takes longer, in milliseconds, say nothing about what stands around the call. */
const SHORT_CALL = 0.02;

/** An entry to wire in by hand, and a call of it. */
export interface Chosen {
  readonly path: string;
  readonly entry: AllowlistEntry;
  readonly signature: Signature;
  /** Plain, the receiver first. */
  readonly operands: readonly unknown[];
}

/** Up to `count` short entries of which some call works, as many of each sort as there can be, evenly from all that the table has. */
export async function chooseByHand(bench: BenchPackage, count: number): Promise<readonly Chosen[]> {
  const direct = new DirectCalls(bench);
  const sorts = new Map<string, Chosen[]>();
  await using domain = await BenchDomain.open([bench.support]);
  for (const one of bench.entries) {
    const chosen = await workingCall(bench, one, { direct, domain });
    if (chosen === undefined) continue;
    const sort = sortOf(chosen);
    sorts.set(sort, [...(sorts.get(sort) ?? []), chosen]);
  }
  const sorted = [...sorts].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, members]) => members);
  return shares(
    sorted.map(({ length }) => length),
    count,
  ).flatMap((share, index) => evenly(sorted[index] as Chosen[], share));
}

interface Sides {
  readonly direct: DirectCalls;
  readonly domain: BenchDomain;
}

/** The first call of an entry that the library and a domain take, where it is short. */
async function workingCall(
  bench: BenchPackage,
  { path, growing, seen }: BenchEntry,
  { direct, domain }: Sides,
): Promise<Chosen | undefined> {
  const entry = bench.allowlist.entries.find((one) => one.path === path);
  if (entry === undefined || entry.kind === 'constant' || entry.effects.random) return undefined;
  for (const make of [...growing, seen]) {
    const location = await domain.session();
    try {
      const operands = make(SIZE);
      const { signature, run } = direct.prepare(entry, make(SIZE));
      const times = Array.from({ length: 5 }, () => workedAtOnce(run));
      if (operands.length === 0 || signature.async || Math.min(...times) > SHORT_CALL) return undefined;
      const remoteName = bench.members.get(path)?.remoteName ?? '';
      await prepareRemote(location, bench.support, { entry, signature, remoteName, operands });
      return { path, entry, signature, operands };
    } catch {
      // The next one may be a call.
    } finally {
      await location.close();
    }
  }
  return undefined;
}

/** What tells entries apart that take different ways: their kind, whether they take and give values of a library, what they change. */
function sortOf({ entry, signature, operands }: Chosen): string {
  const takes = operands.some((_, index) => holdsRef(placeAt(entry, signature, index))) ? 'library values' : 'plain values';
  const gives = holdsRef(signature.returns) ? 'a library value' : signature.returns.kind;
  return `${entry.kind} of ${takes}${entry.mutates.length > 0 ? ', changed' : ''}, to ${gives}`;
}

function holdsRef(type: TypeRef): boolean {
  return type.kind === 'ref' || (type.kind === 'union' && type.of.some(holdsRef));
}

/** How many to take of each group: in turn from all, until there are `count` or none is left. */
export function shares(lengths: readonly number[], count: number): readonly number[] {
  const taken = lengths.map(() => 0);
  const total = Math.min(
    count,
    lengths.reduce((sum, length) => sum + length, 0),
  );
  for (let turn = 0, left = total; left > 0; turn++) {
    const index = turn % lengths.length;
    if ((taken[index] as number) >= (lengths[index] as number)) continue;
    taken[index] = (taken[index] as number) + 1;
    left -= 1;
  }
  return taken;
}

/** The middles of so many equal pieces of a list. */
export function evenly<Item>(items: readonly Item[], count: number): readonly Item[] {
  return Array.from({ length: count }, (_, index) => items[Math.floor(((index + 0.5) * items.length) / count)] as Item);
}
