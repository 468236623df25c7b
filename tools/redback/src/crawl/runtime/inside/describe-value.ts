/** Values become types, digests and samples. Own data properties are read by descriptor: no getter of the library fires. */
import { createHash } from 'node:crypto';
import { types } from 'node:util';
import type { Sample } from '../../../surface/sample.ts';
import type { ValueFacts } from '../samples.ts';
import { hasKnownFields } from './known-fields.ts';
import { dtypeOf } from './make-value.ts';
import { entriesOf, measureValue, shapeOf } from './measure-value.ts';
import type { ExportWalk } from './walk-exports.ts';

const { getOwnPropertyDescriptor, getPrototypeOf, ownKeys, apply } = Reflect;
const hash = createHash;
const classNameOf = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag)?.get as () => string;

const SEEN_ITEMS = 1_000;
const DEEPEST_TYPE = 5;
const DEEPEST = 12;
const MOST_NODES = 200_000;
const SAMPLE_NODES = 512;
const NAME = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** Everything that the probe may know of a value. */
export function describeValue(value: unknown, walk: ExportWalk): ValueFacts {
  const left = { nodes: SAMPLE_NODES };
  const sample = sampleOf(value, left) ?? null;
  return { type: typeText(value, walk), shape: shapeOf(value), ...measureValue(value), digest: digestOf(value), sample, rows: null };
}

/** A value's type in the grammar of types; `unknown` where that has no word. */
export function typeText(value: unknown, walk: ExportWalk, depth = 0): string {
  if (value === null) return 'null';
  if (typeof value === 'function') return 'callback';
  if (typeof value !== 'object') return typeof value === 'symbol' ? 'unknown' : typeof value;
  if (types.isProxy(value) || depth > DEEPEST_TYPE) return 'unknown';
  const of = (items: Iterable<unknown>) => unionText([...items].slice(0, SEEN_ITEMS).map((item) => typeText(item, walk, depth + 1)));
  const id = walk.typeOf(value);
  if (id !== null) return hasKnownFields(value, id) ? id : 'unknown';
  if (types.isTypedArray(value)) return apply(classNameOf, value, []) as string;
  if (types.isAnyArrayBuffer(value)) return 'Bytes';
  if (types.isDate(value)) return 'Date';
  // A getter would run after the call, where nobody looks.
  if (hasGetter(value)) return 'unknown';
  if (Array.isArray(value)) return listText(of(itemsOf(value)));
  if (types.isMap(value)) return `Map<${of(value.keys())}, ${of(value.values())}>`;
  if (types.isSet(value)) return `Set<${of(value)}>`;
  const prototype = getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return 'unknown';
  const fields = entriesOf(value);
  if (fields.some(([name]) => !NAME.test(name))) return fields.length === 0 ? 'unknown' : `Record<${of(fields.map(([, field]) => field))}>`;
  return fields.length === 0
    ? 'Record<unknown>'
    : `{ ${fields.map(([name, field]) => `${name}: ${typeText(field, walk, depth + 1)}`).join(', ')} }`;
}

function hasGetter(value: object): boolean {
  const isGetter = (key: PropertyKey) => getOwnPropertyDescriptor(value, key)?.get !== undefined;
  return Array.isArray(value) ? ownKeys(value).slice(0, SEEN_ITEMS).some(isGetter) : ownKeys(value).some(isGetter);
}

/** A text that is equal for values of equal content, cycles and shared parts included; getters stand by their name alone. */
export function digestOf(value: unknown): string {
  const digest = hash('sha256');
  // One long text is hashed far faster than many short ones.
  let text = '';
  const write = (part: string): void => {
    text += part;
  };
  let left = MOST_NODES;
  const seen = new Map<object, number>();
  const visit = (at: unknown, depth: number): void => {
    if (left-- <= 0 || depth > DEEPEST) write('…');
    else if (typeof at === 'function') write('function;');
    else if (typeof at !== 'object' || at === null) write(`${typeof at}:${Object.is(at, -0) ? '-0' : String(at)};`);
    else if (seen.has(at)) write(`seen:${seen.get(at)};`);
    else visitObject(at, depth);
  };
  const visitObject = (at: object, depth: number): void => {
    seen.set(at, seen.size);
    const bytes = types.isProxy(at) ? undefined : bytesOf(withOneNaN(at));
    if (types.isProxy(at)) write('proxy;');
    else if (bytes === undefined) visitParts(at, depth);
    else {
      digest.update(`${text}bytes:${bytes.length};`).update(bytes);
      text = '';
    }
  };
  const visitParts = (at: object, depth: number): void => {
    if (types.isDate(at)) write(`date:${apply(getTime, at, [])};`);
    if (types.isMap(at)) for (const pair of at) for (const part of pair) visit(part, depth + 1);
    if (types.isSet(at)) for (const item of at) visit(item, depth + 1);
    write(Array.isArray(at) ? `list:${at.length}{` : '{');
    for (const [name, part] of entriesOf(at)) {
      write(`${name}=`);
      visit(part, depth + 1);
    }
    write('}');
  };
  visit(value, 0);
  return digest.update(text).digest('base64url').slice(0, 22);
}

