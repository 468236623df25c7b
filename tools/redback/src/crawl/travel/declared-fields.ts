// What declarations say of instances and of the calls that make them: a constructor that checks nothing makes something of any
// argument, which is no instance that anybody meant.
import { parseSignature, parseType, type Signature, type TypeRef, typeFits } from '@syft-libs/ast';
import type { Sample } from '../../surface/sample.ts';
import type { SeenMember, SeenType } from '../../surface/snapshot.ts';
import { type Merged, nameIn, ownerIn } from '../merge/merged.ts';
import type { FieldFacts } from '../runtime/instance-parts.ts';
import { refsIn } from './field-types.ts';

const MOST_KINDS = 4;

/** Declared types of an instance's properties, inherited ones too, by name. */
export function declaredFields({ id, extends: bases }: SeenType, { members }: Merged): ReadonlyMap<string, TypeRef> {
  const owners = [id, ...bases];
  const own = members.filter(({ path, kind, isStatic }) => kind === 'property' && !isStatic && owners.includes(ownerIn(path)));
  const nearestLast = own.sort((left, right) => owners.indexOf(ownerIn(right.path)) - owners.indexOf(ownerIn(left.path)));
  return new Map(
    nearestLast.flatMap((member) =>
      signaturesOf(member)
        .slice(0, 1)
        .map(({ returns }) => [nameIn(member.path), returns] as const),
    ),
  );
}

/** Whether a field is of the type that is declared for it, if any is. */
export function isAsDeclared({ name, kind, type }: FieldFacts, declared: ReadonlyMap<string, TypeRef>, merged: Merged): boolean {
  const expected = declared.get(name);
  const isVague = expected === undefined || /\bunknown\b|\bcallback\b/.test(type) || holdsUnknown(expected);
  return kind !== 'data' || isVague || typeFits(parseType(type), expected, (id) => kindsOf(id, merged)) !== 'no';
}

function holdsUnknown(type: TypeRef): boolean {
  return JSON.stringify(type).includes('"unknown"') || JSON.stringify(type).includes('"callback"');
}

/** The type itself, and those that extend it. */
function kindsOf(id: string, { types }: Merged): readonly string[] {
  return [id, ...types.filter(({ extends: bases }) => bases.includes(id)).map((type) => type.id)];
}

/** Whether declarations ask for instances of the library's to make one of this type. */
export function needsInstances({ id, exportedAs }: SeenType, { members }: Merged): boolean {
  const maker = members.find(({ path }) => path === exportedAs);
  return maker !== undefined && signaturesOf(maker).some(({ params }) => params.some(({ type }) => refsIn(type).some((ref) => ref !== id)));
}

interface Instances {
  readonly merged: Merged;
  /** Types whose instances are to be taken. */
  readonly movable: readonly SeenType[];
}

/** The recipe with instances in the places where its maker's declaration asks for some. */
export function withDeclaredArguments(recipe: Sample, { merged, movable }: Instances): readonly Sample[] {
  if (typeof recipe !== 'object' || recipe === null || recipe.$ !== 'new') return [];
  const maker = merged.members.find(({ path }) => path === recipe.path);
  if (maker === undefined) return [];
  return signaturesOf(maker).flatMap(({ params }) => {
    const places = params.flatMap(({ type }, index) => (index < recipe.args.length && refsIn(type).length > 0 ? [{ index, type }] : []));
    const choices = places.map(({ type }) => instancesFor(type, { merged, movable }));
    const turns = choices.length === 0 ? 0 : Math.min(MOST_KINDS, ...choices.map(({ length }) => length));
    return Array.from({ length: turns }, (_, turn): Sample => {
      const args = places.reduce<readonly Sample[]>((made, { index }, at) => made.with(index, choices[at]?.[turn] as Sample), recipe.args);
      return { ...recipe, args };
    });
  });
}

/** Recipes for instances that fit a type, those of each kind in turn. */
function instancesFor(type: TypeRef, { merged, movable }: Instances): readonly Sample[] {
  const ids = new Set(refsIn(type).flatMap((id) => kindsOf(id, merged)));
  const recipes = movable.filter(({ id }) => ids.has(id)).map((one) => one.recipes);
  return [0, 1, 2].flatMap((turn) => recipes.flatMap((list) => list.slice(turn, turn + 1)));
}

function signaturesOf({ declared }: SeenMember): readonly Signature[] {
  return declared === null ? [] : declared.signatures.map((text) => parseSignature(text));
}
