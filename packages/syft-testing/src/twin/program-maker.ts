import { type Param, parseType, type Signature, type TypeRef, typeFits } from '@syft-libs/ast';
import type { Chance } from '../samples/chance.ts';
import { SAMPLE_LISTS, SAMPLE_NESTED } from '../samples/lists.ts';
import { SAMPLE_NUMBERS, SAMPLE_STRINGS } from '../samples/scalars.ts';
import { ARGUMENT_SHAPES, type ValueContext, valueOfType } from '../samples/values-of-type.ts';
import { type Program, type Question, Slot, type Step } from './program.ts';
import type { TwinLibraries } from './twin-libraries.ts';
import { TWIN_DATASETS, TWIN_PEOPLE, TWIN_SESSIONS } from './twin-world.ts';

interface Known {
  readonly at: Slot;
  readonly type: TypeRef;
  readonly readable: boolean;
}

const COLUMN: TypeRef = { kind: 'ref', id: 'ast.Column' };
const NUMBER: TypeRef = parseType('number');
const FEWEST_STEPS = 5;
const MORE_STEPS = 12;
const HOUR = 3_600_000;

/**
 * Makes one program. Most calls are well-formed, since those reach the library; of each kind of mistake there are some:
 * wrong types and counts, private pointers in public places, refused and unknown paths, other people's and deleted objects.
 */
export function makeProgram(seed: number, chance: Chance, libraries: TwinLibraries): Program {
  return new ProgramMaker(chance, libraries).make(seed);
}

class ProgramMaker {
  readonly #chance: Chance;
  readonly #libraries: TwinLibraries;
  readonly #steps: Step[] = [];
  readonly #known: Known[] = [];
  readonly #requests: Slot[] = [];
  readonly #slots = TWIN_SESSIONS.map(() => 0);
  /** What the program's arrays look like; as long as a private column is, at times. */
  readonly #shape: readonly number[];

  constructor(chance: Chance, libraries: TwinLibraries) {
    this.#chance = chance;
    this.#libraries = libraries;
    this.#shape = chance.in(0.4) ? [chance.pick([11, 12, 24])] : chance.pick(ARGUMENT_SHAPES);
  }

  make(seed: number): Program {
    const main = this.#chance.below(TWIN_SESSIONS.length);
    this.#select(main, false);
    if (this.#chance.in(0.6)) this.#select(main, true);
    const count = FEWEST_STEPS + this.#chance.below(MORE_STEPS);
    for (let index = 0; index < count; index++) this.#step(this.#chance.in(0.9) ? main : this.#chance.below(TWIN_SESSIONS.length));
    return { seed, slots: this.#slots, steps: this.#steps };
  }

  #step(session: number): void {
    const chance = this.#chance;
    const kind = chance.unit();
    if (kind < 0.66) this.#call(session);
    else if (kind < 0.7) this.#select(session, chance.in(0.3));
    else if (kind < 0.72) this.#steps.push({ kind: 'flush', session });
    else if (kind < 0.75) this.#steps.push({ kind: 'delete', session, targets: [this.#anySlot(session)] });
    else if (kind < 0.95) this.#ask(session);
    else this.#own();
  }

  #select(session: number, mock: boolean): void {
    const chance = this.#chance;
    const grants = TWIN_PEOPLE[(TWIN_SESSIONS[session] as (typeof TWIN_SESSIONS)[number]).person];
    const dataset = chance.pick(chance.in(0.95) ? TWIN_DATASETS.filter(({ name }) => Object.hasOwn(grants, name)) : TWIN_DATASETS);
    const granted = grants[dataset.name] ?? [];
    const names = Object.keys(dataset.columns).filter((name) => {
      const isLikely = dataset.columns[name] !== 'category' && (granted === 'all' || granted.includes(name));
      return isLikely || chance.in(0.02);
    });
    const columns = names.filter(() => chance.in(0.6));
    const given = chance.in(0.04) ? [...columns, 'no_such_column'] : columns.length === 0 ? ['x'] : columns;
    const name = chance.in(0.03) ? 'no_such_dataset' : dataset.name;
    const slot = this.#take(session, given.length);
    this.#steps.push({ kind: 'select', session, slot, dataset: name, columns: given, mock });
    for (const index of given.keys()) this.#known.push({ at: new Slot(session, slot + index), type: COLUMN, readable: mock });
  }

