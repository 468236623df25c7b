import { formatType, parseType, type TypeRef } from '@syft-libs/ast';
import type { SeenType, Travel, TravelField } from '../../surface/snapshot.ts';
import { type Merged, nameIn } from '../merge/merged.ts';
import type { CageSession } from '../runtime/cage-session.ts';
import type { FieldFacts } from '../runtime/instance-parts.ts';
import { compareMembers, membersOf, type Pair } from './compare-members.ts';
import { declaredFields } from './declared-fields.ts';
import { coverTypes, refsIn } from './field-types.ts';
import { learnLengths } from './learn-lengths.ts';
import { learnSizes } from './learn-sizes.ts';
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
  const declared = declaredFields(type, input.merged);
  const fields = new Map<string, TypeRef>();
  for (const name of allNames(samples)) {
    const texts = factsOf(name, samples).map(({ type: text }) => text);
    const covered = coverTypes(texts) ?? declaredFor(texts, declared.get(name));
    if (covered === null) return { travel: null, problem: `its field ${name} has no type that is known` };
    fields.set(name, covered);
  }
  const items = coverItems(samples);
  if (items?.type === null) return { travel: null, problem: 'its items have no type that is known' };
  const difference = await tryRebuilt(input);
  if (difference !== null) return { travel: null, problem: difference };
  const className = samples[0]?.parts.className ?? nameIn(type.id);
  const own = [...fields].map(([name, field]): TravelField => {
    const isOptional = factsOf(name, samples).length < samples.length;
    return { name, type: formatType(field), ...(isOptional && { optional: true }) };
  });
  const parts = samples.map((sample) => sample.parts);
  const lengths = learnLengths(parts);
  const sizes = learnSizes(parts, lengths);
  const itemsName = fields.has('items') ? 'indexed' : 'items';
  const travel: Structure = {
    kind: 'structure',
    fields: items === null ? own : [...own, { name: itemsName, type: formatType(items.type), items: true }],
    lengths: lengths.map((length) => ({ ...length, of: length.of === '' ? itemsName : length.of })),
    ...(sizes !== null && { sizes }),
    ...(className !== nameIn(type.id) && { className }),
    // A prototype that was put in the place of another one names no class.
    ...(samples.some(({ parts }) => parts.className === null) && { byClass: true as const }),
  };
  const needs = [...fields.values(), ...(items === null ? [] : [items.type])].flatMap(refsIn);
  return { travel, needs: [...new Set(needs)].filter((id) => id !== type.id), problem: null };
}

/** Of lists that were empty in every sample, their declaration tells what they are lists of. */
function declaredFor(texts: readonly string[], declared: TypeRef | undefined): TypeRef | null {
  if (declared === undefined || coverTypes([formatType(declared)]) === null) return null;
  return texts.every((text) => agrees(parseType(text), declared)) ? declared : null;
}

function agrees(seen: TypeRef, declared: TypeRef): boolean {
  if (seen.kind === 'list' && declared.kind === 'list') return seen.of.kind === 'unknown' || agrees(seen.of, declared.of);
  return formatType(seen) === formatType(declared);
}

/** The type of the list of their items; `null` where there are none. */
function coverItems(samples: readonly TypeSample[]): { readonly type: TypeRef } | { readonly type: null } | null {
  const texts = samples.flatMap(({ parts }) => parts.items ?? []);
  return texts.length === 0 ? null : { type: coverTypes(texts) };
}

function factsOf(name: string, samples: readonly TypeSample[]): readonly FieldFacts[] {
  return samples.flatMap(({ parts }) => parts.fields.filter((field) => field.name === name));
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
  for (const { parts } of samples) {
    if (parts.hasOthers) return 'it has own properties that are no named fields, and no items either';
    for (const { name, kind } of parts.fields) {
      if (kind === 'getter') return `its field ${name} is a getter of the instance`;
      if (kind === 'function') return `its field ${name} is a function of the instance`;
    }
  }
  const steady = namesOf(first).filter((name) => factsOf(name, samples).length === samples.length);
  // As many again may come and go; where more do, their names are data.
  if (allNames(samples).length > 2 * steady.length) return 'its instances differ in their fields';
  return first.parts.fields.length === 0 ? 'it has no fields of its own: what it holds does not show' : null;
}

function namesOf({ parts }: TypeSample): readonly string[] {
  return parts.fields.map(({ name }) => name);
}

/** Names of fields in any of the samples, in the order in which they were met. */
function allNames(samples: readonly TypeSample[]): readonly string[] {
  return [...new Set(samples.flatMap(namesOf))];
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
