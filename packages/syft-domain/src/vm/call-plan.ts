import {
  type AllowlistEntry,
  argumentType,
  asItIs,
  type Codec,
  type CodecRegistry,
  fittingMember,
  isNumberList,
  listOfNumbers,
  numbersOf,
  type Signature,
  type TypeRef,
  type ValueChecks,
} from '@syft-libs/ast';
import type { ValueMemory } from './value-memory.ts';

/** What lending stands on. `checks` see live values. */
export interface LendContext {
  readonly registry: CodecRegistry;
  readonly modules: ReadonlyMap<string, unknown>;
  readonly memory: ValueMemory;
  readonly checks: ValueChecks;
  /** The types that extend a type. */
  readonly subtypes: (id: string) => readonly string[];
}

/** Makes of a held value what the library is handed; absent where that is the value itself. */
export type Lend = (value: unknown) => unknown;

/** One signature, ready to run: how each operand is lent, the receiver first. */
export interface SignaturePlan {
  readonly lend: readonly (Lend | undefined)[];
  /** For every operand beyond those. */
  readonly rest: Lend | undefined;
  /** The codec of the result, where the signature names one library type and no other extends it. */
  readonly result: Codec | undefined;
}

/** One entry, ready to run. */
export interface CallPlan {
  readonly entry: AllowlistEntry;
  /** Operands that no signature can do without; an `undefined` after them counts as absent. */
  readonly fewest: number;
  readonly signatures: ReadonlyMap<Signature, SignaturePlan>;
  /** The result is the library's own lasting object, and so is copied whatever its memory. */
  readonly isStatic: boolean;
}

/** Prepares an entry once, so that a call looks nothing up but its signature. */
export function planCall(entry: AllowlistEntry, context: LendContext): CallPlan {
  const receivers = entry.receiver === undefined ? 0 : 1;
  const required = entry.signatures.map(({ params }) => params.filter(({ optional, rest }) => !optional && !rest).length);
  return {
    entry,
    fewest: receivers + Math.min(...required),
    signatures: new Map(entry.signatures.map((signature) => [signature, planSignature(signature, entry.receiverType, context)])),
    isStatic: entry.kind === 'constant' || (entry.kind === 'property' && entry.receiver === undefined),
  };
}

function planSignature(signature: Signature, receiver: TypeRef | undefined, context: LendContext): SignaturePlan {
  const { params, returns } = signature;
  const last = params.at(-1);
  const fixed = last?.rest === true ? params.slice(0, -1) : params;
  const types: readonly TypeRef[] = [...(receiver === undefined ? [] : [receiver]), ...fixed.map(({ type }) => type)];
  return {
    lend: types.map((type) => lenderOf(type, context)),
    rest: last?.rest === true ? lenderOf(argumentType(signature, params.length) as TypeRef, context) : undefined,
    result: returns.kind === 'ref' && context.subtypes(returns.id).length === 0 ? context.registry.byType(returns.id) : undefined,
  };
}

/** How a value is lent to a place of this type: in the library's own type where the place asks for it, in lists of its own. */
function lenderOf(type: TypeRef, context: LendContext): Lend | undefined {
  switch (type.kind) {
    case 'prim':
      return type.name === 'Date' ? (value) => context.memory.lend(value) : undefined;
    case 'ref':
      return refLender(type.id, context);
    case 'list':
      return isNumberList(type) ? lendNumbers : itemsLender(type.of, context);
    case 'tuple': {
      const lenders = type.items.map((item) => lenderOf(item, context));
      return (value) => (value as readonly unknown[]).map((item, index) => lendWith(lenders[index], item));
    }
    case 'union':
      return unionLender(type.of, context);
    case 'record':
    case 'dict':
      return fieldsLender(type, context);
    case 'map': {
      const [key, item] = [lenderOf(type.key, context), lenderOf(type.of, context)];
      return (value) => new Map(Array.from(value as ReadonlyMap<unknown, unknown>, ([k, v]) => [lendWith(key, k), lendWith(item, v)]));
    }
    case 'set': {
      const lend = itemsLender(type.of, context);
      return (value) => new Set(lend(value) as unknown[]);
    }
    default:
      return undefined;
  }
}

