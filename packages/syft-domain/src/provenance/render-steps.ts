import { setImmediate } from 'node:timers/promises';
import { decodeValue, fromBytes, type Limits, POINTER, type PointerLike, type SerdeContext } from '@syft-libs/ast';
import type { StoredObject } from '../object/stored-object.ts';
import { foldSteps, type MarkedStep, type ProvenanceStep } from './fold-steps.ts';
import { harmlessnessOf } from './judge-mask.ts';
import { operandText, suppliedIn } from './operand-text.ts';
import { LONGEST_SAMPLE, type SuppliedValue, summarizeSupplied, unreadSupplied } from './supplied-value.ts';

export type { ProvenanceStep };

export interface Provenance {
  /** In order. Long runs are folded into one line that says how many; steps with a column or a supplied array are not. */
  readonly steps: readonly ProvenanceStep[];
  /** How many steps there are before folding. */
  readonly count: number;
  readonly inputs: readonly { readonly dataset: string; readonly columns: readonly string[]; readonly mock: boolean }[];
  /** Those that may single out the fewest rows come first. Small parameters stand in their steps instead. */
  readonly supplied: readonly SuppliedValue[];
  /** How many more there are, each less conspicuous than those in `supplied`. */
  readonly suppliedLeftOut: number;
}

export interface RenderContext extends SerdeContext {
  readonly limits: Limits;
  /** An upload's bytes. */
  readonly blob: (name: string) => Promise<Uint8Array | undefined>;
}

type Names = ReadonlyMap<StoredObject, string>;
type Call = StoredObject['origin'] & { readonly kind: 'call' };

const SHOWN_SUPPLIED = 20;
const SHOWN_TEXT = 2_000;
/** Elements that are looked at in all values together; beyond it each gets a short look, and is said to. */
const LOOKED_AT = 16 * LONGEST_SAMPLE;
const SHORT_LOOK = 10_000;
/** Milliseconds of work after which others get their turn. */
const TURN = 10;
/** Columns matter more than any supplied value. */
const COLUMN_MARK = -1;

/** Says how an object came to be. Throws what decoding a stored operand throws. */
export async function renderSteps(target: StoredObject, context: RenderContext): Promise<Provenance> {
  const ordered = inOrder(target);
  const renderer = new StepRenderer(nameAll(ordered), context);
  let began = performance.now();
  for (const object of ordered) {
    await renderer.add(object);
    if (performance.now() - began < TURN) continue;
    await setImmediate();
    began = performance.now();
  }
  return renderer.finish();
}

class StepRenderer {
  readonly #names: Names;
  readonly #context: RenderContext;
  readonly #steps: MarkedStep[] = [];
  readonly #supplied: SuppliedValue[] = [];
  readonly #inputs = new Map<string, Provenance['inputs'][number]>();
  #lookedAt = 0;

  constructor(names: Names, context: RenderContext) {
    this.#names = names;
    this.#context = context;
  }

