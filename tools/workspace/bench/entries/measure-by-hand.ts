// What the generated package costs beside a handler for one entry that somebody has wired in by hand, with the same guarantees.
//
// Both run in one domain, through one client and session, on equal operands. So both pay for what any handler has to do: the
// frame, the allowlist, rights, a bound on what the call costs, reading the operands and checking that they are what the entry
// takes, a copy of what the call changes, the call, the check of its result, a compact copy of that, its weight and its
// provenance. The handler also has the entry's guard and, where a person wrote it, its cost: whoever wires an entry in has to
// write these too. What it lacks is what a package has because it is generated, or knows a whole library: signatures besides
// the one in use, members of classes, and fitted costs; instead, such a call is taken to cost as much as all of its operands.
import { type AllowlistEntry, formatSignature, type Pointer, type Signature } from '@syft-libs/ast';
import { worked } from '../measure/cpu-time.ts';
import { medianInterval } from '../measure/interval.ts';
import { alternate, median } from '../measure/rounds.ts';
import { type MadeFunction, makeSupport } from '../subjects/made-support.ts';
import type { BenchPackage } from './bench-package.ts';
import { type Chosen, chooseByHand } from './choose-by-hand.ts';
import { isPublicPlace, placeAt } from './direct-call.ts';
import { type HandFigure, round } from './entry-figure.ts';
import { BenchDomain, prepareRemote, type RemoteCall } from './remote-call.ts';

/** Of one reading. */
const CALLS = 250;
/** Many short rounds: what disturbs one of a pair disturbs few pairs. */
const ROUNDS = 80;
const WARM_UP = 10;

/** Measures up to `count` short entries through the generated package and through a handler for the one signature in use. */
export async function measureByHand(bench: BenchPackage, count: number): Promise<readonly HandFigure[]> {
  const chosen = await chooseByHand(bench, count);
  if (chosen.length === 0) return [];
  const functions = Object.fromEntries(chosen.map((one) => [nameOf(one), handlerOf(one, bench)] as const));
  const hand = makeSupport({ name: '@syft-bench/by-hand', root: 'byHand', functions, module: import.meta.url });
  await using domain = await BenchDomain.open([bench.support, hand]);
  const figures: HandFigure[] = [];
  for (const one of chosen) {
    await using location = await domain.session();
    const remoteName = bench.members.get(one.path)?.remoteName ?? '';
    const generated = await prepareRemote(location, bench.support, { ...one, remoteName });
    const entry = { ...one.entry, path: `byHand.${nameOf(one)}`, kind: 'function' as const, receiver: undefined, receiverType: undefined };
    const signature = signatureByHand(one.entry, one.signature, one.operands.length);
    const byHand = await prepareRemote(location, hand, { ...one, entry, signature, remoteName: nameOf(one) });
    const samples = await alternate({ generated: () => read(generated), byHand: () => read(byHand) }, { rounds: ROUNDS, warmUp: WARM_UP });
    figures.push(handFigure(one.path, samples));
  }
  return figures;
}

/** A figure of pairs of readings. */
export function handFigure(
  path: string,
  { generated, byHand }: { readonly generated: readonly number[]; readonly byHand: readonly number[] },
): HandFigure {
  const ratio = medianInterval(generated.map((sample, index) => sample / (byHand[index] as number)));
  return {
    path,
    generated: round(median(generated)),
    byHand: round(median(byHand)),
    ratio: round(ratio.median),
    low: round(ratio.low),
    high: round(ratio.high),
  };
}

/** Microseconds a call. */
async function read({ start, settle }: RemoteCall): Promise<number> {
  const kept: Pointer<unknown>[] = [];
  const time = await worked(async () => {
    for (let index = 0; index < CALLS; index++) kept.push(start());
    await settle();
  });
  await Promise.all(kept.map((pointer) => pointer.delete()));
  return (time * 1000) / CALLS;
}

function nameOf({ path }: Chosen): string {
  return path.replaceAll('.', '_');
}

function handlerOf({ path, entry, signature, operands }: Chosen, { generatedCosts }: BenchPackage): MadeFunction {
  const call = entry.call as (operands: readonly unknown[]) => unknown;
  return {
    signature: formatSignature(signatureByHand(entry, signature, operands.length)),
    call: (...args: unknown[]) => call(args),
    mutates: entry.mutates.filter((index) => index < operands.length),
    guard: entry.guard,
    cost: generatedCosts[path] === entry.cost ? undefined : entry.cost,
  };
}

/** One parameter for each operand in use, the receiver among them. */
function signatureByHand(entry: AllowlistEntry, signature: Signature, length: number): Signature {
  const params = Array.from({ length }, (_, index) => {
    const isPublic = isPublicPlace(entry, signature, index);
    return { name: `operand${index}`, type: placeAt(entry, signature, index), optional: false, rest: false, public: isPublic };
  });
  return { params, returns: signature.returns, async: false };
}
