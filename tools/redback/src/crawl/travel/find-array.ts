import type { Sample, SampleDtype } from '../../surface/sample.ts';
import type { SeenMember, SeenType, Travel } from '../../surface/snapshot.ts';
import { inOrder, type Merged, ownerIn } from '../merge/merged.ts';
import type { CageSession } from '../runtime/cage-session.ts';
import type { ViewFacts } from '../runtime/instance-parts.ts';
import { compareMembers, type Pair } from './compare-members.ts';
import type { TypeSample } from './type-samples.ts';

type ArrayTravel = Extract<Travel, { readonly kind: 'array' }>;

/** What makes an array of data and a shape. */
interface Maker {
  readonly path: string;
  readonly how: 'call' | 'construct';
}

interface ArrayInput {
  readonly type: SeenType;
  readonly samples: readonly TypeSample[];
  readonly merged: Merged;
  readonly session: CageSession;
}

/** Element types by the sample's words for them. */
const DTYPES: readonly (readonly [Exclude<SampleDtype, 'bytes'>, string])[] = [
  ['int8', 'int8'],
  ['uint8', 'uint8'],
  ['uint8clamped', 'uint8_clamped'],
  ['int16', 'int16'],
  ['uint16', 'uint16'],
  ['int32', 'int32'],
  ['uint32', 'uint32'],
  ['bigint64', 'bigint64'],
  ['biguint64', 'biguint64'],
  ['float16', 'float16'],
  ['float32', 'float32'],
  ['float64', 'float64'],
];

const SHAPES: readonly (readonly number[])[] = [[2, 3], [6], [3, 1, 2], [1, 6]];
const MOST_MAKERS = 40;
const MOST_PAIRS = 2;

/** Whether the instances are strided views that something exported makes of flat data and a shape; `null` when they are not. */
export async function findArray(input: ArrayInput): Promise<ArrayTravel | null> {
  const { samples, session } = input;
  // Beside instances that are views, those with no length that makes sense come of arguments that nobody checked.
  const fields = new Set(samples.flatMap(({ parts }) => (parts.view === null ? [] : [parts.view.field])));
  const [view] = fields;
  if (fields.size !== 1 || view === undefined) return null;
  for (const maker of makersOf(input).slice(0, MOST_MAKERS)) {
    if (!(await makesShapes(maker, view, session))) continue;
    const travel: ArrayTravel = {
      kind: 'array',
      view,
      factory: maker.path,
      how: maker.how,
      dtypes: await dtypesOf(maker, view, session),
    };
    if (await isWhole(maker, input)) return travel;
  }
  return null;
}

/** The class itself, then functions that were seen to give instances, then all others that return anything with a view. */
function makersOf({ type, merged }: ArrayInput): readonly Maker[] {
  const functions = merged.members.filter(
    ({ kind, runtime, isPrivate, aliasOf }) => kind === 'function' && runtime !== null && !isPrivate && aliasOf === null,
  );
  const family = new Set([
    type.id,
    ...type.extends,
    ...merged.types.filter(({ extends: bases }) => bases.includes(type.id)).map(({ id }) => id),
  ]);
  const kin = merged.types.filter((other) => other.extends.some((base) => family.has(base))).map(({ id }) => id);
  const rank = ({ probe, declared }: SeenMember) => {
    const results = [
      ...(probe?.results ?? []).map((result) => result.type),
      ...(declared?.signatures ?? []).map((text) => text.slice(text.lastIndexOf('=>'))),
    ];
    if (results.some((text) => text.includes(type.id))) return 0;
    return results.some((text) => [...family, ...kin].some((id) => text.includes(id))) ? 1 : 2;
  };
  const ranked = functions.map((member) => ({ member, rank: rank(member) })).filter(({ rank: at }) => at < 2);
  ranked.sort(
    (left, right) =>
      left.rank - right.rank || left.member.path.length - right.member.path.length || inOrder(left.member.path, right.member.path),
  );
  const own: readonly Maker[] = type.exportedAs === null ? [] : [{ path: type.exportedAs, how: 'construct' }];
  return [...own, ...ranked.map(({ member }): Maker => ({ path: pathOf(member), how: 'call' }))];
}

function pathOf({ path, ownName }: SeenMember): string {
  return ownName === null ? path : `${ownerIn(path)}.${ownName}`;
}

function madeBy({ path, how }: Maker, data: Sample, shape: readonly number[]): Sample {
  return { $: how === 'construct' ? 'new' : 'call', path, args: [data, { $: 'list', items: shape }] };
}

async function makesShapes(maker: Maker, field: string | null, session: CageSession): Promise<boolean> {
  const items = [4, -1.5, 0.25, 6, { $: 'number', value: 'NaN' }, { $: 'number', value: '-0' }] as const;
  for (const shape of SHAPES) {
    const parts = await session.takeApart(madeBy(maker, { $: 'array', dtype: 'float64', items }, shape));
    if (!isSame(parts?.view, { field, dtype: 'float64', shape, items })) return false;
  }
  return true;
}

function isSame(
  view: ViewFacts | null | undefined,
  {
    field,
    dtype,
    shape,
    items,
  }: { readonly field: string | null; readonly dtype: string; readonly shape: readonly number[]; readonly items: readonly Sample[] },
): boolean {
  if (view === null || view === undefined || view.field !== field || view.dtype !== dtype) return false;
  return String(view.shape) === String(shape) && JSON.stringify(view.elements) === JSON.stringify(items);
}

/** Element types that come back as they went in. */
async function dtypesOf(maker: Maker, field: string | null, session: CageSession): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [dtype, name] of DTYPES) {
    const items: readonly Sample[] = dtype.startsWith('big') ? ['5', '7'].map((value) => ({ $: 'bigint', value })) : [5, 7];
    const parts = await session.takeApart(madeBy(maker, { $: 'array', dtype, items }, [1, 2]));
    if (isSame(parts?.view, { field, dtype, shape: [1, 2], items })) found.push(name);
  }
  const items: readonly Sample[] = [1.5, 'a', null, true, { $: 'undefined' }, { $: 'number', value: '-0' }];
  const parts = await session.takeApart(madeBy(maker, { $: 'list', items }, [3, 2]));
  if (isSame(parts?.view, { field, dtype: 'list', shape: [3, 2], items })) found.push('array');
  return found;
}

/** Whether what is made of elements and shape alone answers as an instance does whose data is nothing else either. */
async function isWhole(maker: Maker, { type, samples, merged, session }: ArrayInput): Promise<boolean> {
  const pairs: readonly Pair[] = samples.flatMap(({ recipe, parts }) => {
    const { view } = parts;
    if (view === null || !view.isCompact || view.elements === null) return [];
    const { dtype, elements: items } = view;
    const data: Sample = dtype === 'list' ? { $: 'list', items } : { $: 'array', dtype: dtype as SampleDtype, items };
    return [{ original: recipe, remade: madeBy(maker, data, view.shape) }];
  });
  const { differs } = await compareMembers(pairs.slice(0, MOST_PAIRS), { type, merged, session });
  return differs === null;
}
