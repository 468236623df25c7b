import { formatType, type TypeRef } from '@syft-libs/ast';
import type { SeenType, Travel } from '../../surface/snapshot.ts';
import { type Merged, nameIn } from '../merge/merged.ts';
import type { CageSession } from '../runtime/cage-session.ts';
import type { FieldFacts } from '../runtime/instance-parts.ts';
import { compareMembers, membersOf, type Pair } from './compare-members.ts';
import { coverTypes, refsIn } from './field-types.ts';
import { learnLengths } from './learn-lengths.ts';
import type { TypeSample } from './type-samples.ts';

export type Structure = Extract<Travel, { readonly kind: 'structure' }>;

/** A way to travel, or why there is none; `needs` are types that have to travel for it. */
export type Finding =
  | { readonly travel: Travel; readonly needs: readonly string[]; readonly problem: null }
  | { readonly travel: null; readonly problem: string };

interface StructureInput {
  readonly type: SeenType;
  readonly samples: readonly TypeSample[];
  readonly merged: Merged;
  readonly session: CageSession;
}

const MOST_PAIRS = 3;

/** Whether the instances of a class are their own data fields: what is rebuilt of those answers as the original does. */
export async function findStructure(input: StructureInput): Promise<Finding> {
  const { type, samples } = input;
  const objection = objectionToView(samples) ?? objectionToClass(type) ?? objectionToSamples(samples);
  if (objection !== null) return { travel: null, problem: objection };
  const fields = new Map<string, TypeRef>();
  for (const name of namesOf(samples[0] as TypeSample)) {
    const covered = coverTypes(samples.map(({ parts }) => (parts.fields.find((field) => field.name === name) as FieldFacts).type));
    if (covered === null) return { travel: null, problem: `its field ${name} has no type that is known` };
    fields.set(name, covered);
  }
  const difference = await tryRebuilt(input);
  if (difference !== null) return { travel: null, problem: difference };
  const className = samples[0]?.parts.className ?? nameIn(type.id);
  const travel: Structure = {
    kind: 'structure',
    fields: [...fields].map(([name, field]) => ({ name, type: formatType(field) })),
    lengths: learnLengths(samples.map(({ parts }) => parts)),
    ...(className !== nameIn(type.id) && { className }),
  };
  return { travel, needs: [...new Set([...fields.values()].flatMap(refsIn))], problem: null };
}

function objectionToView(samples: readonly TypeSample[]): string | null {
  return samples.some(({ parts }) => parts.view !== null)
    ? 'nothing that is exported makes such an array of its elements and a shape'
    : null;
}

function objectionToClass({ exportedAs, builtin }: SeenType): string | null {
  if (exportedAs === null) return 'its class is not exported';
  return builtin === null ? null : `it extends ${builtin}, whose instances are more than their fields`;
}

function objectionToSamples(samples: readonly TypeSample[]): string | null {
  const [first] = samples;
  if (first === undefined) return 'no instance could be taken apart';
  const names = String(namesOf(first).toSorted());
  for (const { parts } of samples) {
    if (parts.className === null) return 'its class has no name';
    if (parts.hasOthers) return 'it has own properties that are no named fields';
    for (const { name, kind } of parts.fields) {
      if (kind === 'getter') return `its field ${name} is a getter of the instance`;
      if (kind === 'function') return `its field ${name} is a function of the instance`;
    }
  }
  if (samples.some((sample) => String(namesOf(sample).toSorted()) !== names)) return 'its instances differ in their fields';
  return first.parts.fields.length === 0 ? 'it has no fields of its own: what it holds does not show' : null;
}

function namesOf({ parts }: TypeSample): readonly string[] {
  return parts.fields.map(({ name }) => name);
}

/** Why what is rebuilt is not the same, or `null`. */
async function tryRebuilt({ type, samples, merged, session }: StructureInput): Promise<string | null> {
  const pairs: readonly Pair[] = samples
    .slice(0, MOST_PAIRS)
    .map(({ recipe }) => ({ original: recipe, remade: { $: 'rebuilt', of: recipe } }));
  for (const { remade } of pairs) {
    if ((await session.takeApart(remade))?.type !== type.id) return 'it cannot be put together from its fields';
  }
  const { answered, differs } = await compareMembers(pairs, { type, merged, session });
  if (differs !== null) return `its fields are not all there is to it: ${nameIn(differs)} tells a rebuilt one apart`;
  const hasMembers = membersOf(type, merged).some(({ runtime }) => runtime !== null && !runtime.isOnInstanceOnly);
  return hasMembers && answered === 0
    ? 'none of its members answered, so that nothing shows whether its fields are all there is to it'
    : null;
}
