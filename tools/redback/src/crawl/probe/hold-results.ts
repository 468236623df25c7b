// What inferred signatures give for odd operands of the types that they take: those that were learned of a few ordinary calls promise
// too much. What comes back besides is taken into their results, so that no result is of another type than its signature says.
import { formatSignature, formatType, type Param, parseSignature, parseType, type Signature, type TypeRef, unionOf } from '@syft-libs/ast';
import type { Sample } from '../../surface/sample.ts';
import type { Hazard, SeenMember, SeenType } from '../../surface/snapshot.ts';
import type { Merged } from '../merge/merged.ts';
import type { Progress } from '../progress.ts';
import type { CageSession } from '../runtime/cage-session.ts';
import { inLanes } from '../runtime/lanes.ts';
import { listOf, NAN } from './plain-samples.ts';
import { isUntold, targetOf } from './probe-target.ts';
import { type TypeNames, typeFits } from './type-fit.ts';

const MOST_RECEIVERS = 6;
const MOST_LISTS = 16;
const DEADLINE = 400;
const NUMBERS: readonly Sample[] = [NAN, 0, -1, 2, 0.5];
const LISTS: readonly Sample[] = [
  listOf([5]),
  listOf([]),
  listOf([2, 2, 3]),
  listOf([NAN, 1]),
  listOf([-1, 0, 1]),
  listOf([{ $: 'number', value: 'Infinity' }, 1]),
];
const ROWS: readonly Sample[] = [
  listOf([listOf([2])]),
  listOf([listOf([1, 2])]),
  listOf([listOf([1]), listOf([2])]),
  listOf([]),
  listOf([listOf([1, 2]), listOf([3, 4])]),
  listOf([listOf([NAN, 1]), listOf([2, 0])]),
];

/** Calls every member whose signatures were inferred with odd operands, and widens the results of the signatures that they go by. */
export async function holdResults(merged: Merged, open: () => CageSession, progress: Progress): Promise<Merged> {
  const inferred = merged.members.filter(isInferred);
  progress.stage('holding results to their types', inferred.length);
  const types = new Map(merged.types.map((type) => [type.id, type]));
  const ids = new Set(types.keys());
  const found = await inLanes(open, (lanes) =>
    lanes.map(inferred, async (member, session) => {
      const widened = await holdMember(member, { types, ids, session });
      progress.tick();
      return widened;
    }),
  );
  const held = new Map(found.map((member) => [member.path, member]));
  return { ...merged, members: merged.members.map((member) => held.get(member.path) ?? member) };
}

function isInferred(member: SeenMember): boolean {
  const { probe, kind } = member;
  const isCalled = kind === 'function' || kind === 'method' || kind === 'class' || kind === 'constructor';
  return isCalled && probe !== null && probe.ok > 0 && probe.signatures.length > 0 && isUntold(targetOf(member, new Set(), null));
}

interface Context {
  readonly types: ReadonlyMap<string, SeenType>;
  readonly ids: ReadonlySet<string>;
  readonly session: CageSession;
}

async function holdMember(member: SeenMember, { types, ids, session }: Context): Promise<SeenMember> {
  const { probe } = member;
  if (probe === null) return member;
  const { path, mode, owner } = targetOf(member, ids, null);
  const receivers = owner === null ? [undefined] : (types.get(owner)?.recipes ?? []).slice(0, MOST_RECEIVERS);
  const names: TypeNames = { extends: (id, base) => types.get(id)?.extends.includes(base) ?? false, isSeen: () => true };
  const signatures: string[] = [];
  for (const text of probe.signatures) {
    const signature = parseSignature(text);
    const lists = oddLists(signature, probe.hazards, types);
    const requests = receivers.flatMap((receiver) =>
      lists.map((args) => ({ path, mode, args, ...(receiver !== undefined && { receiver }) })),
    );
    const outcomes = await session.callMany(requests, DEADLINE);
    const given = outcomes.flatMap((outcome) => (outcome.kind === 'returned' && outcome.strays.length === 0 ? [outcome.value.type] : []));
    signatures.push(formatSignature({ ...signature, returns: widen(signature.returns, given, names) }));
  }
  return { ...member, probe: { ...probe, signatures: [...new Set(signatures)] } };
}

/** The type, with what of the given ones it does not cover. */
function widen(returns: TypeRef, given: readonly string[], names: TypeNames): TypeRef {
  return [...new Set(given)].sort().reduce((wide, text) => {
    const type = parseType(text);
    return formatType(type).includes('unknown') || typeFits(type, wide, names) ? wide : unionOf([wide, type]);
  }, returns);
}

/** Odd operands for a signature: all at once, and then each beside ordinary ones, with and without what may be left out. */
export function oddLists(
  { params }: Signature,
  hazards: readonly Hazard[],
  types: ReadonlyMap<string, SeenType>,
): readonly (readonly Sample[])[] {
  const values = params.map((param, index) => oddValues(param, types).filter((sample) => !isHazard(sample, index, hazards)));
  if (values.some((some) => some.length === 0)) return [];
  const at = (index: number) => values.map((some) => some[index % some.length] as Sample);
  const usual = values.map((some) => some.at(-1) as Sample);
  const longest = Math.max(0, ...values.map(({ length }) => length));
  const all = Array.from({ length: longest }, (_, index) => at(index));
  const each = values.flatMap((some, index) => some.map((sample) => usual.with(index, sample)));
  const required = params.filter(({ optional }) => !optional).length;
  const lists = [...(params.length === 0 ? [[]] : []), ...all, ...each];
  const shorter = required < params.length ? lists.map((list) => list.slice(0, required)) : [];
  return [...new Map([...shorter.slice(0, 2), ...lists, ...shorter].map((list) => [JSON.stringify(list), list])).values()].slice(
    0,
    MOST_LISTS,
  );
}

function isHazard(sample: Sample, param: number, hazards: readonly Hazard[]): boolean {
  const [first] = typeof sample === 'object' && sample?.$ === 'list' ? sample.items : [sample];
  const values = (kind: Hazard['values']) => hazards.some((hazard) => hazard.param === param && hazard.values === kind);
  if (typeof first !== 'number')
    return typeof first === 'object' && first?.$ === 'number' && values(first.value === 'NaN' ? 'nan' : 'infinite');
  return (first === 0 && values('zero')) || (first < 0 && values('negative')) || (!Number.isInteger(first) && values('fraction'));
}

function oddValues({ type }: Pick<Param, 'type'>, types: ReadonlyMap<string, SeenType>): readonly Sample[] {
  switch (formatType(type)) {
    case 'number':
      return NUMBERS;
    case 'boolean':
      return [true, false];
    case 'number[]':
      return LISTS;
    case 'number[][]':
      return ROWS;
    case 'number[][][]':
      return [listOf([listOf([listOf([1])])])];
    case 'string':
      return ['', 'abc'];
  }
  if (type.kind === 'ref') return (types.get(type.id)?.recipes ?? []).slice(0, 3);
  return type.kind === 'union' ? type.of.flatMap((member) => oddValues({ type: member }, types).slice(0, 4)) : [];
}
