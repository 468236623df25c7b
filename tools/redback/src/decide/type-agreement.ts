import { formatType, type TypeRef, typeFits, unionOf } from '@syft-libs/ast';

type RecordType = Extract<TypeRef, { kind: 'record' }>;
type RecordField = RecordType['fields'][number];

/** By what two types agree. */
export interface Agreement {
  /** Ids of the types that extend one. */
  readonly subtypes: (id: string) => readonly string[];
  /** Anything agrees with an `unknown` inside a promise: it is a hole to be filled. */
  readonly hasHoles?: boolean;
  /** The nearest type that is, or is extended by, all of these. */
  readonly commonBase?: (ids: readonly string[]) => string | null;
}

/**
 * Whether what a call gave back is what was promised: a list of numbers agrees with a pair of them, an empty list with any list.
 * Nothing agrees with `unknown`, unless that is a hole.
 */
export function agrees(observed: TypeRef, promised: TypeRef, by: Agreement): boolean {
  if (promised.kind === 'unknown' && by.hasHoles === true) return observed.kind !== 'callback';
  if (observed.kind === 'union') return observed.of.every((member) => agrees(member, promised, by));
  if (promised.kind === 'union') return promised.of.some((member) => agrees(observed, member, by));
  // Of an empty list, set or record nothing is known of its items.
  const inside = (item: TypeRef, of: TypeRef) => item.kind === 'unknown' || agrees(item, of, by);
  if (observed.kind === 'list' && promised.kind === 'tuple')
    return promised.items.length > 0 && inside(observed.of, unionOf(promised.items));
  if (observed.kind === 'tuple' && promised.kind === 'list') return observed.items.every((item) => inside(item, promised.of));
  if (observed.kind === 'dict' && promised.kind === 'record') {
    return promised.fields.every(({ optional, type }) => optional && inside(observed.of, type));
  }
  if (observed.kind === 'record' && promised.kind === 'dict') return observed.fields.every(({ type }) => inside(type, promised.of));
  if (observed.kind === 'record' && promised.kind === 'record') return recordAgrees(observed.fields, promised.fields, inside);
  if (observed.kind === 'map' && promised.kind === 'map') return inside(observed.key, promised.key) && inside(observed.of, promised.of);
  if (observed.kind === 'list' || observed.kind === 'dict' || observed.kind === 'set') {
    return promised.kind === observed.kind && inside(observed.of, promised.of);
  }
  return typeFits(observed, promised, by.subtypes) !== 'no';
}

/** A field that nobody promised would be cut off or refused on its way, so it is a difference. */
function recordAgrees(
  observed: readonly RecordField[],
  promised: readonly RecordField[],
  inside: (item: TypeRef, of: TypeRef) => boolean,
): boolean {
  const names = new Set(promised.map(({ name }) => name));
  if (observed.some(({ name }) => !names.has(name))) return false;
  return promised.every((field) => {
    const seen = observed.find(({ name }) => name === field.name);
    return seen === undefined ? field.optional : inside(seen.type, field.type);
  });
}

/** Instances of several classes that extend one are instances of that one: which of them a call gives follows from its operands. */
function underOneBase(types: readonly TypeRef[], { commonBase }: Agreement): readonly TypeRef[] {
  const ids = [...new Set(types.flatMap((type) => (type.kind === 'ref' ? [type.id] : [])))];
  const base = ids.length > 1 ? commonBase?.(ids) : undefined;
  return base == null ? types : [{ kind: 'ref', id: base }, ...types.filter(({ kind }) => kind !== 'ref')];
}

/** Observed types without those that another one covers; records of the same making become one with optional fields. */
export function mergeObserved(types: readonly TypeRef[], by: Agreement): readonly TypeRef[] {
  const flat = underOneBase(
    types.flatMap((type) => (type.kind === 'union' ? type.of : [type])),
    by,
  );
  const records = flat.filter((type): type is RecordType => type.kind === 'record');
  const distinct = new Map<string, TypeRef>(flat.filter((type) => type.kind !== 'record').map((type) => [formatType(type), type]));
  for (const record of mergeRecords(records)) distinct.set(formatType(record), record);
  const merged = [...distinct.values()];
  return merged.filter(
    (type, index) => !merged.some((other, at) => at !== index && agrees(type, other, by) && !(at > index && agrees(other, type, by))),
  );
}

function mergeRecords(records: readonly RecordType[]): readonly RecordType[] {
  const merged: RecordType[] = [];
  for (const record of records) {
    const at = merged.findIndex(({ fields }) => fields.some(({ name }) => record.fields.some((field) => field.name === name)));
    if (at === -1) merged.push(record);
    else merged[at] = joinRecords(merged[at] as RecordType, record);
  }
  return merged;
}

function joinRecords(left: RecordType, right: RecordType): RecordType {
  const names = [...new Set([...left.fields, ...right.fields].map(({ name }) => name))];
  const fields = names.map((name): RecordField => {
    const both = [left, right].flatMap((record) => record.fields.filter((field) => field.name === name));
    return { name, optional: both.length < 2 || both.some(({ optional }) => optional), type: unionOf(both.map(({ type }) => type)) };
  });
  return { kind: 'record', fields };
}

/** True for `undefined` and `null`. */
export function isNothing(type: TypeRef): boolean {
  return type.kind === 'prim' && (type.name === 'undefined' || type.name === 'null');
}

/** More than one type, nothing at all left aside. */
export function isMixture(types: readonly TypeRef[]): boolean {
  return types.filter((type) => !isNothing(type)).length > 1;
}

/** One type, or one type and nothing at all now and then. */
export function isOneType(types: readonly TypeRef[]): boolean {
  return types.length > 0 && !isMixture(types) && types.every((type) => type.kind !== 'unknown');
}

/** True for a type with an `unknown` in it. */
export function hasHole(type: TypeRef): boolean {
  switch (type.kind) {
    case 'unknown':
      return true;
    case 'list':
    case 'set':
    case 'dict':
      return hasHole(type.of);
    case 'map':
      return hasHole(type.key) || hasHole(type.of);
    case 'tuple':
      return type.items.some(hasHole);
    case 'union':
      return type.of.some(hasHole);
    case 'record':
      return type.fields.some((field) => hasHole(field.type));
    default:
      return false;
  }
}
