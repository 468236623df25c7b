/** An instance taken apart into its fields and put together again without its constructor: only what the fields say comes along. */
import { types } from 'node:util';
import type { PairParts } from '../insights.ts';
import type { ExportWalk } from './walk-exports.ts';

const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf, defineProperty, apply, construct } = Reflect;
const { create } = Object;
const { getTime } = Date.prototype;
const DEEPEST = 32;

let pairs: Readonly<Record<string, PairParts>> = {};

/** From now on instances of these types are made again of what they export. */
export function usePairs(known: Readonly<Record<string, PairParts>>): void {
  pairs = known;
}

/**
 * The value anew, with nothing of it shared. Throws `TypeError` for what is more than its data: getters, functions, objects that
 * keep their contents elsewhere.
 */
export function rebuildValue(value: unknown, walk: ExportWalk, depth = 0): unknown {
  if (typeof value === 'function' || depth > DEEPEST) throw new TypeError('not made of its fields');
  if (typeof value !== 'object' || value === null) return value;
  if (types.isProxy(value)) throw new TypeError('not made of its fields');
  const again = (part: unknown) => rebuildValue(part, walk, depth + 1);
  if (types.isTypedArray(value)) return (value as Float64Array).slice();
  if (types.isAnyArrayBuffer(value)) return value.slice(0);
  if (types.isDate(value)) return new Date(apply(getTime, value, []) as number);
  if (types.isMap(value)) return new Map([...value].map(([key, item]) => [again(key), again(item)]));
  if (types.isSet(value)) return new Set([...value].map(again));
  const prototype = getPrototypeOf(value);
  const isPlain = Array.isArray(value) || prototype === null || prototype === Object.prototype;
  const type = isPlain ? null : walk.typeOf(value);
  if (!isPlain && type === null) throw new TypeError('not made of its fields');
  const pair = type === null ? undefined : pairs[type];
  if (pair !== undefined) return importValue(again((value as Record<string, () => unknown>)[pair.exporter]?.()), pair, walk);
  const made = Array.isArray(value) ? new Array<unknown>(value.length) : (create(prototype) as object);
  for (const key of ownKeys(value)) {
    if (key === 'length' && Array.isArray(value)) continue;
    const property = getOwnPropertyDescriptor(value, key) as PropertyDescriptor;
    if (!('value' in property)) throw new TypeError('not made of its fields');
    defineProperty(made, key, { value: again(property.value), writable: true, enumerable: true, configurable: true });
  }
  return made;
}

function importValue(exported: unknown, { importer, how }: PairParts, walk: ExportWalk): unknown {
  const found = walk.findValue(importer);
  if (typeof found !== 'function') throw new TypeError('not made of its fields');
  const owner = walk.find(importer.slice(0, Math.max(importer.lastIndexOf('.'), 0)))?.value;
  return how === 'construct' ? construct(found, [exported]) : apply(found as () => unknown, owner, [exported]);
}
