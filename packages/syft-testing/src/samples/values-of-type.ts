import {
  type Codec,
  columnOf,
  type Dtype,
  isNumberList,
  type TypedArray,
  type TypedDtype,
  type TypeRef,
  typedArrayOf,
} from '@syft-libs/ast';
import { sampleArray, sampleElements } from './arrays.ts';
import type { Chance } from './chance.ts';
import { SAMPLE_BIGINTS, SAMPLE_BOOLEANS, SAMPLE_DATES, SAMPLE_NUMBERS, SAMPLE_STRINGS } from './scalars.ts';

/** What values are made for. */
export interface ValueContext {
  readonly chance: Chance;
  /** Knows which types are arrays. */
  readonly registry: { readonly byType: (id: string) => Pick<Codec, 'schema'> | undefined };
  /** The shape that arrays of this call share most of the time; those that differ are seldom right. */
  readonly shape: readonly number[];
  /** Of a `public` parameter: small whole numbers, now and then an absurd one. */
  readonly isPublic: boolean;
  /** Of a receiver: it is of its type itself, and nothing that merely stands for it. */
  readonly isReceiver?: boolean;
  /** Values of types that take not every array, by type. */
  readonly samples?: Samples;
  /** Every list and array has the call's shape, and numbers are ordinary ones: for calls that tell how a result grows. */
  readonly isOrdinary?: boolean;
}

/** Plain values of a library's own types, by type id: for types of which not every array is one. */
export type Samples = Readonly<Record<string, readonly unknown[]>>;

/** Shapes of generated arguments. */
export const ARGUMENT_SHAPES: readonly (readonly number[])[] = [[4], [4], [5], [1], [2, 3], [2, 2], [3, 3], [2, 2, 2], [3, 2, 3], [0], []];

/** Long, wide, square, empty and of one element: what is no larger than its operands for a square may be for the others. */
export const GROWN_SHAPES = [
  [100, 2],
  [2, 100],
  [12, 12],
  [0, 0],
  [1, 1],
] as const satisfies readonly (readonly [number, number])[];

const ARGUMENT_DTYPES: readonly Dtype[] = ['float64', 'float64', 'float32', 'int32', 'int16', 'int8', 'uint32', 'uint16', 'uint8', 'array'];
const PUBLIC_NUMBERS: readonly number[] = [0, 1, 2, 3, 0, 1, 2, -1, -2, 4, 5, 0.5, -0, Number.NaN, 2 ** 31, 1e18, Number.POSITIVE_INFINITY];
const ORDINARY_COUNTS: readonly number[] = [0, 1, 2, 3, 7, 20];
const NUMBER_DTYPES: readonly TypedDtype[] = ['float64', 'float32', 'int32', 'uint8'];
/** How often a list of numbers is a column or a typed array. */
const NUMBERS_ELSEWHERE = 0.3;
/** How often an array has another shape than its call's. */
const ODD_SHAPE = 0.15;

/** A plain value of a type, as a caller would write it. `undefined` for types that nobody can write (`unknown`, callbacks). */
export function valueOfType(type: TypeRef, context: ValueContext): unknown {
  const { chance, isPublic, isReceiver = false } = context;
  switch (type.kind) {
    case 'prim':
      return primitive(type.name, context);
    case 'literal':
      return type.value;
    case 'ref':
      return arrayOf(type.id, context);
    case 'list':
      return isNumberList(type) && !isPublic && !isReceiver && chance.in(NUMBERS_ELSEWHERE) ? numbersOf(context) : listOf(type.of, context);
    case 'tuple':
      return type.items.map((item) => valueOfType(item, context));
    case 'record':
      return Object.fromEntries(
        type.fields.filter(({ optional }) => !optional || chance.in(0.7)).map((field) => [field.name, valueOfType(field.type, context)]),
      );
    case 'dict':
      return { a: valueOfType(type.of, context), b: valueOfType(type.of, context) };
    case 'map':
      return new Map([[valueOfType(type.key, context), valueOfType(type.of, context)]]);
    case 'set':
      return new Set([valueOfType(type.of, context)]);
    case 'union':
      // A list of lists is as good as an array, but an array is what is meant.
      return valueOfType(chance.in(0.5) && !isPublic ? (type.of[0] as TypeRef) : chance.pick(type.of), context);
    default:
      return undefined;
  }
}

/** What stands for a list of numbers: a column, or a typed array. */
function numbersOf(context: ValueContext): unknown {
  const { chance, shape } = context;
  const data = sampleElements(chance.pick(NUMBER_DTYPES), shape[0] ?? 2, chance.below(20)) as TypedArray;
  return chance.in(0.5) ? columnOf(data) : data;
}

function primitive(name: string, context: ValueContext): unknown {
  const { chance, shape } = context;
  switch (name) {
    case 'number':
      return numberFor(context);
    case 'string':
      return chance.pick(SAMPLE_STRINGS);
    case 'boolean':
      return chance.pick(SAMPLE_BOOLEANS);
    case 'bigint':
      return chance.pick(SAMPLE_BIGINTS);
    case 'Date':
      return chance.pick(SAMPLE_DATES);
    case 'null':
      return null;
    case 'undefined':
      return undefined;
    case 'Bytes':
      return new Uint8Array([1, 2, 3]).buffer;
    default:
      return sampleElements(dtypeNamed(name), shape[0] ?? 1, chance.below(20));
  }
}

function numberFor({ chance, isPublic, isOrdinary = false }: ValueContext): number {
  if (isOrdinary) return isPublic ? chance.pick(ORDINARY_COUNTS) : 1 + chance.below(1_000) / 8;
  return chance.pick(isPublic ? PUBLIC_NUMBERS : SAMPLE_NUMBERS);
}

function dtypeNamed(className: string): TypedDtype {
  const named = ARGUMENT_DTYPES.find((dtype) => dtype !== 'array' && typedArrayOf(dtype)?.name === className);
  return (named as TypedDtype | undefined) ?? 'float64';
}

function arrayOf(id: string, { registry, chance, shape, samples = {}, isOrdinary = false }: ValueContext): unknown {
  const given = samples[id];
  if (given !== undefined) {
    const alike = given.filter((sample) => String((sample as { shape?: unknown }).shape) === String(shape));
    return chance.pick(alike.length === 0 || (!isOrdinary && chance.in(ODD_SHAPE)) ? given : alike);
  }
  if (registry.byType(id)?.schema !== 'ArrayBody') return undefined;
  const own = !isOrdinary && chance.in(ODD_SHAPE) ? chance.pick(ARGUMENT_SHAPES) : shape;
  return sampleArray(id, id.startsWith('ast.') ? 'float64' : chance.pick(ARGUMENT_DTYPES), own, chance.below(20));
}

function holdsNumbers(of: TypeRef): boolean {
  return of.kind === 'list' ? holdsNumbers(of.of) : of.kind === 'prim' && of.name === 'number';
}

/** Lists of numbers have the call's shape; public ones are short, as shapes and axes are. */
function listOf(of: TypeRef, context: ValueContext, axis = 0): readonly unknown[] {
  const { chance, isPublic, shape, isOrdinary = false } = context;
  const isOdd = isPublic || (isOrdinary ? !holdsNumbers(of) : chance.in(ODD_SHAPE));
  const length = isOdd ? chance.below(4) : (shape[axis] ?? 2);
  return Array.from({ length }, () => (of.kind === 'list' ? listOf(of.of, context, axis + 1) : valueOfType(of, context)));
}
