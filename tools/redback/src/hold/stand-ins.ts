// Plain operands, as conformance makes them, become samples for the cage. Instances are stood in for by their recipes.
import { isArrayValue, isRecord, type TypedArray } from '@syft-libs/ast';
import type { Samples } from '@syft-libs/testing/operands';
import { listOf } from '../crawl/probe/plain-samples.ts';
import type { Sample, SampleDtype } from '../surface/sample.ts';
import type { SeenType, Travel } from '../surface/snapshot.ts';

const RECIPE = Symbol('recipe');
const FEW = 2;

type ArrayTravel = Extract<Travel, { kind: 'array' }>;

/** Stand-ins for instances, by type: those of a type's own, else a few of each that extends it. */
export function standIns(types: readonly SeenType[]): Samples {
  const own = ({ id, recipes, travel }: SeenType) => (travel === null ? [] : recipes.map((recipe) => ({ type: id, [RECIPE]: recipe })));
  const below = (id: string) => types.filter((type) => type.extends.includes(id)).flatMap((type) => own(type).slice(0, FEW));
  const all = types.map((type) => [type.id, own(type).length > 0 ? own(type) : below(type.id)] as const);
  return Object.fromEntries(all.filter(([, values]) => values.length > 0));
}

/** Makes samples of plain operands; `undefined` for what the cage cannot make. */
export function sampleMaker(types: readonly SeenType[]): (value: unknown) => Sample | undefined {
  const travels = new Map(types.map(({ id, travel }) => [id, travel]));
  const make = (value: unknown): Sample | undefined => {
    if (typeof value !== 'object' || value === null) return scalarSample(value);
    if (value instanceof Date) return { $: 'date', milliseconds: value.getTime() };
    if (value instanceof ArrayBuffer) return { $: 'array', dtype: 'bytes', items: [...new Uint8Array(value)] };
    if (ArrayBuffer.isView(value)) return arraySample(value as TypedArray);
    if (Array.isArray(value)) return whole(value.map(make), (items) => listOf([...items]));
    if (value instanceof Set) return whole([...value].map(make), (items) => ({ $: 'set', items }));
    if (value instanceof Map) return mapSample(value, make);
    if (RECIPE in value) return value[RECIPE] as Sample;
    const type = 'type' in value ? String(value.type) : '';
    if (isArrayValue(value, type)) return stridedSample(value, travels.get(type) ?? null, make);
    return isRecord(value) ? recordSample(value, make) : undefined;
  };
  return make;
}

function scalarSample(value: unknown): Sample | undefined {
  switch (typeof value) {
    case 'number':
      if (Object.is(value, -0)) return { $: 'number', value: '-0' };
      return Number.isFinite(value) ? value : { $: 'number', value: String(value) as 'NaN' };
    case 'bigint':
      return { $: 'bigint', value: String(value) };
    case 'undefined':
      return { $: 'undefined' };
    case 'string':
    case 'boolean':
      return value;
    default:
      return value === null ? null : undefined;
  }
}

function arraySample(value: TypedArray): Sample {
  const dtype = value.constructor.name.replace(/Array$/, '').toLowerCase() as SampleDtype;
  return { $: 'array', dtype, items: Array.from(value as ArrayLike<number | bigint>, (item) => scalarSample(item) as Sample) };
}

function stridedSample(
  { data, shape }: { readonly data: unknown; readonly shape: readonly number[] },
  travel: Travel | null,
  make: (value: unknown) => Sample | undefined,
): Sample | undefined {
  const made = make(data);
  if (travel?.kind !== 'array' || made === undefined) return undefined;
  const { factory, how }: ArrayTravel = travel;
  return { $: how === 'construct' ? 'new' : 'call', path: factory, args: [made, listOf([...shape])] };
}

function mapSample(value: ReadonlyMap<unknown, unknown>, make: (value: unknown) => Sample | undefined): Sample | undefined {
  const pairs = [...value].map(([key, item]) => whole([make(key), make(item)], (both) => both as readonly [Sample, Sample]));
  return whole(pairs, (entries) => ({ $: 'map', entries }));
}

function recordSample(value: Readonly<Record<string, unknown>>, make: (value: unknown) => Sample | undefined): Sample | undefined {
  const names = Object.keys(value);
  return whole(
    names.map((name) => make(value[name])),
    (items) => ({ $: 'record', fields: Object.fromEntries(names.map((name, index) => [name, items[index] as Sample])) }),
  );
}

/** What is made of all parts; `undefined` where one of them cannot be made. */
function whole<T, R>(parts: readonly (T | undefined)[], join: (parts: readonly T[]) => R): R | undefined {
  return parts.includes(undefined) ? undefined : join(parts as readonly T[]);
}