  #call(session: number): void {
    const chance = this.#chance;
    const { entries, denied } = this.#libraries;
    const operands: unknown[] = [];
    const entry = chance.pick(entries);
    const signature = chance.pick(entry.signatures);
    if (entry.receiverType !== undefined) operands.push(this.#receiver(session, entry.receiverType));
    for (const param of this.#given(signature)) operands.push(this.#argument(session, param));
    if (chance.in(0.02)) operands.push(this.#wrong(session));
    if (chance.in(0.02)) operands.pop();
    const path = chance.in(0.04) ? chance.pick([...denied, `${entry.path}.noSuchThing`, 'js.constructor', 'toString']) : entry.path;
    const text = chance.in(0.01) ? '() => number' : entry.text;
    const slot = this.#take(session);
    this.#steps.push({ kind: 'call', session, slot, path, signature: text, operands });
    this.#known.push({ at: new Slot(session, slot), type: signature.returns, readable: !this.#holdsPrivate(operands) });
  }

  #given({ params }: Signature): readonly Param[] {
    const chance = this.#chance;
    return params.flatMap((param) => {
      if (param.rest)
        return Array.from({ length: chance.below(3) }, () => ({ ...param, type: param.type.kind === 'list' ? param.type.of : param.type }));
      return param.optional && chance.in(0.4) ? [] : [param];
    });
  }

  #receiver(session: number, type: TypeRef): unknown {
    return this.#slotOf(session, type) ?? valueOfType(type, this.#context(false));
  }

  #argument(session: number, { type, public: isPublic }: Param): unknown {
    const chance = this.#chance;
    if (chance.in(0.03)) return this.#wrong(session);
    if (isPublic) {
      const slot = chance.in(0.15) ? this.#slotOf(session, type, chance.in(0.6)) : undefined;
      return slot ?? valueOfType(type, this.#context(true));
    }
    const slot = chance.in(0.7) ? this.#slotOf(session, type) : undefined;
    return slot ?? this.#constant(session, type);
  }

