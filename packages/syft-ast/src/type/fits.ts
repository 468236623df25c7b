import { dtypeOfTypedArray } from '../serde/dtype.ts';
import { isRecord } from './is-record.ts';
import { isNumberList, NUMBER_LIST, numbersOf } from './number-list.ts';
import type { TypeRef } from './type-ref.ts';

/** How sure a check before the call can be: `maybe` is decided by the run-time value. */
export type Fit = 'yes' | 'maybe' | 'no';

/** Which further types stand for a type, by name: of a library's type (`numjs.NdArray` accepts `ast.Column`), and of `number[]`. */
export type Accepts = (id: string) => readonly string[];

/** Recognises a value of a library's own type; the codec's `detect`. */
export type DetectRef = (id: string, value: unknown) => boolean;

/** Whether a value declared as `from` may stand where `to` is expected. */
export function typeFits(from: TypeRef, to: TypeRef, accepts: Accepts): Fit {
  if (from.kind === 'unknown' || from.kind === 'callback' || to.kind === 'unknown' || to.kind === 'callback') return 'no';
  if (from.kind === 'union')
    return all(
      from.of.map((member) => typeFits(member, to, accepts)),
      true,
    );
  if (to.kind === 'union') return best(to.of.map((member) => typeFits(from, member, accepts)));
  if (from.kind === 'literal') {
    if (to.kind === 'literal') return from.value === to.value ? 'yes' : 'no';
    return to.kind === 'prim' && to.name === typeof from.value ? 'yes' : 'no';
  }
  if (to.kind === 'literal') return from.kind === 'prim' && from.name === typeof to.value ? 'maybe' : 'no';
  if (to.kind === 'ref') return isNamed(from, to.id, accepts) ? 'yes' : 'no';
  // A column may be one of bigints, which its elements tell and its type does not.
  if (isNumberList(to) && isNamed(from, NUMBER_LIST, accepts)) return from.kind === 'ref' ? 'maybe' : 'yes';
  return fitsStructure(from, to, accepts);
}

function isNamed(from: TypeRef, id: string, accepts: Accepts): boolean {
  const name = from.kind === 'ref' ? from.id : from.kind === 'prim' ? from.name : '';
  return name === id || accepts(id).includes(name);
}

function fitsStructure(from: TypeRef, to: TypeRef, accepts: Accepts): Fit {
  if (from.kind === 'prim' && to.kind === 'prim') return from.name === to.name ? 'yes' : 'no';
  if (from.kind === 'tuple' && to.kind === 'list') return all(from.items.map((item) => typeFits(item, to.of, accepts)));
  if (from.kind === 'list' && to.kind === 'tuple')
    return best([typeFits(from.of, to.items[0] ?? from.of, accepts)]) === 'no' ? 'no' : 'maybe';
  if (from.kind === 'tuple' && to.kind === 'tuple') {
    if (from.items.length !== to.items.length) return 'no';
    return all(from.items.map((item, index) => typeFits(item, to.items[index] as TypeRef, accepts)));
  }
  if (from.kind === 'record' && to.kind === 'record') {
    return all(
      to.fields.map((field) => {
        const own = from.fields.find(({ name }) => name === field.name);
        if (own === undefined) return field.optional ? 'yes' : 'no';
        return typeFits(own.type, field.type, accepts);
      }),
    );
  }
  if (from.kind === 'record' && to.kind === 'dict') return all(from.fields.map((field) => typeFits(field.type, to.of, accepts)));
  if (from.kind === 'map' && to.kind === 'map') return all([typeFits(from.key, to.key, accepts), typeFits(from.of, to.of, accepts)]);
  if (
    (from.kind === 'list' && to.kind === 'list') ||
    (from.kind === 'dict' && to.kind === 'dict') ||
    (from.kind === 'set' && to.kind === 'set')
  ) {
    return typeFits(from.of, to.of, accepts);
  }
  return 'no';
}

/** Every part has to fit; for a union it is enough that some members may. */
function all(fits: readonly Fit[], union = false): Fit {
  if (fits.every((fit) => fit === 'yes')) return 'yes';
  if (union) return fits.every((fit) => fit === 'no') ? 'no' : 'maybe';
  return fits.includes('no') ? 'no' : 'maybe';
}

function best(fits: readonly Fit[]): Fit {
  return fits.includes('yes') ? 'yes' : fits.includes('maybe') ? 'maybe' : 'no';
}

