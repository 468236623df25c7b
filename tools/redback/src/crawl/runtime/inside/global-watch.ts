/** Sees changes of the language's own objects: a library that patches them would change all code beside it. */

import { holdObject } from './held-object.ts';

const { getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
const WATCHED = [
  'Object',
  'Function',
  'Array',
  'Number',
  'String',
  'Boolean',
  'Symbol',
  'BigInt',
  'Math',
  'JSON',
  'Reflect',
  'Date',
  'RegExp',
  'Promise',
  'Map',
  'Set',
  'WeakMap',
  'WeakSet',
  'Error',
  'TypeError',
  'RangeError',
  'ArrayBuffer',
  'Float64Array',
  'Float32Array',
  'Uint8Array',
  'Int32Array',
];

interface Place {
  readonly name: string;
  readonly target: object;
}

const places: readonly Place[] = [
  { name: 'globalThis', target: globalThis },
  ...WATCHED.flatMap((name) => {
    const target = (globalThis as unknown as Record<string, object>)[name];
    if (target === undefined) return [];
    const prototype: unknown = getOwnPropertyDescriptor(target, 'prototype')?.value;
    return [
      { name, target },
      ...(typeof prototype === 'object' && prototype !== null ? [{ name: `${name}.prototype`, target: prototype }] : []),
    ];
  }),
  { name: 'TypedArray.prototype', target: getPrototypeOf(Float64Array.prototype) as object },
];

/** The language's objects as they were when the watch was made. */
export class GlobalWatch {
  readonly #held = places.map(({ name, target }) => ({ name, held: holdObject(target) }));

  /** Names that were added, removed or given another value since, sorted; at most a hundred. */
  changed(): readonly string[] {
    const changed = this.#held
      .filter(({ held }) => held.differs())
      .flatMap(({ name, held }) =>
        held
          .changedKeys()
          .filter((key) => typeof key === 'string')
          .map((key) => (name === 'globalThis' ? key : `${name}.${key}`)),
      );
    return changed.sort().slice(0, 100);
  }
}
