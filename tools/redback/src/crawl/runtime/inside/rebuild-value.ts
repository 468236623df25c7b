/** An instance taken apart into its fields and put together again without its constructor: only what the fields say comes along. */
import { types } from 'node:util';
import type { ExportWalk } from './walk-exports.ts';

const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf, defineProperty, apply } = Reflect;
const { create } = Object;
const { getTime } = Date.prototype;
const DEEPEST = 32;

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
  if (!isPlain && walk.typeOf(value) === null) throw new TypeError('not made of its fields');
  const made = Array.isArray(value) ? new Array<unknown>(value.length) : (create(prototype) as object);
  for (const key of ownKeys(value)) {
    if (key === 'length' && Array.isArray(value)) continue;
    const property = getOwnPropertyDescriptor(value, key) as PropertyDescriptor;
    if (!('value' in property)) throw new TypeError('not made of its fields');
    defineProperty(made, key, { value: again(property.value), writable: true, enumerable: true, configurable: true });
  }
  return made;
}
