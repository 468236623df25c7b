/** Samples become values, inside the cage. */
import type { Sample, SampleDtype, TaggedSample } from '../../../surface/sample.ts';
import { noteCallback } from './instruments.ts';
import { rebuildValue } from './rebuild-value.ts';
import type { ExportWalk } from './walk-exports.ts';

const { apply, construct } = Reflect;

const ARRAYS: Readonly<Record<Exclude<SampleDtype, 'bytes'>, string>> = {
  int8: 'Int8Array',
  uint8: 'Uint8Array',
  uint8clamped: 'Uint8ClampedArray',
  int16: 'Int16Array',
  uint16: 'Uint16Array',
  int32: 'Int32Array',
  uint32: 'Uint32Array',
  bigint64: 'BigInt64Array',
  biguint64: 'BigUint64Array',
  float16: 'Float16Array',
  float32: 'Float32Array',
  float64: 'Float64Array',
};

const CALLBACKS = {
  first: noted((value: unknown) => value),
  negate: noted((value: number) => -value),
  add: noted((left: number, right: number) => left + right),
  isPositive: noted((value: number) => value > 0),
};

function noted<A extends unknown[], R>(callback: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    noteCallback();
    return callback(...args);
  };
}

export type AnyFunction = (...args: unknown[]) => unknown;

/** Makes a value, recipes included. Throws what the library throws, and `TypeError` for a path that is no function. */
export function makeValue(sample: Sample, walk: ExportWalk): unknown {
  if (typeof sample !== 'object' || sample === null) return sample;
  const make = (inner: Sample) => makeValue(inner, walk);
  switch (sample.$) {
    case 'undefined':
      return undefined;
    case 'number':
      return Number(sample.value);
    case 'bigint':
      return BigInt(sample.value);
    case 'list':
      return sample.items.map(make);
    case 'record':
      return Object.fromEntries(Object.entries(sample.fields).map(([name, field]) => [name, make(field)]));
    case 'array':
      return makeArray(sample, make);
    case 'date':
      return new Date(sample.milliseconds);
    case 'map':
      return new Map(sample.entries.map(([key, value]) => [make(key), make(value)]));
    case 'set':
      return new Set(sample.items.map(make));
    case 'callback':
      return CALLBACKS[sample.name];
    case 'member':
      return walk.findValue(sample.path);
    case 'new':
      return construct(functionAt(sample.path, walk), sample.args.map(make));
    case 'rebuilt':
      return rebuildValue(make(sample.of), walk);
    case 'call':
      return callSample(sample, walk);
    case 'changed': {
      const of = make(sample.of);
      const method = (of as Record<string, AnyFunction>)[lastSegment(sample.path)];
      if (typeof method !== 'function') throw new TypeError('not a function');
      apply(method, of, sample.args.map(make));
      return of;
    }
  }
}

/** Whether something of the library is called to make it. */
export function isMade(sample: Sample): boolean {
  if (typeof sample !== 'object' || sample === null) return false;
  switch (sample.$) {
    case 'new':
    case 'call':
    case 'changed':
      return true;
    case 'rebuilt':
      return isMade(sample.of);
    case 'list':
    case 'set':
      return sample.items.some(isMade);
    case 'record':
      return Object.values(sample.fields).some(isMade);
    case 'map':
      return sample.entries.flat().some(isMade);
    default:
      return false;
  }
}

/** The function at a path, without a receiver. Throws `TypeError` when there is none. */
export function functionAt(path: string, walk: ExportWalk): AnyFunction {
  const value = walk.findValue(path);
  if (typeof value !== 'function') throw new TypeError('not a function');
  return value as AnyFunction;
}

/** The name under which a receiver has a member. */
export function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** The object that a static function or a function of a namespace is called on. */
export function ownerOf(path: string, walk: ExportWalk): unknown {
  return walk.ownerAt(path.slice(0, Math.max(path.lastIndexOf('.'), 0)));
}

function callSample(sample: Extract<TaggedSample, { $: 'call' }>, walk: ExportWalk): unknown {
  const args = sample.args.map((arg) => makeValue(arg, walk));
  if (sample.receiver === undefined) return apply(functionAt(sample.path, walk), ownerOf(sample.path, walk), args) as unknown;
  const receiver = makeValue(sample.receiver, walk) as Record<string, unknown>;
  const member = receiver[lastSegment(sample.path)];
  return typeof member === 'function' ? (apply(member, receiver, args) as unknown) : member;
}

function makeArray({ dtype, items }: Extract<TaggedSample, { $: 'array' }>, make: (sample: Sample) => unknown): unknown {
  const values = items.map(make);
  if (dtype === 'bytes') return new Uint8Array(values as number[]).buffer;
  const type = (globalThis as unknown as Record<string, unknown>)[ARRAYS[dtype]];
  if (typeof type !== 'function') throw new TypeError('this engine has no such array');
  return construct(type, [values]);
}

/** The sample's word for a typed array's class; `undefined` for another. */
export function dtypeOf(className: string): SampleDtype | undefined {
  return (Object.keys(ARRAYS) as (keyof typeof ARRAYS)[]).find((dtype) => ARRAYS[dtype] === className);
}
