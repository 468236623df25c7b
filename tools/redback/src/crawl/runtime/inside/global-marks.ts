/** Sees changes of the language's own objects: a library that patches them would change all code beside it. */

const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
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

/** Every watched property's value, to be compared later. Values are held by identity. */
export type GlobalMarks = ReadonlyMap<string, unknown>;

export function markGlobals(): GlobalMarks {
  const marks = new Map<string, unknown>();
  for (const { name, target } of places) {
    for (const key of ownKeys(target)) {
      if (typeof key === 'symbol') continue;
      const descriptor = getOwnPropertyDescriptor(target, key);
      const label = name === 'globalThis' ? key : `${name}.${key}`;
      marks.set(label, descriptor !== undefined && 'value' in descriptor ? descriptor.value : descriptor?.get);
    }
  }
  return marks;
}

/** Names that were added, removed or given another value, sorted; at most a hundred. */
export function changedGlobals(before: GlobalMarks, after: GlobalMarks): readonly string[] {
  const changed: string[] = [];
  for (const [name, value] of after) if (!before.has(name) || !Object.is(before.get(name), value)) changed.push(name);
  for (const name of before.keys()) if (!after.has(name)) changed.push(name);
  return changed.sort().slice(0, 100);
}
