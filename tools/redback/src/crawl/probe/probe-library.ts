import type { SeenMember, SeenType } from '../../surface/snapshot.ts';
import { mergeInstance } from '../merge/merge-instance.ts';
import { inOrder, type Merged, ownerIn } from '../merge/merged.ts';
import type { Progress } from '../progress.ts';
import type { CageSession } from '../runtime/cage-session.ts';
import type { Insights } from '../runtime/insights.ts';
import { inLanes, Lanes } from '../runtime/lanes.ts';
import { findLens } from './find-lens.ts';
import { asChanging, checksOf, isSteady, type Observed, type ProbedMember } from './probe-member.ts';
import { probeRound, type RoundContext, settle } from './probe-round.ts';
import { isProbed, type ProbeTarget, targetOf } from './probe-target.ts';
import { askingQuestions, RecipeRating } from './rate-recipes.ts';
import { isReady, stridedTypes } from './readiness.ts';
import { type Recipe, RecipeBook } from './recipe-book.ts';
import { isFilled } from './recipes-of.ts';
import { differs, differsAlone, type SweptMember, sweepAfter, sweepState } from './state-sweep.ts';
import type { TypeNames } from './type-fit.ts';

export interface ProbeOptions {
  /** A fresh session each time; it is closed here. `elsewhere`: one whose library was loaded in other surroundings. */
  readonly open: (where?: 'elsewhere') => CageSession;
  /** What sessions know from their next process on: lenses are filled in here. */
  readonly insights: Pick<Insights, 'lenses'>;
  readonly progress: Progress;
}

/** A library whose members were called, and what their costs can be measured by. */
export interface ProbedLibrary {
  readonly merged: Merged;
  readonly observed: ReadonlyMap<string, Observed>;
  readonly book: RecipeBook;
}

const MOST_ROUNDS = 12;
const RECIPES_IN_HAND = 24;
/** Beyond so many, what differs elsewhere is not looked at once more by itself. */
const MOST_SUSPECTS = 16;
/** Libraries that make classes as they go make no end of them. */
const MOST_TYPES = 60;
/** Elements from which an instance has something in it. */
const FULL = 2;

/**
 * Calls every member of a library in cages, and fills in what that shows: facts of members, ways to make instances, and members
 * that only instances have. Functions and constructors come first, then members of what they gave, until nothing new comes.
 * The same library gives the same facts, whatever else the machine does.
 */
export async function probeLibrary(merged: Merged, options: ProbeOptions): Promise<ProbedLibrary> {
  const probe = new LibraryProbe(merged, options);
  await probe.runRounds();
  await probe.sweep();
  await probe.lookElsewhere();
  return probe.finish();
}

class LibraryProbe {
  readonly #open: ProbeOptions['open'];
  readonly #lenses: Record<string, string>;
  readonly #progress: Progress;
  readonly #rating = new RecipeRating();
  readonly #described = new Set<string>();
  /** Classes whose instances are filled by calls alone. */
  readonly #filled = new Set<string>();
  /** Classes that show no fields, and that nothing was found to see through. */
  readonly #unlensed = new Set<string>();
  readonly #probed = new Map<string, ProbedMember>();
  readonly #lanes: Lanes;
  readonly #params = new Map<string, readonly string[] | null>();
  #merged: Merged;
  #recipes: readonly Recipe[] = [];
  #book: RecipeBook;

  constructor(merged: Merged, { open, insights, progress }: ProbeOptions) {
    this.#merged = merged;
    this.#open = open;
    this.#lanes = new Lanes(() => open());
    this.#lenses = insights.lenses;
    this.#progress = progress;
    this.#book = new RecipeBook(merged.types, [], stridedTypes(merged));
  }

