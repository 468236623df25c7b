import { type AllowlistEntry, type CodecRegistry, isNumberList, type Signature, type TypeRef } from '@syft-libs/ast';
import { Chance } from '../samples/chance.ts';
import { GROWN_SHAPES, type Samples, valueOfType } from '../samples/values-of-type.ts';
import type { LocalLibrary } from './local-library.ts';

/** Instances are made of lists, then of those instances, and so on. */
const ROUNDS = 3;

/**
 * Instances of a library's types in each of the {@link GROWN_SHAPES}, in plain form: those that its own allowed entries make of
 * one operand. A type that none of them gives in a shape is left out there.
 */
export async function shapedSamples(local: LocalLibrary): Promise<ReadonlyMap<readonly number[], Samples>> {
  const shaped = new Map<readonly number[], Samples>();
  for (const shape of GROWN_SHAPES) shaped.set(shape, await samplesOf(local, shape));
  return shaped;
}

async function samplesOf(local: LocalLibrary, shape: readonly number[]): Promise<Samples> {
  const samples: Record<string, unknown[]> = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const { entry, signature } of makersIn(local, samples)) {
      if (signature.returns.kind !== 'ref' || samples[signature.returns.id] !== undefined) continue;
      const operand = operandOf(typesOf(entry, signature)[0] as TypeRef, { registry: local.registry, samples, shape });
      if (operand === undefined) continue;
      const outcome = await local.run({ entry, operands: [operand], asPointers: [false] });
      const type = 'value' in outcome ? local.registry.find(outcome.value)?.type : undefined;
      if ('value' in outcome && type !== undefined) samples[type] ??= [local.plainOf(outcome.value)];
    }
  }
  return samples;
}

interface Maker {
  readonly entry: AllowlistEntry;
  readonly signature: Signature;
}

/** Constructors first, then functions, then methods: what is nearest to a list. Nothing that leaves its result to chance. */
function makersIn({ entries, registry }: LocalLibrary, samples: Samples): readonly Maker[] {
  const order = ['constructor', 'function', 'method'];
  const makers = entries
    .filter(({ kind, effects }) => order.includes(kind) && !effects.random)
    .flatMap((entry) => entry.signatures.map((signature) => ({ entry, signature })))
    .filter(({ entry, signature: { params, returns } }) => {
      const operands = (entry.receiverType === undefined ? 0 : 1) + params.filter(({ optional, rest }) => !optional && !rest).length;
      const isStructure = returns.kind === 'ref' && samples[returns.id] === undefined && isOwn(returns.id, registry);
      return operands === 1 && isStructure && params[0]?.public !== true;
    });
  return makers.sort((left, right) => order.indexOf(left.entry.kind) - order.indexOf(right.entry.kind));
}

function isOwn(id: string, registry: CodecRegistry): boolean {
  const codec = registry.byType(id);
  return codec?.revive !== undefined && codec.schema !== 'ArrayBody';
}

function typesOf({ receiverType }: AllowlistEntry, { params }: Signature): readonly TypeRef[] {
  return [...(receiverType === undefined ? [] : [receiverType]), ...params.map(({ type }) => type)];
}

interface Making {
  readonly registry: CodecRegistry;
  readonly samples: Samples;
  readonly shape: readonly number[];
}

/** Numbers in the shape, or an instance that was made before. */
function operandOf(type: TypeRef, { registry, samples, shape }: Making): unknown {
  if (type.kind === 'union') {
    for (const member of type.of) {
      const operand = operandOf(member, { registry, samples, shape });
      if (operand !== undefined) return operand;
    }
    return undefined;
  }
  const isNested = type.kind === 'list' && type.of.kind === 'list' && isNumberList(type.of);
  if (!isNested && type.kind !== 'ref') return undefined;
  return valueOfType(type, { chance: new Chance(shape.length), registry, samples, shape, isPublic: false, isOrdinary: true });
}
