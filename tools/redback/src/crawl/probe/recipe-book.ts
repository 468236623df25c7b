import type { Sample } from '../../surface/sample.ts';
import type { SeenType } from '../../surface/snapshot.ts';
import type { Profile } from './plain-samples.ts';

/** A way to make an instance, and what is known of what it makes. */
export interface Recipe {
  readonly type: string;
  /** The type that the call which makes it is declared to give. */
  readonly declaredAs: string | null;
  readonly sample: Sample;
  readonly shape: readonly number[] | null;
  readonly elements: number;
  readonly distinct: number;
}

const MOST_RECIPES = 6;
const OF_A_SHAPE = 2;
const PLEASANT_SIZE = 16;
const LIKELIEST = 3;
/** Instances made of nothing, or of less, are seldom typical. */
const ZERO_FIRST = /"args":\[(?:0|-\d[\d.]*)[,\]]/;
/** Instances made of greater numbers may stand for far greater ones, as powers do. */
const MODERATE = 10;

/**
 * Ways to make instances of each type: plainest and smallest first, of several sizes. A book never changes; `with` makes
 * another one, so that members that are probed side by side see the same.
 */
export class RecipeBook {
  readonly #types: ReadonlyMap<string, SeenType>;
  readonly #found: ReadonlyMap<string, readonly Recipe[]>;
  readonly #recipes: ReadonlyMap<string, readonly Recipe[]>;
  readonly #strided: ReadonlySet<string>;

  constructor(types: readonly SeenType[], recipes: readonly Recipe[], strided: ReadonlySet<string> = new Set()) {
    this.#types = new Map(types.map((type) => [type.id, type]));
    this.#strided = strided;
    const byType = new Map<string, Recipe[]>();
    for (const recipe of recipes) byType.set(recipe.type, [...(byType.get(recipe.type) ?? []), recipe]);
    this.#found = byType;
    this.#recipes = new Map([...byType].map(([type, found]) => [type, chooseRecipes(found, MOST_RECIPES)]));
  }

  /** So many of each type: more than the book itself keeps, since some may prove broken. */
  candidates(most: number): readonly Recipe[] {
    return [...this.#found].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, found]) => chooseRecipes(found, most));
  }

  /** Those of the type itself. */
  own(type: string): readonly Sample[] {
    return (this.#recipes.get(type) ?? []).map(({ sample }) => sample);
  }

  /** Types that have recipes of their own. */
  all(): readonly string[] {
    return [...this.#recipes.keys()].sort();
  }

  /** A few types that a parameter of this name may take: that of its name, then those that hold lists, then others. */
  likeliest(name: string): readonly string[] {
    const last = (id: string) => id.slice(id.lastIndexOf('.') + 1).toLowerCase();
    const rank = (id: string) => {
      if (name.length > 2 && last(id).includes(name.toLowerCase())) return 0;
      return this.#recipes.get(id)?.some(({ shape }) => shape !== null) === true ? 1 : 2;
    };
    return this.all()
      .map((id) => ({ id, rank: rank(id) }))
      .sort((left, right) => left.rank - right.rank)
      .slice(0, LIKELIEST)
      .map(({ id }) => id);
  }

  /** Those of the type itself, then those of types that extend it. */
  recipes(type: string): readonly Sample[] {
    return this.#of(type).map(({ sample }) => sample);
  }

  has(type: string): boolean {
    return this.#of(type).length > 0;
  }

  /** A type without recipes that is known as a view of a flat buffer. */
  isStrided(type: string): boolean {
    return this.#strided.has(type);
  }

  /** The only type that goes by plain views; `null` where there is none, or more. */
  get strided(): string | null {
    const [only, ...others] = [...this.#strided].filter((id) => !this.has(id));
    return only === undefined || others.length > 0 ? null : only;
  }

  /** One whose shape suits the profile; operands of one call get equal shapes, and different contents where there are any. */
  fitting(type: string, { profile, slot }: { readonly profile: Profile; readonly slot: number }): Sample | null {
    const all = this.#of(type);
    if (all.length === 0) return null;
    const wanted = [`${profile.rows},${profile.columns}`, `${profile.length}`];
    const shape =
      wanted.find((text) => all.some((recipe) => recipe.shape?.join() === text)) ?? all[profile.index % all.length]?.shape?.join();
    const same = all.filter((recipe) => recipe.shape?.join() === shape);
    return (same[slot % same.length] ?? (all[profile.index % all.length] as Recipe)).sample;
  }

  #of(type: string): readonly Recipe[] {
    const own = this.#recipes.get(type) ?? [];
    const below = [...this.#recipes].filter(([id]) => id !== type && (this.#types.get(id)?.extends.includes(type) ?? false));
    return [...own, ...below.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, recipes]) => recipes.slice(0, own.length === 0 ? 3 : 1))];
  }
}

/** Different shapes first, then second ones of a shape. */
function chooseRecipes(recipes: readonly Recipe[], most: number): readonly Recipe[] {
  const sorted = [...new Map(recipes.map((recipe) => [JSON.stringify(recipe.sample), recipe])).values()].sort(byPlainness);
  const byShape = new Map<string, Recipe[]>();
  for (const recipe of sorted) {
    const hasShape = recipe.shape !== null && !recipe.shape.includes(0);
    const key = hasShape ? String(recipe.shape) : kindsOf(recipe.sample);
    const same = byShape.get(key) ?? [];
    if (same.length < OF_A_SHAPE) byShape.set(key, [...same, recipe]);
  }
  const shapes = [...byShape.values()];
  const rounds = [0, 1].flatMap((round) => shapes.flatMap((same) => same[round] ?? []));
  return rounds.slice(0, most);
}

/** What instances without a shape are made of. */
function kindsOf(sample: Sample): string {
  if (typeof sample !== 'object' || sample === null) return typeof sample;
  if (sample.$ === 'changed') return `${sample.path}!(${sample.args.map(kindsOf).join()})`;
  return sample.$ === 'new' || sample.$ === 'call' ? `${sample.path}(${sample.args.map(kindsOf).join()})` : sample.$;
}

/** Contents that tell something, then few steps, then a pleasant size, then moderate numbers, then short text. */
function byPlainness(left: Recipe, right: Recipe): number {
  const rank = ({ sample, elements, distinct }: Recipe): readonly number[] => {
    const text = JSON.stringify(sample);
    const steps = text.split(/"\$":"(?:call|new|changed)"/).length - 1;
    const isPoor = elements === 0 || (elements > 1 && distinct < 2) || elements > PLEASANT_SIZE || ZERO_FIRST.test(text);
    return [
      isPoor ? 1 : 0,
      steps,
      distinct < Math.min(elements, 3) ? 1 : 0,
      text.includes('"$":"new"') ? 0 : 1,
      elements < 4 ? 1 : 0,
      isOfLargeNumbers(sample) ? 1 : 0,
      text.length,
    ];
  };
  const [a, b] = [rank(left), rank(right)];
  const at = a.findIndex((value, index) => value !== b[index]);
  if (at >= 0) return (a[at] as number) - (b[at] as number);
  return JSON.stringify(left.sample) < JSON.stringify(right.sample) ? -1 : 1;
}

function isOfLargeNumbers(sample: Sample): boolean {
  const hasArgs = typeof sample === 'object' && sample !== null && (sample.$ === 'new' || sample.$ === 'call');
  return hasArgs && sample.args.some((arg) => typeof arg === 'number' && Math.abs(arg) > MODERATE);
}
