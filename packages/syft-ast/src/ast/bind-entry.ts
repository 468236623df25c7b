import { SyftError } from '../errors.ts';
import type { ManifestLibrary, ManifestMember } from '../manifest/manifest.ts';
import type { LoadedLibrary } from '../support/define-support.ts';

export type BoundCall = (operands: readonly unknown[]) => unknown;

/**
 * Finds an allowed member in its loaded library, once, and returns a function that calls it. Only own data properties
 * are followed, no getter fires. Throws `BAD_MANIFEST` when the member is missing or of another kind.
 */
export function bindEntry(member: ManifestMember, library: ManifestLibrary, loaded: LoadedLibrary): BoundCall {
  const segments = member.path.split('.').slice(1);
  const name = segments.at(-1) as string;
  if (member.kind === 'method' || (member.kind === 'property' && isInstanceProperty(member, library))) {
    return bindInstanceMember(member, name, loaded);
  }
  const owner = segments.slice(0, -1).reduce<unknown>((value, segment) => ownValue(value, segment, member.path), loaded.module);
  const value = ownValue(owner, name, member.path);
  if (member.kind === 'constant' || member.kind === 'property') return () => value;
  if (typeof value !== 'function') throw wrongKind(member, 'it is no function');
  if (member.kind === 'constructor') return (operands) => Reflect.construct(value, operands as unknown[]) as unknown;
  return (operands) => Reflect.apply(value as (...args: unknown[]) => unknown, owner, operands) as unknown;
}

function isInstanceProperty(member: ManifestMember, library: ManifestLibrary): boolean {
  return library.types.some((type) => type.id === ownerOf(member.path));
}

/** The path that a member stands right below: its type, when it is an instance's. */
export function ownerOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.'));
}

function bindInstanceMember(member: ManifestMember, name: string, loaded: LoadedLibrary): BoundCall {
  const typeId = ownerOf(member.path);
  const sample = loaded.samples?.[typeId];
  const descriptor = findDescriptor(sample ?? prototypeOf(typeId, loaded, member.path), name);
  if (descriptor === undefined) throw wrongKind(member, 'the library has no such member');
  if (member.kind === 'property') return ([receiver]) => (receiver as Record<string, unknown>)[name];
  const method: unknown = descriptor.value;
  if (typeof method !== 'function') throw wrongKind(member, 'it is no method');
  return ([receiver, ...rest]) => Reflect.apply(method as (...args: unknown[]) => unknown, receiver, rest) as unknown;
}

function prototypeOf(typeId: string, loaded: LoadedLibrary, path: string): unknown {
  const owner = typeId
    .split('.')
    .slice(1)
    .reduce<unknown>((value, segment) => ownValue(value, segment, path), loaded.module);
  return ownValue(owner, 'prototype', path);
}

/** A property's descriptor on an object or up its prototypes, short of Object's own. */
function findDescriptor(start: unknown, name: string): PropertyDescriptor | undefined {
  let object: unknown = typeof start === 'object' || typeof start === 'function' ? start : Object(start);
  while (object !== null && object !== undefined && object !== Object.prototype) {
    const descriptor = Object.getOwnPropertyDescriptor(object, name);
    if (descriptor !== undefined) return descriptor;
    object = Object.getPrototypeOf(object);
  }
  return undefined;
}

function ownValue(owner: unknown, name: string, path: string): unknown {
  const descriptor = owner === null || owner === undefined ? undefined : Object.getOwnPropertyDescriptor(Object(owner), name);
  if (descriptor === undefined) throw new SyftError('BAD_MANIFEST', `cannot bind ${path}: the library has no ${name}`);
  if (!('value' in descriptor)) throw new SyftError('BAD_MANIFEST', `cannot bind ${path}: ${name} is an accessor`);
  return descriptor.value;
}

function wrongKind(member: ManifestMember, reason: string): SyftError {
  return new SyftError('BAD_MANIFEST', `cannot bind ${member.path} as ${member.kind}: ${reason}`);
}