function refLender(id: string, context: LendContext): Lend | undefined {
  const { registry, modules, memory } = context;
  const codec = registry.byType(id);
  if (codec?.revive === undefined) return id.startsWith('ast.') ? (value) => memory.lend(value) : undefined;
  const revive = codec.revive.bind(codec);
  const library = modules.get(codec.tag.slice(0, codec.tag.indexOf('/')));
  const isLive = liveDetector(id, context);
  // A list is lent as a new one: libraries wrap lists without copying them.
  return (value) => (isLive(value) ? value : revive(memory.lend(value), library));
}

/** Whether a value is of a type already, or of one that extends it: it stays what it is. */
function liveDetector(id: string, { registry, subtypes }: LendContext): (value: unknown) => boolean {
  const codecs = [id, ...subtypes(id)].flatMap((one) => registry.byType(one) ?? []);
  return (value) => codecs.some((codec) => codec.detect(value));
}

/** A plain list of its own, whether the numbers came in one or in a column or a typed array. */
function lendNumbers(value: unknown): unknown {
  const numbers = numbersOf(value);
  return numbers === undefined ? Array.from(value as Iterable<unknown>) : listOfNumbers(numbers);
}

function itemsLender(of: TypeRef, context: LendContext): Lend {
  const lend = lenderOf(of, context);
  return (value) => (lend === undefined ? Array.from(value as Iterable<unknown>) : Array.from(value as Iterable<unknown>, lend));
}

function fieldsLender(type: Extract<TypeRef, { kind: 'record' | 'dict' }>, context: LendContext): Lend {
  const lenders = new Map(type.kind === 'record' ? type.fields.map((field) => [field.name, lenderOf(field.type, context)]) : []);
  const others = type.kind === 'dict' ? lenderOf(type.of, context) : undefined;
  return (value) => {
    const record = Object.create(null) as Record<string, unknown>;
    for (const [key, item] of Object.entries(value as Readonly<Record<string, unknown>>)) {
      record[key] = lendWith(lenders.get(key) ?? others, item);
    }
    return record;
  };
}

function unionLender(of: readonly TypeRef[], context: LendContext): Lend | undefined {
  const members = new Map(of.map((type) => [type, lenderOf(type, context)]));
  if ([...members.values()].every((lend) => lend === undefined)) return undefined;
  const tiers = [asItIs(context.checks), context.checks];
  const isLentAsItIs = asItIsDetector(of, context);
  return (value) => {
    if (isLentAsItIs(value)) return value;
    const member = fittingMember(value, of, tiers);
    return member === undefined ? value : lendWith(members.get(member), value);
  };
}

/** Members that `typeof` tells. */
const SCALARS: ReadonlySet<string> = new Set(['boolean', 'number', 'bigint', 'string', 'undefined', 'null']);

/**
 * What nearly every operand of a union is, and so is asked first: a scalar that a member names, or an instance of the member
 * that comes before all others that an object may fit. The rest is a longer question.
 */
function asItIsDetector(of: readonly TypeRef[], context: LendContext): (value: unknown) => boolean {
  const scalars = new Set<string>(of.flatMap((member) => (member.kind === 'prim' && SCALARS.has(member.name) ? [member.name] : [])));
  const first = of.find((member) => member.kind !== 'literal' && !(member.kind === 'prim' && SCALARS.has(member.name)));
  const isLive =
    first?.kind === 'ref' && context.registry.byType(first.id)?.revive !== undefined ? liveDetector(first.id, context) : undefined;
  return (value) => {
    if (typeof value !== 'object' || value === null) return scalars.has(value === null ? 'null' : typeof value);
    // A record as the decoder makes it never is an instance, whatever its keys imitate.
    return isLive !== undefined && Object.getPrototypeOf(value) !== null && isLive(value);
  };
}

function lendWith(lend: Lend | undefined, value: unknown): unknown {
  return lend === undefined ? value : lend(value);
}
