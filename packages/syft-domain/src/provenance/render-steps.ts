import { decodeValue, fromBytes, isPointer, type Limits, POINTER, type PointerLike, type SerdeContext } from '@syft-libs/ast';
import type { StoredObject } from '../object/stored-object.ts';
import { type SuppliedValue, summarizeSupplied } from './supplied-value.ts';

/** One step of a computation, as an owner reads it: `s2 = numjs.subtract(bill_length_mm, s1)`. */
export interface ProvenanceStep {
  readonly name: string;
  readonly text: string;
}

export interface Provenance {
  /** In order. Long runs are folded into one line that says how many. */
  readonly steps: readonly ProvenanceStep[];
  /** How many steps there are before folding. */
  readonly count: number;
  readonly inputs: readonly { readonly dataset: string; readonly columns: readonly string[]; readonly mock: boolean }[];
  readonly supplied: readonly SuppliedValue[];
}

export interface RenderContext extends SerdeContext {
  readonly limits: Limits;
  /** An upload's bytes. */
  readonly blob: (name: string) => Promise<Uint8Array | undefined>;
}

const SHOWN_STEPS = 40;
const SHOWN_SUPPLIED = 20;
const SHOWN_TEXT = 40;

/** Says how an object came to be. */
export async function renderSteps(target: StoredObject, context: RenderContext): Promise<Provenance> {
  const ordered = inOrder(target);
  const names = nameAll(ordered);
  const steps: ProvenanceStep[] = [];
  const supplied: SuppliedValue[] = [];
  const inputs = new Map<string, Provenance['inputs'][number]>();
  for (const object of ordered) {
    const name = names.get(object) as string;
    const { origin } = object;
    if (origin.kind === 'column') {
      const { dataset, columns, mock } = origin;
      inputs.set(JSON.stringify([dataset, mock, columns]), { dataset, columns, mock });
      steps.push({
        name,
        text: `${name} = ${dataset}.${columns[origin.column]}${mock ? ' of the mock' : ''}, complete cases of ${columns.join(', ')}`,
      });
    } else if (origin.kind === 'upload') {
      const bytes = await context.blob(origin.blob);
      const summary = bytes && summarizeSupplied(name, decodeValue(fromBytes(bytes), context, context.limits));
      if (summary !== undefined) supplied.push(summary);
      steps.push({ name, text: `${name} = a value that the requester uploaded` });
    } else if (origin.kind === 'call') {
      const operands = origin.operands.map((head) => decodeValue({ head, parts: [] }, context, context.limits));
      for (const operand of operands) {
        const summary = isPointer(operand) ? undefined : summarizeSupplied(name, operand);
        if (summary !== undefined && summary.elements > 0 && !holdsPointers(operand)) supplied.push(summary);
      }
      const nameOf = (pointer: PointerLike): string => nameOfPointer(pointer, object, names);
      const [receiver, ...rest] = operands.map((operand) => textOf(operand, nameOf));
      const { path } = origin.entry;
      const isMember = origin.entry.receiver !== undefined;
      const last = path.slice(path.lastIndexOf('.') + 1);
      const call = isMember
        ? `${receiver}.${last}${origin.entry.kind === 'property' ? '' : `(${rest.join(', ')})`}`
        : `${path}(${[receiver, ...rest].filter((text) => text !== undefined).join(', ')})`;
      steps.push({ name, text: `${name} = ${call}` });
    }
  }
  return { steps: fold(steps), count: steps.length, inputs: [...inputs.values()], supplied: supplied.slice(0, SHOWN_SUPPLIED) };
}

/** An object's ancestors and itself, each after what it was made from. */
function inOrder(target: StoredObject): readonly StoredObject[] {
  const ordered = new Set<StoredObject>();
  const stack = [target];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const missing = top.origin.kind === 'call' ? top.origin.inputs.filter((input) => !ordered.has(input)) : [];
    if (missing.length > 0 && !ordered.has(top)) stack.push(...missing.toReversed());
    else {
      ordered.add(top);
      stack.pop();
    }
  }
  return [...ordered];
}

/** Columns and uploads by what they are, results by their place. */
function nameAll(objects: readonly StoredObject[]): ReadonlyMap<StoredObject, string> {
  const names = new Map<StoredObject, string>();
  const taken = new Set<string>();
  let results = 0;
  let uploads = 0;
  for (const object of objects) {
    const { origin } = object;
    let name: string;
    if (origin.kind === 'column') {
      const column = origin.columns[origin.column] as string;
      name = taken.has(column) ? `${column}_${object.counter}` : column;
    } else name = origin.kind === 'upload' ? `upload${++uploads}` : `s${++results}`;
    taken.add(name);
    names.set(object, name);
  }
  return names;
}

function nameOfPointer(pointer: PointerLike, object: StoredObject, names: ReadonlyMap<StoredObject, string>): string {
  const { prefix = object.prefix, counter } = pointer[POINTER];
  const input =
    object.origin.kind === 'call' ? object.origin.inputs.find((one) => one.prefix === prefix && one.counter === counter) : undefined;
  return (input && names.get(input)) ?? '?';
}

function textOf(value: unknown, nameOf: (pointer: PointerLike) => string): string {
  if (isPointer(value)) return nameOf(value);
  if (typeof value === 'string') return clip(JSON.stringify(value));
  if (typeof value === 'bigint') return clip(`${value}n`);
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : String(value);
  if (Array.isArray(value) && (value.length <= 4 || holdsPointers(value)))
    return `[${value
      .slice(0, 8)
      .map((item) => textOf(item, nameOf))
      .join(', ')}${value.length > 8 ? ', …' : ''}]`;
  const summary = summarizeSupplied('', value);
  return `<${summary?.shape.join('×') ?? ''} from the requester>`;
}

function clip(text: string): string {
  return text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT)}…` : text;
}

function holdsPointers(value: unknown): boolean {
  return isPointer(value) || (Array.isArray(value) && value.some(holdsPointers));
}

/** Keeps the first and the last steps of a long computation, and counts the ones between. */
function fold(steps: readonly ProvenanceStep[]): readonly ProvenanceStep[] {
  if (steps.length <= SHOWN_STEPS) return steps;
  const half = SHOWN_STEPS / 2;
  const hidden = steps.slice(half, steps.length - half);
  const calls = new Map<string, number>();
  for (const { text } of hidden) {
    const call = /= (.*?)\(/.exec(text)?.[1]?.replace(/^s\d+\./, '') ?? 'column';
    calls.set(call, (calls.get(call) ?? 0) + 1);
  }
  const most = [...calls].sort(([, left], [, right]) => right - left).slice(0, 5);
  const text = `… ${hidden.length} more steps: ${most.map(([call, count]) => `${call} × ${count}`).join(', ')}${calls.size > 5 ? ', …' : ''}`;
  return [...steps.slice(0, half), { name: '…', text }, ...steps.slice(-half)];
}
