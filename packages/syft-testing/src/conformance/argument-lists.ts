import { type AllowlistEntry, type ManifestLibrary, type ManifestMember, nameOfMember, type Param, type TypeRef } from '@syft-libs/ast';
import { Chance, seedOf } from '../samples/chance.ts';
import { ARGUMENT_SHAPES, GROWN_SHAPES, type Samples, type ValueContext, valueOfType } from '../samples/values-of-type.ts';

/** Generated calls of each signature, unless said otherwise. */
export const GENERATED_CALLS = 24;

/** Of rest parameters. */
const MOST_REPEATED = 3;

const [LONG, WIDE] = GROWN_SHAPES;
/** What operands have for shapes, in turn. */
const SHAPES_OF_CALLS: readonly (readonly (readonly number[])[])[] = [...GROWN_SHAPES.map((shape) => [shape]), [LONG, WIDE], [WIDE, LONG]];

export interface MakingOptions {
  /** Calls for each signature. */
  readonly count: number;
  readonly samples?: Samples;
}

/**
 * Calls of an entry, by the types of its parameters, the same ones every time. Operands are plain values, the receiver
 * first. Optional parameters are there and not, shapes agree more often than not.
 */
export function makeArgumentLists(
  library: Pick<ValueContext, 'registry'>,
  entry: Pick<AllowlistEntry, 'path' | 'receiver' | 'receiverType' | 'signatures'>,
  { count, samples = {} }: MakingOptions,
): readonly (readonly unknown[])[] {
  const chance = new Chance(seedOf(entry.path));
  const isConstant = entry.receiver === undefined && entry.signatures.every(({ params }) => params.length === 0);
  return entry.signatures.flatMap((signature) =>
    Array.from({ length: isConstant ? 1 : count }, () => {
      const context = { chance, registry: library.registry, samples, shape: chance.pick(ARGUMENT_SHAPES) };
      const { receiverType } = entry;
      const receiver = receiverType === undefined ? [] : [valueOfType(receiverType, { ...context, isPublic: false, isReceiver: true })];
      const given = givenParams(signature.params, chance);
      return [...receiver, ...given.map(({ type, public: isPublic }) => valueOfType(type, { ...context, isPublic }))];
    }),
  );
}

/**
 * Calls of an entry with operands that tell how its result grows: all of one of the {@link GROWN_SHAPES}, and long ones beside
 * wide ones. `shaped` has values of types that take not every array, by shape. None where nothing in the entry has a shape.
 */
export function makeGrownLists(
  library: Pick<ValueContext, 'registry'>,
  entry: Pick<AllowlistEntry, 'path' | 'receiverType' | 'signatures'>,
  { samples = {}, shaped }: Pick<MakingOptions, 'samples'> & { readonly shaped: ReadonlyMap<readonly number[], Samples> },
): readonly (readonly unknown[])[] {
  const chance = new Chance(seedOf(`${entry.path} grown`));
  const { receiverType } = entry;
  return entry.signatures.flatMap(({ params }) => {
    const types = [...(receiverType === undefined ? [] : [receiverType]), ...params.map(({ type }) => type)];
    if (!types.some(hasShape)) return [];
    return SHAPES_OF_CALLS.map((shapes) => {
      const context = (index: number): ValueContext => {
        const shape = shapes[index % shapes.length] as readonly number[];
        const own = { ...samples, ...shaped.get(shape) };
        return { chance, registry: library.registry, samples: own, shape, isPublic: false, isOrdinary: true };
      };
      const receiver = receiverType === undefined ? [] : [valueOfType(receiverType, { ...context(0), isReceiver: true })];
      const given = givenParams(params, chance);
      const args = given.map(({ type, public: isPublic }, index) => valueOfType(type, { ...context(index + receiver.length), isPublic }));
      return [...receiver, ...args];
    });
  });
}

/** Whether a value of the type has more than one element, or may have. */
function hasShape(type: TypeRef): boolean {
  if (type.kind === 'union') return type.of.some(hasShape);
  return type.kind === 'prim' ? type.name.endsWith('Array') : type.kind !== 'literal';
}

/**
 * Whether a call can be made by way of a pointer: an empty list, set or map that comes from nowhere does not tell whose members it
 * has. One that a call gave is of the type that its entry says.
 */
export function hasTellingReceiver({ receiver, receiverType }: AllowlistEntry, [self]: readonly unknown[]): boolean {
  if (receiver === undefined || receiverType?.kind === 'ref') return true;
  return !(Array.isArray(self) && self.length === 0) && !((self instanceof Set || self instanceof Map) && self.size === 0);
}

/** Whether a pointer to the receiver finds this very entry: an instance of a class that extends its own may have another one by that name. */
export function isFoundOn(
  { path, receiverType }: Pick<AllowlistEntry, 'path' | 'receiverType'>,
  [self]: readonly unknown[],
  { types, members }: Pick<ManifestLibrary, 'types' | 'members'>,
): boolean {
  if (receiverType?.kind !== 'ref') return true;
  const type = typeof self === 'object' && self !== null ? (self as { readonly type?: unknown }).type : undefined;
  const line = [String(type), ...(types.find(({ id }) => id === type)?.extends ?? [])];
  const own = members.find((member) => member.path === path);
  const name = own === undefined ? '' : nameOfMember(own);
  const isOf = (id: string, member: ManifestMember) =>
    member.path.startsWith(`${id}.`) && member.path.slice(0, member.path.lastIndexOf('.')) === id;
  const nearest = line.find((id) =>
    members.some((member) => member.kind !== 'function' && isOf(id, member) && nameOfMember(member) === name),
  );
  return nearest === undefined || nearest === receiverType.id;
}

function givenParams(params: readonly Param[], chance: Chance): readonly Param[] {
  const optional = params.findIndex((param) => param.optional);
  const end = optional < 0 ? params.length : optional + chance.below(params.length - optional + 1);
  return params.slice(0, end).flatMap((param) => {
    if (!param.rest) return [param];
    const type = param.type.kind === 'list' ? param.type.of : param.type;
    return Array.from({ length: chance.below(MOST_REPEATED + 1) }, () => ({ ...param, type }));
  });
}
