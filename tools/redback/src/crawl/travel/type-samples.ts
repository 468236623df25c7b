import { parseSignature, parseType } from '@syft-libs/ast';
import type { Sample } from '../../surface/sample.ts';
import type { SeenType, Travel } from '../../surface/snapshot.ts';
import { type Merged, ownerIn } from '../merge/merged.ts';
import { oddLists } from '../probe/hold-results.ts';
import type { CageSession } from '../runtime/cage-session.ts';
import type { InstanceParts } from '../runtime/instance-parts.ts';
import { declaredFields, isAsDeclared, withDeclaredArguments } from './declared-fields.ts';
import { refsIn } from './field-types.ts';
import { interleaved, varyRecipe } from './vary-recipe.ts';

/** One way to make an instance, and what the instance consists of. */
export interface TypeSample {
  readonly recipe: Sample;
  readonly parts: InstanceParts;
}

/** Instances of a type. `objection` says why others were left out. */
export interface TypeSamples {
  readonly samples: readonly TypeSample[];
  readonly objection: string | null;
}

/** What is known of travelling while it is found out. */
export interface KnownTravel {
  readonly merged: Merged;
  readonly session: CageSession;
  /** By type. */
  readonly findings: ReadonlyMap<string, { readonly travel: Travel | null }>;
}

const MOST_RECIPES = 8;
const MOST_SAMPLES = 32;
const MOST_GIVEN = 120;
const OF_A_GIVER = 2;
const OF_A_SIGNATURE = 8;

/**
 * Instances of a type, of as many sizes as its recipes allow: first those that are made of what declarations ask for, then
 * those that probing found, and variations of both. Left out is what a constructor made of arguments that it should have
 * refused, and what holds an instance that cannot travel: what such a one does says nothing of the others.
 */
export async function sampleType(type: SeenType, { merged, session, findings }: KnownTravel): Promise<TypeSamples> {
  const samples: TypeSample[] = [];
  const declared = declaredFields(type, merged);
  const isStuck = (id: string) => id !== type.id && findings.get(id)?.travel === null;
  let objection: string | null = null;
  const take = async (recipe: Sample): Promise<void> => {
    const parts = await session.takeApart(recipe);
    if (parts?.type !== type.id) return;
    const odd = parts.fields.find((field) => !isAsDeclared(field, declared, merged));
    const stuck = parts.fields.flatMap((field) => refsIn(parseType(field.type))).find(isStuck);
    if (odd !== undefined) objection ??= `no instance is what its declarations say: its field ${odd.name} is of another type`;
    else if (stuck !== undefined) objection = `it holds a ${stuck}, which has no way to travel`;
    else samples.push({ recipe, parts });
  };
  const movable = merged.types.filter(({ id }) => (findings.get(id)?.travel ?? null) !== null);
  const declaredRecipes = type.recipes.flatMap((recipe) => withDeclaredArguments(recipe, { merged, movable }));
  const recipes = [...declaredRecipes, ...type.recipes];
  for (const recipe of different(recipes)) {
    if (samples.length >= MOST_RECIPES) break;
    await take(recipe);
  }
  // However many there are of the first: those that probing found are of several shapes.
  for (const recipe of different(type.recipes).filter((one) => !samples.some((sample) => isSame(sample.recipe, one)))) await take(recipe);
  // Whatever gives one may give it fields of its own.
  for (const recipe of different(givenBy(type, merged))) {
    if (samples.length >= MOST_GIVEN) break;
    await take(recipe);
  }
  // Each begins with another kind of variation: there are more recipes than there is room for one of every kind of each.
  for (const other of different(interleaved(samples.map(({ recipe }, at) => turned(varyRecipe(recipe), at))))) {
    if (samples.length >= MOST_SAMPLES) break;
    await take(other);
  }
  return { samples, objection };
}

/** A few calls of each member that gives instances of the type; of one that declares nothing, with all kinds of its arguments. */
function givenBy({ id }: SeenType, { members, types }: Merged): readonly Sample[] {
  const known = new Map(types.map((type) => [type.id, type]));
  const givers = members.filter(({ probe, aliasOf, kind }) => aliasOf === null && kind !== 'property' && probe?.results[0]?.type === id);
  return givers.flatMap(({ path, kind, ownName, declared, probe }): readonly Sample[] => {
    const name = ownName === null ? path : `${ownerIn(path)}.${ownName}`;
    const examples = (probe?.examples ?? []).slice(0, OF_A_GIVER);
    const isUntold = declared === null || declared.source === 'inferred';
    const kinds = isUntold ? (probe?.signatures ?? []) : [];
    const odd = kinds.flatMap((text) => oddLists(parseSignature(text), [], known).slice(0, OF_A_SIGNATURE));
    const receiver = examples[0]?.receiver ?? null;
    return [...examples, ...odd.map((args) => ({ args, receiver }))].map((example): Sample => {
      if (kind === 'class' || kind === 'constructor') return { $: 'new', path: name, args: example.args };
      return { $: 'call', path: name, args: example.args, ...(example.receiver !== null && { receiver: example.receiver }) };
    });
  });
}

function turned<T>(items: readonly T[], by: number): readonly T[] {
  const start = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

function isSame(left: Sample, right: Sample): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function different(recipes: readonly Sample[]): readonly Sample[] {
  return [...new Map(recipes.map((recipe) => [JSON.stringify(recipe), recipe])).values()];
}
