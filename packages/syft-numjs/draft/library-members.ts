// Every member that numjs has at run time, by path, without firing a getter.
import type { Numjs } from '../src/runtime.ts';

const NAMESPACES = ['config', 'dtypes', 'errors', 'images', 'images.data'];

/** Path to the member; a getter or an instance property maps to its name. */
export function libraryMembers(library: Numjs): ReadonlyMap<string, unknown> {
  const members = new Map<string, unknown>(Object.entries(library).map(([name, value]) => [`numjs.${name}`, value]));
  for (const namespace of NAMESPACES) {
    const holder = namespace.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], library);
    addOwn(members, `numjs.${namespace}`, holder as object, []);
  }
  addOwn(members, 'numjs.NdArray', library.NdArray, ['length', 'name', 'prototype', 'arguments', 'caller']);
  addOwn(members, 'numjs.NdArray', library.NdArray.prototype, ['constructor']);
  addOwn(members, 'numjs.NdArray', new library.NdArray([1], [1]), []);
  return members;
}

function addOwn(members: Map<string, unknown>, path: string, holder: object, without: readonly string[]): void {
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(holder))) {
    if (!without.includes(name)) members.set(`${path}.${name}`, value ?? name);
  }
}
