/** Objects that all code of a process shares, by name. */
import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';

const { getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;

export interface Place {
  readonly name: string;
  readonly target: object;
}

const isObject = (value: unknown): value is object => (typeof value === 'object' && value !== null) || typeof value === 'function';
const prototypesOf = (value: object) => {
  const above = getPrototypeOf(value) as object;
  return [above, getPrototypeOf(above) as object];
};

/** What no global leads to, by the names that the language has for it. */
const HIDDEN: readonly Place[] = [
  { name: 'TypedArray', target: getPrototypeOf(Float64Array) as object },
  { name: 'TypedArray.prototype', target: getPrototypeOf(Float64Array.prototype) as object },
  ...(
    [
      ['Array Iterator', [].values()],
      ['Map Iterator', new Map().values()],
      ['Set Iterator', new Set().values()],
      ['String Iterator', ''[Symbol.iterator]()],
      ['RegExp String Iterator', ''.matchAll(/x/g)],
      ['Generator', (function* () {})()],
      ['AsyncGenerator', (async function* () {})()],
      ['AsyncFunction', async () => {}],
    ] as const
  ).flatMap(([name, value]) => prototypesOf(value).map((target, depth) => ({ name: `${name}.prototype${'^'.repeat(depth)}`, target }))),
  ...ownKeys(Intl).flatMap((name): readonly Place[] => {
    const target: unknown = (Intl as unknown as Record<PropertyKey, { readonly prototype?: unknown }>)[name]?.prototype;
    return isObject(target) ? [{ name: `Intl.${String(name)}.prototype`, target }] : [];
  }),
  { name: 'Hash.prototype', target: prototypesOf(createHash('sha256'))[0] as object },
];

/** What the language alone brings along: a context of its own has nothing else. */
const LANGUAGE: ReadonlySet<unknown> = new Set(runInNewContext('Reflect.ownKeys(globalThis)') as readonly unknown[]);

function placesOf(names: readonly PropertyKey[]): readonly Place[] {
  const named = names.flatMap((name): readonly Place[] => {
    const target: unknown = typeof name === 'string' ? getOwnPropertyDescriptor(globalThis, name)?.value : undefined;
    if (!isObject(target) || target === globalThis) return [];
    const prototype: unknown = getOwnPropertyDescriptor(target, 'prototype')?.value;
    return [{ name: String(name), target }, ...(isObject(prototype) ? [{ name: `${String(name)}.prototype`, target: prototype }] : [])];
  });
  return eachOnce([{ name: 'globalThis', target: globalThis }, ...named, ...HIDDEN]);
}

/** The language's own objects, and those with the platform's. */
export const PLACES = {
  language: placesOf(ownKeys(globalThis).filter((name) => LANGUAGE.has(name))),
  platform: placesOf(ownKeys(globalThis)),
} as const;

function eachOnce(all: readonly Place[]): readonly Place[] {
  const seen = new Set<object>();
  return all.filter(({ target }) => !seen.has(target) && seen.add(target));
}
