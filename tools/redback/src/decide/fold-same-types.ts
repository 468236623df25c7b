import type { LibraryDecisions } from '@syft-libs/ast';
import type { SeenType, Snapshot } from '../surface/snapshot.ts';

/** Recipes that one type gives to the type that it is, by a person's word. */
const EACH = 2;

/** Gives a type the recipes of the types of its own library that a person says are it: what was made of them was made of it. */
export function foldSameTypes(snapshots: readonly Snapshot[], decisions: ReadonlyMap<string, LibraryDecisions>): readonly Snapshot[] {
  return snapshots.map((snapshot) => {
    const { library, types } = snapshot;
    const decided = decisions.get(library.name)?.types ?? {};
    const isSame = (seen: SeenType, id: string) => decided[seen.id.slice(library.root.length + 1)]?.sameAs === id;
    const folded = types.map((type): SeenType => {
      const same = types.filter((seen) => seen.travel !== null && isSame(seen, type.id));
      return same.length === 0 ? type : { ...type, recipes: [...type.recipes, ...same.flatMap(({ recipes }) => recipes.slice(0, EACH))] };
    });
    return { ...snapshot, types: folded };
  });
}