  /** Rounds of what can be called by now; what fails for want of an operand is tried once more when there are all. */
  async runRounds(): Promise<void> {
    await this.#inSession((session) => this.#readParams(session));
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const waiting = this.#targets().filter(({ member }) => !this.#probed.has(member.path));
      const callable = waiting.filter(({ owner }) => owner === null || this.#book.has(owner));
      const ready = callable.filter((target) => isReady(target, this.#book, round));
      const now = ready.length > 0 ? ready : callable;
      if (now.length === 0) break;
      await this.#probe(now);
    }
    const failed = this.#targets().filter(({ member }) => this.#probed.get(member.path)?.facts.ok === 0);
    const again = failed.filter(({ owner }) => owner === null || this.#book.has(owner)).filter(({ mode }) => mode !== 'get');
    if (this.#book.all().length > 0) await this.#probe(again, true);
    await this.#lanes.close();
    await this.#settle([...this.#probed.keys()]);
  }

  /** Marks what leaves something behind for others, and probes again what others have disturbed. */
  async sweep(): Promise<void> {
    this.#progress.stage('looking for state between calls');
    const { writers, disturbed } = await sweepState(this.#steady(), () => this.#open());
    this.#mark(writers);
    const targets = this.#targets().filter(({ member }) => disturbed.includes(member.path));
    const ofThemselves: string[] = [];
    for (const target of targets) {
      for (const [path, member] of await inLanes(
        () => this.#open(),
        (lanes) => probeRound([target], { ...this.#context(), lanes }),
      )) {
        this.#probed.set(path, member);
        await this.#settle([path]);
        // Probed alone, it is disturbed by its own earlier calls.
        if (await differsAlone({ path, checks: checksOf(member.observed) }, () => this.#open())) ofThemselves.push(path);
      }
    }
    this.#mark(ofThemselves);
    const isAnew = ({ path }: SweptMember) => disturbed.includes(path);
    const steady = this.#steady();
    if (!steady.some(isAnew)) return;
    const others = steady.filter((member) => !isAnew(member));
    const again = await sweepAfter(others, steady.filter(isAnew), () => this.#open());
    // What gives something else by now, whatever comes before it, is not to be relied on.
    this.#mark([...again.writers, ...again.disturbed]);
  }

  /** Marks what gives something else where zone, language, time and chance were others when the library was loaded. */
  async lookElsewhere(): Promise<void> {
    const open = () => this.#open('elsewhere');
    const steady = this.#steady();
    const differ = await inLanes(open, (lanes) => lanes.map(steady, (member, session) => differs(member, session, { isForward: true })));
    const suspects = steady.filter((_, index) => differ[index]);
    for (const [index, member] of suspects.entries()) {
      if (index < MOST_SUSPECTS && !(await differsAlone(member, open))) continue;
      const known = this.#probed.get(member.path) as ProbedMember;
      this.#probed.set(member.path, { ...known, facts: { ...known.facts, isUnstable: true } });
    }
  }

  /** Members whose calls should give the same at any time. */
  #steady(): readonly SweptMember[] {
    const steady = [...this.#probed].filter(([, { facts }]) => isSteady(facts));
    return steady.map(([path, { observed }]) => ({ path, checks: checksOf(observed) })).sort((a, b) => inOrder(a.path, b.path));
  }

  async #settle(paths: readonly string[]): Promise<void> {
    const members = [...paths].sort(inOrder).map((path) => [path, this.#probed.get(path) as ProbedMember] as const);
    for (const [path, member] of await settle(new Map(members), () => this.#open())) this.#probed.set(path, member);
  }

  #mark(paths: readonly string[]): void {
    for (const path of paths) {
      const known = this.#probed.get(path);
      if (known !== undefined) this.#probed.set(path, asChanging(known));
    }
  }

  finish(): ProbedLibrary {
    const { types, members } = this.#merged;
    const merged = {
      types: types.map((type): SeenType => ({ ...type, recipes: this.#book.own(type.id) })),
      members: members.map((member): SeenMember => ({ ...member, probe: this.#probed.get(member.path)?.facts ?? null })),
    };
    const observed = new Map([...this.#probed].map(([path, one]) => [path, one.observed] as const));
    return { merged, observed, book: this.#book };
  }

  async #probe(targets: readonly ProbeTarget[], isAgain = false): Promise<void> {
    this.#progress.stage(isAgain ? 'probing again' : 'probing', targets.length);
    const probed = await probeRound(targets, this.#context(isAgain));
    for (const [path, member] of probed) {
      if (isAgain && member.facts.ok === 0) continue;
      this.#probed.set(path, member);
    }
    await this.#learn([...probed.values()].flatMap(({ recipes }) => recipes));
  }

  /** Takes new ways to make instances into the book, and what those instances show into the library. */
  async #learn(found: readonly Recipe[]): Promise<void> {
    if (found.length === 0) return;
    const known = new Map(
      this.#withoutIdle([...this.#recipes, ...found.filter(isOwn)]).map((recipe) => [
        `${recipe.type} ${JSON.stringify(recipe.sample)}`,
        recipe,
      ]),
    );
    let candidates = new RecipeBook(this.#merged.types, [...known.values()]).candidates(RECIPES_IN_HAND);
    await this.#inSession(async (session) => {
      for (const recipe of candidates) await this.#describe(recipe, session);
      const isLensed = await this.#findLenses([...known.values()], session);
      // What was not seen so far is looked at anew, from the start.
      if (isLensed) candidates = [];
      await this.#rating.rate(session, candidates, this.#merged);
    });
    this.#recipes = candidates;
    this.#book = new RecipeBook(this.#merged.types, this.#rating.sound(candidates), stridedTypes(this.#merged));
  }

  async #describe({ type, sample, declaredAs }: Recipe, session: CageSession): Promise<void> {
    if (this.#described.has(type) || this.#described.size >= MOST_TYPES) return;
    this.#described.add(type);
    const facts = await session.describeInstance(sample);
    if (facts === null) return;
    this.#merged = mergeInstance(this.#merged, facts, declaredAs === null ? {} : { declaredAs });
    await this.#readParams(session);
  }

  /**
   * Filled instances are of use where none is made with anything in it. Members of such a class, which were called on empty ones
   * so far, are probed anew.
   */
  #withoutIdle(recipes: readonly Recipe[]): readonly Recipe[] {
    const filled = recipes.filter(({ sample }) => isFilled(sample));
    const isEmpty = (type: string) => recipes.every((one) => one.type !== type || isFilled(one.sample) || one.elements < FULL);
    const wanted = new Set(filled.map(({ type }) => type).filter(isEmpty));
    for (const type of wanted) {
      if (this.#filled.has(type)) continue;
      this.#filled.add(type);
      for (const path of this.#probed.keys()) if (path.startsWith(`${type}.`)) this.#probed.delete(path);
    }
    return recipes.filter(({ type, sample }) => !isFilled(sample) || wanted.has(type));
  }

  /** Finds lenses for classes whose instances show no fields. Where there are some, all that was seen without them is forgotten. */
  async #findLenses(recipes: readonly Recipe[], session: CageSession): Promise<boolean> {
    const made = new Set(recipes.map(({ type }) => type));
    const blank = this.#merged.types.filter(({ id, exportedAs, ownOnInstance }) => {
      return made.has(id) && exportedAs === id && ownOnInstance.length === 0 && !(id in this.#lenses) && !this.#unlensed.has(id);
    });
    let isLensed = false;
    for (const { id } of blank) {
      const lens = await findLens(id, recipes, { merged: this.#merged, session });
      if (lens === null) this.#unlensed.add(id);
      else this.#lenses[id] = lens;
      isLensed ||= lens !== null;
    }
    if (isLensed) {
      await session.close();
      await this.#lanes.close();
      this.#probed.clear();
    }
    return isLensed;
  }

  async #inSession(use: (session: CageSession) => Promise<void>): Promise<void> {
    const session = this.#open();
    try {
      await use(session);
    } finally {
      await session.close();
    }
  }

  async #readParams(session: CageSession): Promise<void> {
    const fresh = this.#merged.members.filter(({ path, kind }) => kind !== 'property' && !this.#params.has(path)).filter(isProbed);
    const asked = fresh.map(({ path, ownName, isStatic }) => ({ path: ownName === null ? path : `${ownerIn(path)}.${ownName}`, isStatic }));
    const names = asked.length === 0 ? [] : await session.paramNames(asked);
    for (const [index, { path }] of fresh.entries()) this.#params.set(path, names[index] ?? null);
  }

  #targets(): readonly ProbeTarget[] {
    const ids = new Set(this.#merged.types.map(({ id }) => id));
    const members = this.#merged.members.filter(isProbed);
    return members
      .map((member) => targetOf(member, ids, this.#params.get(member.path) ?? null))
      .sort((a, b) => inOrder(a.member.path, b.member.path));
  }

  /** Of members that are probed again since nothing came of their calls, those need not be made once more. */
  #context(isAgain = false): RoundContext {
    const merged = this.#merged;
    const questions = (type: string) => askingQuestions(type, merged);
    const before = (path: string) => (isAgain ? (this.#probed.get(path)?.observed.caller.trials ?? []) : []);
    const tick = (count: number) => this.#progress.tick(count);
    return { lanes: this.#lanes, book: this.#book, names: this.#names(), questions, before, tick };
  }

  #names(): TypeNames {
    const types = new Map(this.#merged.types.map((type) => [type.id, type]));
    const seen = new Set(this.#merged.members.filter(({ runtime }) => runtime !== null).map(({ path }) => ownerIn(path)));
    return { extends: (id, base) => types.get(id)?.extends.includes(base) ?? false, isSeen: (id) => seen.has(id) };
  }
}

/** What a call is declared to give as another package's type is that package's to describe, whatever made it. */
function isOwn({ type, declaredAs }: Recipe): boolean {
  return declaredAs === null || declaredAs.split('.')[0] === type.split('.')[0];
}