  async add(object: StoredObject): Promise<void> {
    const { origin } = object;
    const name = this.#names.get(object) as string;
    if (origin.kind === 'column') {
      const { dataset, columns, mock } = origin;
      this.#inputs.set(JSON.stringify([dataset, mock, columns]), { dataset, columns, mock });
      const column = `${dataset}.${columns[origin.column]}${mock ? ' of the mock' : ''}`;
      this.#push({ name, text: `${name} = ${column}, complete cases of ${columns.join(', ')}`, mark: COLUMN_MARK });
    } else if (origin.kind === 'upload') {
      const bytes = await this.#context.blob(origin.blob);
      const value = bytes && decodeValue(fromBytes(bytes), this.#context, this.#context.limits);
      const mark = bytes === undefined ? this.#keep(unreadSupplied(name, object.bytes)) : this.#supply(name, [value]);
      const what = 'a value that the requester uploaded';
      this.#push({ name, text: `${name} = ${what}${bytes === undefined ? ' and has deleted since' : ''}`, ...mark });
    } else if (origin.kind === 'call') this.#addCall(object, origin);
  }

  finish(): Provenance {
    const ranked = this.#supplied
      .map((value) => ({ value, rank: harmlessnessOf(value) }))
      .sort((left, right) => left.rank - right.rank)
      .map(({ value }) => value);
    const supplied = ranked.slice(0, SHOWN_SUPPLIED);
    return {
      steps: foldSteps(this.#steps),
      count: this.#steps.length,
      inputs: [...this.#inputs.values()],
      supplied,
      suppliedLeftOut: ranked.length - supplied.length,
    };
  }

  #addCall(object: StoredObject, { entry, inputs, operands: heads }: Call): void {
    const name = this.#names.get(object) as string;
    const operands = heads.map((head) => decodeValue({ head, parts: [] }, this.#context, this.#context.limits));
    const mark = this.#supply(
      name,
      operands.flatMap((operand) => suppliedIn(operand)),
    );
    const byReference = new Map(inputs.map((input) => [`${input.prefix}:${input.counter}`, input] as const));
    const nameOf = (pointer: PointerLike): string => {
      const { prefix = object.prefix, counter } = pointer[POINTER];
      const input = byReference.get(`${prefix}:${counter}`);
      return (input && this.#names.get(input)) ?? '?';
    };
    const [receiver, ...rest] = operands.map((operand) => operandText(operand, nameOf));
    const { path } = entry;
    const last = path.slice(path.lastIndexOf('.') + 1);
    const call =
      entry.receiver !== undefined
        ? `${receiver}.${last}${entry.kind === 'property' ? '' : `(${rest.join(', ')})`}`
        : `${path}(${[receiver, ...rest].filter((text) => text !== undefined).join(', ')})`;
    this.#push({ name, text: `${name} = ${call}`, ...mark });
  }

  /** Summarises values of one step; gives the mark of the most conspicuous one. */
  #supply(name: string, values: readonly unknown[]): { readonly mark?: number } {
    let mark: { readonly mark?: number } = {};
    for (const value of values) {
      const longest = this.#lookedAt < LOOKED_AT ? LONGEST_SAMPLE : SHORT_LOOK;
      const summary = summarizeSupplied(name, value, longest);
      if (summary === undefined || summary.elements === 0) continue;
      this.#lookedAt += summary.sampled;
      const kept = this.#keep(summary);
      if (mark.mark === undefined || kept.mark < mark.mark) mark = kept;
    }
    return mark;
  }

  #keep(summary: SuppliedValue): { readonly mark: number } {
    this.#supplied.push(summary);
    return { mark: harmlessnessOf(summary) };
  }

  #push(step: MarkedStep): void {
    const { text } = step;
    const shown = text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT)}… (${text.length} characters)` : text;
    this.#steps.push({ ...step, text: shown });
  }
}

/** An object's ancestors and itself, each after what it was made from. */
function inOrder(target: StoredObject): readonly StoredObject[] {
  const ordered = new Set<StoredObject>();
  const stack = [target];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const missing = top.origin.kind === 'call' ? top.origin.inputs.filter((input) => !ordered.has(input)) : [];
    if (missing.length > 0 && !ordered.has(top)) for (const input of missing.toReversed()) stack.push(input);
    else {
      ordered.add(top);
      stack.pop();
    }
  }
  return [...ordered];
}

/** Columns and uploads by what they are, results by their place. No two share a name. */
function nameAll(objects: readonly StoredObject[]): Names {
  const names = new Map<StoredObject, string>();
  const taken = new Set<string>();
  let results = 0;
  let uploads = 0;
  for (const object of objects) {
    const { origin } = object;
    let name: string;
    if (origin.kind === 'column') name = origin.columns[origin.column] as string;
    else name = origin.kind === 'upload' ? `upload${++uploads}` : `s${++results}`;
    if (taken.has(name)) name = `${name}_${object.counter}`;
    if (taken.has(name)) name = `${name}_${names.size}`;
    taken.add(name);
    names.set(object, name);
  }
  return names;
}
