import type { SeenMember, SeenType } from '../../surface/snapshot.ts';
import { inOrder, type Merged, ownerIn } from '../merge/merged.ts';
import type { CageSession } from '../runtime/cage-session.ts';
import { isProbed, targetOf } from './probe-target.ts';
import type { Recipe } from './recipe-book.ts';
import type { Question } from './sound-trials.ts';

const MOST_QUESTIONS = 8;
const DEADLINE = 400;
const MOST_WITH_NUMBER = 4;
/** A probability, a quantile, a value: most of mathematics takes it. */
const SOME_NUMBER = 0.5;
/** Constructors that check nothing make broken instances too: those answer less than others. */
const SOUND = 0.75;

/** What is asked of an instance without arguments, and how many answers each recipe's instance gave. */
export class RecipeRating {
  readonly #scores = new Map<string, number>();

  /** Asks instances of each recipe that was not rated yet. */
  async rate(
    session: CageSession,
    recipes: readonly Recipe[],
    { types, members }: { types: readonly SeenType[]; members: readonly SeenMember[] },
  ): Promise<void> {
    for (const recipe of recipes) {
      const key = keyOf(recipe);
      if (this.#scores.has(key)) continue;
      const questions = questionsFor(recipe.type, { types, members });
      const outcomes = await session.callMany(
        questions.map((question) => ({ ...question, receiver: recipe.sample })),
        DEADLINE,
      );
      this.#scores.set(key, outcomes.filter((outcome) => outcome.kind === 'returned' && !outcome.value.isBlank).length);
    }
  }

  /** Recipes whose instances answer nearly as much as the best of their type. */
  sound(recipes: readonly Recipe[]): readonly Recipe[] {
    const best = new Map<string, number>();
    for (const recipe of recipes) best.set(recipe.type, Math.max(best.get(recipe.type) ?? 0, this.#scores.get(keyOf(recipe)) ?? 0));
    return recipes.filter((recipe) => (this.#scores.get(keyOf(recipe)) ?? 0) >= SOUND * (best.get(recipe.type) ?? 0));
  }
}

function keyOf({ type, sample }: Recipe): string {
  return `${type} ${JSON.stringify(sample)}`;
}

/** What any instance of a type can be asked: properties, and methods that take nothing. */
function questionsFor(type: string, { types, members }: Pick<Merged, 'types' | 'members'>): readonly Question[] {
  return methodsOf(type, { types, members }, isAsked);
}

/** As {@link questionsFor}, and methods that take one thing of which nothing is declared, which are asked with a number. */
export function askingQuestions(type: string, merged: Pick<Merged, 'types' | 'members'>): readonly Question[] {
  const takesOne = ({ kind, runtime, declared }: SeenMember) =>
    kind === 'method' && declared === null && runtime?.arity === 1 && !runtime.smells.includes('timer');
  const withNumber = methodsOf(type, merged, takesOne).map((question) => ({ ...question, args: [SOME_NUMBER] }));
  return [...methodsOf(type, merged, isAsked), ...withNumber.slice(0, MOST_WITH_NUMBER)];
}

function isAsked({ kind, runtime, declared }: SeenMember): boolean {
  return (
    kind === 'property' || (kind === 'method' && (declared?.signatures[0]?.startsWith('()') || (declared === null && runtime?.arity === 0)))
  );
}

function methodsOf(
  type: string,
  { types, members }: Pick<Merged, 'types' | 'members'>,
  isWanted: (member: SeenMember) => boolean,
): readonly Question[] {
  const owners = new Set([type, ...(types.find(({ id }) => id === type)?.extends ?? [])]);
  return members
    .filter((member) => owners.has(ownerIn(member.path)) && isProbed(member) && !member.isStatic)
    .filter(isWanted)
    .sort((a, b) => inOrder(a.path, b.path))
    .slice(0, MOST_QUESTIONS)
    .map((member) => targetOf(member, owners, null))
    .map(({ path, mode }) => ({ path, mode, args: [] }));
}