/** Longer ones are lists of holes, which take long to walk and hold nothing. */
const LONGEST = 2 ** 24;

/** Whether a plain decoded value is of a type. `checks.pointer` decides for pointers inside it. */
export function valueFits(value: unknown, type: TypeRef, checks: ValueChecks): boolean {
  const inside = checks.pointer?.(value, type);
  if (inside !== undefined) return inside;
  switch (type.kind) {
    case 'prim':
      return isPrimitive(value, type.name);
    case 'literal':
      return Object.is(value, type.value) || (value === 0 && type.value === 0);
    case 'ref':
      // A record as the decoder makes it never is a library's value, whatever its keys imitate.
      if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null) return false;
      return (
        checks.detect(type.id, value) || checks.accepts(type.id).some((name) => checks.detect(name, value) || isPrimitive(value, name))
      );
    case 'list':
      if (Array.isArray(value)) return value.length <= LONGEST && value.every((item) => valueFits(item, type.of, checks));
      return isNumberList(type) && checks.accepts(NUMBER_LIST).length > 0 && numbersOf(value) !== undefined;
    case 'tuple':
      return (
        Array.isArray(value) &&
        value.length === type.items.length &&
        type.items.every((item, index) => valueFits(value[index], item, checks))
      );
    case 'record':
      return isRecord(value) && recordFits(value, type.fields, checks);
    case 'dict':
      return isRecord(value) && Object.values(value).every((item) => valueFits(item, type.of, checks));
    case 'map':
      return (
        value instanceof Map && [...value].every(([key, item]) => valueFits(key, type.key, checks) && valueFits(item, type.of, checks))
      );
    case 'set':
      return value instanceof Set && [...value].every((item) => valueFits(item, type.of, checks));
    case 'union':
      return unionFits(value, type.of, checks);
    default:
      return false;
  }
}

/** Members that `typeof` tells come first: what a library's type takes in is a longer question. */
function unionFits(value: unknown, members: readonly TypeRef[], checks: ValueChecks): boolean {
  for (const member of members) if (member.kind === 'prim' && isPrimitive(value, member.name)) return true;
  for (const member of members) if (member.kind !== 'prim' && valueFits(value, member, checks)) return true;
  return false;
}

export interface ValueChecks {
  readonly accepts: Accepts;
  readonly detect: DetectRef;
  /** Decides for a pointer (`undefined`: the value is none). */
  readonly pointer?: (value: unknown, type: TypeRef) => boolean | undefined;
}

/** The same without the rule that columns and typed arrays stand for lists of numbers. */
export function acceptsAsItIs(accepts: Accepts): Accepts {
  return (id) => (id === NUMBER_LIST ? [] : accepts(id));
}

/** Checks without that rule: what a value fits as it is goes before what it can be made into. */
export function asItIs(checks: ValueChecks): ValueChecks {
  return { ...checks, accepts: acceptsAsItIs(checks.accepts) };
}

/** The member of a union that a value is taken for; `undefined` when it fits none. `checks` come in order of preference. */
export function fittingMember(value: unknown, members: readonly TypeRef[], checks: readonly ValueChecks[]): TypeRef | undefined {
  for (const tier of checks) {
    const found = members.find((member) => valueFits(value, member, tier));
    if (found !== undefined) return found;
  }
  return undefined;
}

type Fields = Extract<TypeRef, { kind: 'record' }>['fields'];

function recordFits(value: Readonly<Record<string, unknown>>, fields: Fields, checks: ValueChecks): boolean {
  const known = new Set(fields.map((field) => field.name));
  if (Object.keys(value).some((key) => !known.has(key))) return false;
  return fields.every((field) => (Object.hasOwn(value, field.name) ? valueFits(value[field.name], field.type, checks) : field.optional));
}

function isPrimitive(value: unknown, name: string): boolean {
  switch (name) {
    case 'null':
      return value === null;
    case 'Date':
      return value instanceof Date;
    case 'Bytes':
      return value instanceof ArrayBuffer || (typeof SharedArrayBuffer !== 'undefined' && value instanceof SharedArrayBuffer);
    case 'undefined':
    case 'boolean':
    case 'number':
    case 'bigint':
    case 'string':
      return typeof value === name;
    default:
      return (
        ArrayBuffer.isView(value) && dtypeOfTypedArray(value) !== undefined && Object.prototype.toString.call(value) === `[object ${name}]`
      );
  }
}