  /** A value, with pointers among the items of its lists. */
  #constant(session: number, type: TypeRef): unknown {
    const chance = this.#chance;
    const list =
      type.kind === 'list' ? type : type.kind === 'union' && chance.in(0.2) ? type.of.find((member) => member.kind === 'list') : undefined;
    if (list?.kind !== 'list') return valueOfType(type, this.#context(false));
    const of = list.of;
    return Array.from(
      { length: 1 + chance.below(3) },
      () => (chance.in(0.6) ? this.#slotOf(session, of) : undefined) ?? valueOfType(of, this.#context(false)),
    );
  }

  #wrong(session: number): unknown {
    const chance = this.#chance;
    return chance.pick<() => unknown>([
      () => this.#anySlot(session),
      () => chance.pick(SAMPLE_STRINGS),
      () => chance.pick(SAMPLE_NUMBERS),
      () => chance.pick(SAMPLE_LISTS),
      () => chance.pick(SAMPLE_NESTED),
      () => ({ valueOf: 1, shape: [2], dtype: 'float64', data: [this.#anySlot(session)] }),
      () => null,
      () => undefined,
    ])();
  }

  #ask(session: number): void {
    const chance = this.#chance;
    const asked = { session, waits: chance.in(0.4) };
    const target = this.#anySlot(session);
    const kinds: readonly (() => Question)[] = [
      () => ({ ...asked, kind: 'get', target }),
      () => ({ ...asked, kind: 'get', target }),
      () => ({ ...asked, kind: 'describe', target }),
      () => this.#request(session, asked.waits),
      () => ({ ...asked, kind: chance.in(0.3) ? 'cancel' : 'status', target: this.#anyRequest(target) }),
      () => ({ ...asked, kind: 'fetch', waits: false, target: this.#anyRequest(target) }),
      () => ({ ...asked, kind: chance.in(0.5) ? 'datasets' : 'requests' }),
      () => this.#put(session, asked.waits),
    ];
    this.#steps.push(chance.pick(kinds)());
  }

  #anyRequest(other: Slot): Slot {
    return this.#requests.length > 0 && this.#chance.in(0.9) ? this.#chance.pick(this.#requests) : other;
  }

  #request(session: number, waits: boolean): Question {
    const target = this.#anySlot(session);
    const slot = this.#take(session);
    this.#requests.push(new Slot(session, slot));
    return { kind: 'request', session, waits, slot, target, reason: this.#chance.in(0.9) ? 'twins' : '' };
  }

  #put(session: number, waits: boolean): Question {
    const array = this.#libraries.arrayTypes.length > 0 && this.#chance.in(0.7);
    const type: TypeRef = array ? { kind: 'ref', id: this.#chance.pick(this.#libraries.arrayTypes) } : NUMBER;
    const slot = this.#take(session);
    this.#known.push({ at: new Slot(session, slot), type, readable: true });
    return { kind: 'put', session, waits, slot, value: valueOfType(type, this.#context(false)) };
  }

  #own(): void {
    const chance = this.#chance;
    const { person } = chance.pick(TWIN_SESSIONS);
    const { name: dataset, columns } = chance.pick(TWIN_DATASETS);
    const kind = chance.unit();
    if (kind < 0.4) this.#steps.push({ kind: 'revoke', person, dataset });
    else if (kind < 0.7) this.#steps.push({ kind: 'grant', person, dataset, columns: Object.keys(columns) });
    else if (kind < 0.85 || this.#requests.length === 0) this.#steps.push({ kind: 'advance', milliseconds: HOUR });
    else this.#steps.push({ kind: 'deny', target: chance.pick(this.#requests) });
  }

  #context(isPublic: boolean): ValueContext {
    const { registry, samples } = this.#libraries;
    return { chance: this.#chance, registry, samples, isPublic, shape: this.#shape };
  }

  #take(session: number, count = 1): number {
    const first = (this.#slots[session] as number) + 1;
    this.#slots[session] = first + count - 1;
    return first;
  }

  /** A known object whose type fits; private ones are favoured unless `readable` is asked for. */
  #slotOf(session: number, type: TypeRef, readable = false): Slot | undefined {
    const fitting = this.#known.filter(
      (one) => this.#isMine(one, session) && (!readable || one.readable) && typeFits(one.type, type, this.#libraries.accepts) !== 'no',
    );
    const hidden = fitting.filter((one) => !one.readable);
    const pool = hidden.length > 0 && this.#chance.in(0.7) ? hidden : fitting;
    return pool.length === 0 ? undefined : this.#chance.pick(pool).at;
  }

  /** Now and then one of another session is named too. */
  #isMine({ at }: Known, session: number): boolean {
    return at.session === session || this.#chance.in(0.05);
  }

  #anySlot(session: number): Slot {
    const mine = this.#known.filter((one) => this.#isMine(one, session));
    return mine.length === 0 || this.#chance.in(0.03) ? new Slot(session, 900 + this.#chance.below(9)) : this.#chance.pick(mine).at;
  }

  #holdsPrivate(operands: readonly unknown[]): boolean {
    return operands.some((operand) => {
      if (Array.isArray(operand)) return this.#holdsPrivate(operand);
      return (
        operand instanceof Slot &&
        this.#known.some(({ at, readable }) => !readable && at.session === operand.session && at.slot === operand.slot)
      );
    });
  }
}
