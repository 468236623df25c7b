// What a structure's fields have to be: each of its type, and the numbers among them as long as the lists that they count.
import { valueFits } from '../type/fits.ts';
import { parseType, type TypeRef } from '../type/type-ref.ts';
import type { Decoder, Encoder } from './codec.ts';
import type { CodecRegistry } from './codec-registry.ts';
import { decodePacked, encodePacked, isPacked, type PackedLayout, packedLayout } from './packed-list.ts';
import { hasFields, ownData } from './structure-value.ts';

/** One own data field of a class's instances. */
export interface StructureField {
  readonly name: string;
  /** In the grammar of types; the library's own types by their ids. */
  readonly type: string;
  /** The message's name for it, where that is not the field's own. */
  readonly as?: string;
  /** Some instances have it, and others have not. */
  readonly optional?: true;
  /** No property of its own: the list of what the instance holds under 0, 1 and so on, as things like arrays do. */
  readonly items?: true;
}

/**
 * A number field that counts: it is the length of another field along an axis, 0 being the outermost. `of` may lead through
 * structures, from field to field: `matrix.data`.
 */
export interface StructureLength {
  readonly field: string;
  readonly of: string;
  readonly axis: number;
}

/** Number fields that are sizes of what the structure holds, or places in it: whole numbers from 0, and no larger than that has room. */
export interface StructureSizes {
  readonly fields: readonly string[];
  /** Those of them that are multiplied: together they are not far larger either. */
  readonly sides?: readonly string[];
}

export type Fields = Readonly<Record<string, unknown>>;

/** A field, ready to be checked and written. */
export interface FieldPlan {
  readonly name: string;
  readonly as: string;
  readonly type: TypeRef;
  readonly packed: PackedLayout | undefined;
  readonly isOptional: boolean;
  readonly isItems: boolean;
}

/** Reads the types of fields, once. Throws `BAD_MANIFEST` for a text that is no type. */
export function planFields(fields: readonly StructureField[]): readonly FieldPlan[] {
  return fields.map(({ name, type, as = name, optional = false, items = false }) => {
    const parsed = parseType(type);
    return { name, as, type: parsed, packed: packedLayout(parsed), isOptional: optional, isItems: items };
  });
}

/** What the body of a structure depends on, as one text. */
export function schemaOf(fields: readonly StructureField[]): string {
  const text = ({ name, type, as = name, optional, items }: StructureField) =>
    `${items === true ? '...' : ''}${as}${optional === true ? '?' : ''}: ${type}`;
  return `structure { ${fields.map(text).join(', ')} }`;
}

export function encodeField(value: unknown, { packed }: FieldPlan, encoder: Encoder): Uint8Array {
  return packed === undefined ? encoder.value(value) : encodePacked(value, packed, encoder);
}

export function decodeField(bytes: Uint8Array, { packed }: FieldPlan, decoder: Decoder): unknown {
  return packed === undefined ? decoder.value(bytes) : decodePacked(bytes, packed, decoder);
}

/** A glance at a field that does not go into it: the kind of value that its type asks for. */
export function looksLike(value: unknown, type: TypeRef): boolean {
  switch (type.kind) {
    case 'ref':
      return typeof value === 'object' && value !== null;
    case 'list':
    case 'tuple':
      return Array.isArray(value);
    case 'record':
    case 'dict':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'map':
      return value instanceof Map;
    case 'set':
      return value instanceof Set;
    case 'union':
      return type.of.some((member) => looksLike(value, member));
    default:
      return valueFits(value, type, NO_TYPES);
  }
}

const NO_TYPES = { accepts: () => [], detect: () => false };

/** Why fields are none of the structure, or `undefined`. Every element is looked at; values nested in it have their own codecs. */
export function objectionTo(
  fields: Fields,
  plans: readonly FieldPlan[],
  { lengths, registry }: { readonly lengths: readonly StructureLength[]; readonly registry: CodecRegistry },
): string | undefined {
  const checks = { accepts: () => [], detect: (id: string, value: unknown) => registry.byType(id)?.detect(value) ?? false };
  for (const { name, type, packed, isOptional } of plans) {
    if (isOptional && !Object.hasOwn(fields, name)) continue;
    const value = fields[name];
    if (packed === undefined ? !valueFits(value, type, checks) : !isPacked(value, packed)) return `its field ${name} is of another type`;
  }
  const lie = lengths.find(({ field, of, axis }) => !isLengthOf(fields[field], valueAt(fields, of), axis));
  return lie && `its field ${lie.field} is not the length of ${lie.of}`;
}

/** Much beyond it nothing has room: views may show an element more than once, and what is nearly empty has sizes too. */
const ROOM_FACTOR = 4;
const SMALL_ROOM = 16;

/** Why number fields are no sizes of what holds so many elements, or `undefined`. */
export function objectionToSizes(fields: Fields, { fields: names, sides = [] }: StructureSizes, elements: number): string | undefined {
  const room = SMALL_ROOM + elements;
  const isSize = (size: unknown) => Number.isSafeInteger(size) && (size as number) >= 0 && (size as number) <= room;
  const lie = names.find((name) => Object.hasOwn(fields, name) && !isSize(fields[name]));
  if (lie !== undefined) return `its field ${lie} is no size of what it holds`;
  const area = sides.reduce((product, name) => product * Number(fields[name] ?? 1), 1);
  return area <= ROOM_FACTOR * room ? undefined : `its fields ${sides.join(' and ')} are larger than what it holds`;
}

/** The value at a path of fields, through plain and live structures. */
function valueAt(fields: Fields, path: string): unknown {
  const [first = '', ...rest] = path.split('.');
  return rest.reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return ownData(hasFields(value) ? value.fields : value, name);
  }, fields[first]);
}

/** Whether a number is the length of a value along an axis, for every list there; where no list reaches that far, any is. */
function isLengthOf(length: unknown, value: unknown, axis: number): boolean {
  if (!(Number.isSafeInteger(length) && (length as number) >= 0) || typeof value !== 'object' || value === null) return false;
  const shape: unknown = Array.isArray(value) || ArrayBuffer.isView(value) ? undefined : ownData(value, 'shape');
  if (Array.isArray(shape)) return shape[axis] === length;
  const items = value as ArrayLike<unknown>;
  if (axis === 0) return items.length === length;
  return Array.isArray(value) && value.every((item) => isLengthOf(length, item, axis - 1));
}