/** Buffers and objects that can be reached from a value, and are not the library's or the language's own. */
export function reachableFrom(value: unknown): ReadonlySet<object> {
  const found = new Set<object>();
  const visit = (at: unknown, depth: number): void => {
    if (typeof at !== 'object' || at === null || found.has(at) || found.size > MOST_NODES || depth > DEEPEST || types.isProxy(at)) return;
    found.add(at);
    if (ArrayBuffer.isView(at)) found.add(at.buffer);
    if (bytesOf(at) !== undefined) return;
    if (types.isMap(at)) for (const pair of at) for (const part of pair) visit(part, depth + 1);
    if (types.isSet(at)) for (const item of at) visit(item, depth + 1);
    for (const [, part] of entriesOf(at)) visit(part, depth + 1);
  };
  visit(value, 0);
  return found;
}

const { getTime } = Date.prototype;

/** Floats of which each `NaN` has the same bits: engines give it others where they compile a function. */
function withOneNaN(value: object): object {
  if (!types.isFloat64Array(value) && !types.isFloat32Array(value)) return value;
  return value.some(Number.isNaN) ? value.map((item) => (Number.isNaN(item) ? Number.NaN : item)) : value;
}

/** The bytes that a buffer or a view of one stands for; `undefined` for anything else. */
export function bytesOf(value: object): Uint8Array | undefined {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return types.isAnyArrayBuffer(value) ? new Uint8Array(value) : undefined;
}

function itemsOf(list: readonly unknown[]): readonly unknown[] {
  const items: unknown[] = [];
  for (let index = 0; index < list.length && index < SEEN_ITEMS; index++) items.push(getOwnPropertyDescriptor(list, String(index))?.value);
  return items;
}

function unionText(texts: readonly string[]): string {
  const different = [...new Set(texts)].sort();
  return different.length === 0 ? 'unknown' : different.includes('unknown') ? 'unknown' : different.join(' | ');
}

function listText(of: string): string {
  return of.includes(' | ') ? `(${of})[]` : `${of}[]`;
}

/** A value as a sample; `undefined` for one that is too large or holds anything but plain values and arrays. */
function sampleOf(value: unknown, left: { nodes: number }): Sample | undefined {
  if (left.nodes-- <= 0) return undefined;
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'bigint') return { $: 'bigint', value: String(value) };
  if (typeof value === 'number') return numberSample(value);
  if (typeof value !== 'object' || types.isProxy(value)) return undefined;
  if (types.isDate(value)) return { $: 'date', milliseconds: apply(getTime, value, []) as number };
  if (types.isTypedArray(value)) {
    const dtype = dtypeOf(apply(classNameOf, value, []) as string);
    const items = all([...(value as Uint8Array)], left);
    return dtype === undefined || items === undefined ? undefined : { $: 'array', dtype, items };
  }
  if (Array.isArray(value)) {
    const items = value.length > SAMPLE_NODES ? undefined : all(itemsOf(value), left);
    return items === undefined ? undefined : { $: 'list', items };
  }
  return recordSample(value, left);
}

function recordSample(value: object, left: { nodes: number }): Sample | undefined {
  const prototype = getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return undefined;
  const entries = entriesOf(value);
  const fields = all(
    entries.map(([, field]) => field),
    left,
  );
  return fields === undefined
    ? undefined
    : { $: 'record', fields: Object.fromEntries(entries.map(([name], index) => [name, fields[index] as Sample])) };
}

function numberSample(value: number): Sample {
  if (Object.is(value, -0)) return { $: 'number', value: '-0' };
  return Number.isFinite(value) ? value : { $: 'number', value: String(value) as 'NaN' };
}

function all(values: readonly unknown[], left: { nodes: number }): readonly Sample[] | undefined {
  const samples: Sample[] = [];
  for (const value of values) {
    const sample = sampleOf(value, left);
    if (sample === undefined) return undefined;
    samples.push(sample);
  }
  return samples;
}
