// Methods and properties of instances. A receiver may be of a class that extends the member's own and overrides it: then its
// override runs, as it would in a program. Which function runs on which class is settled when the library is loaded; at a call
// only the receiver's prototypes are compared with those that were seen then, and nothing is looked up on it by name.
import { SyftError } from '../errors.ts';
import { type ManifestMember, nameOfMember } from '../manifest/manifest.ts';
import { type BindContext, type BoundCall, ownerOf, ownValue, wrongKind } from './bind-context.ts';

type Method = (...args: unknown[]) => unknown;

/** A property where it was found: on an object, or on one of its prototypes. */
interface Found {
  readonly holder: object;
  readonly descriptor: PropertyDescriptor;
}

/** Binds a method, or a property of instances. Throws `BAD_MANIFEST` when the library has no such member. */
export function bindInstanceMember(member: ManifestMember, context: BindContext): BoundCall {
  const name = nameOfMember(member);
  const typeId = ownerOf(member.path);
  const receiver = context.types.receiverOf(typeId);
  const isGiven = receiver.kind !== 'ref' || receiver.id !== typeId;
  const sample = context.loaded.samples?.[typeId];
  const found = findProperty(sample ?? prototypeOf(typeId, context, member.path), name);
  if (found === undefined) throw wrongKind(member, 'the library has no such member');
  if (isGiven) return bindGiven(member, found.descriptor, name);
  const isOwn = member.kind === 'method' && found.holder === sample;
  if (isOwn) return bindOwnMethod(member, name, found.descriptor);
  const base = memberOf(found.descriptor, name, member);
  const overrides = overridesOf(member, found, base, context);
  if (overrides.size === 0) return ([self, ...rest]) => base(self, rest);
  return ([self, ...rest]) => overrideFor(self, overrides, base)(self, rest);
}

/** Calls a member on a receiver. */
type OnReceiver = (receiver: unknown, rest: unknown[]) => unknown;

function memberOf({ value }: PropertyDescriptor, name: string, member: ManifestMember): OnReceiver {
  if (member.kind === 'property') return (receiver) => (receiver as Record<string, unknown>)[name];
  if (typeof value !== 'function') throw wrongKind(member, 'it is no method');
  return (receiver, rest) => Reflect.apply(value as Method, receiver, rest) as unknown;
}

/** A member that the library holds for a type of the grammar: a getter is called on the value, as a method is. */
function bindGiven(member: ManifestMember, descriptor: PropertyDescriptor, name: string): BoundCall {
  const { get } = descriptor;
  if (member.kind === 'property' && get !== undefined) return ([self]) => Reflect.apply(get, self, []) as unknown;
  const call = memberOf(descriptor, name, member);
  return ([self, ...rest]) => call(self, rest);
}

/** A method that each instance has by itself: the sample's would work on the sample. */
function bindOwnMethod(member: ManifestMember, name: string, { value }: PropertyDescriptor): BoundCall {
  if (typeof value !== 'function') throw wrongKind(member, 'it is no method');
  return ([self, ...rest]) => {
    const own: unknown = Object.getOwnPropertyDescriptor(Object(self), name)?.value;
    if (typeof own !== 'function') throw new SyftError('LIBRARY_FAILED', `cannot call ${member.path}: its receiver has none`);
    return Reflect.apply(own as Method, self, rest) as unknown;
  };
}

/** By the prototype of each class that extends the member's own and is there, what the member is on its instances. */
function overridesOf(member: ManifestMember, found: Found, base: OnReceiver, context: BindContext): ReadonlyMap<object, OnReceiver> {
  const overrides = new Map<object, OnReceiver>();
  const name = nameOfMember(member);
  for (const subtype of context.types.subtypes(ownerOf(member.path))) {
    const prototype = knownPrototype(subtype, context);
    if (prototype === undefined) continue;
    const own = findProperty(prototype, name);
    if (own === undefined || isSame(own.descriptor, found.descriptor)) overrides.set(prototype, base);
    else overrides.set(prototype, mayStandFor(own, subtype, member, context) ? memberOf(own.descriptor, name, member) : refuse(member));
  }
  if ([...overrides.values()].every((override) => override === base)) return new Map();
  return overrides;
}

function overrideFor(receiver: unknown, overrides: ReadonlyMap<object, OnReceiver>, base: OnReceiver): OnReceiver {
  for (let object: object | null = Object(receiver) as object; object !== null; object = Object.getPrototypeOf(object) as object | null) {
    const override = overrides.get(object);
    if (override !== undefined) return override;
  }
  return base;
}

/**
 * Whether an override may run in its base's name: it is allowed by itself, and what the base's entry promises of it holds.
 * One that is refused, denied or unknown is not to be had by way of its base.
 */
function mayStandFor(own: Found, subtype: string, member: ManifestMember, context: BindContext): boolean {
  const { library, types, denied, guards } = context;
  const owner = [subtype, ...types.bases(subtype)].find((id) => knownPrototype(id, context) === own.holder);
  const override = library.members.find(
    (one) => ownerOf(one.path) === owner && nameOfMember(one) === nameOfMember(member) && one.kind === member.kind,
  );
  if (override === undefined || override.verdict !== 'allow' || denied.has(override.path)) return false;
  return promiseOf(override) === promiseOf(member) && guards[override.path] === guards[member.path];
}

/** What a call is prepared by: an override that differs in this would run unprepared. */
function promiseOf({ effects, signatures }: ManifestMember): string {
  return JSON.stringify([effects.mutates, effects.random, signatures.some((signature) => signature.async)]);
}

function refuse({ path }: ManifestMember): OnReceiver {
  return () => {
    throw new SyftError('LIBRARY_FAILED', `cannot call ${path}: the receiver’s class has one of its own that may not stand for it`);
  };
}

function isSame(left: PropertyDescriptor, right: PropertyDescriptor): boolean {
  return left.value === right.value && left.get === right.get;
}

/** The prototype of a type's instances, where the library has one. */
function knownPrototype(typeId: string, context: BindContext): object | undefined {
  const sample = context.loaded.samples?.[typeId];
  const prototype: unknown = typeof sample === 'object' && sample !== null ? Object.getPrototypeOf(sample) : exported(typeId, context);
  return typeof prototype === 'object' && prototype !== Object.prototype ? (prototype ?? undefined) : undefined;
}

function exported(typeId: string, context: BindContext): unknown {
  try {
    return prototypeOf(typeId, context, typeId);
  } catch {
    return undefined;
  }
}

function prototypeOf(typeId: string, { loaded }: BindContext, path: string): unknown {
  const segments = typeId.split('.').slice(1);
  const owner = segments.reduce<unknown>((value, segment) => ownValue(value, segment, path), loaded.module);
  return ownValue(owner, 'prototype', path);
}

/** A property of an object or of its prototypes, short of Object's own. */
function findProperty(start: unknown, name: string): Found | undefined {
  let object: unknown = typeof start === 'object' || typeof start === 'function' ? start : Object(start);
  while (object !== null && object !== undefined && object !== Object.prototype) {
    const descriptor = Object.getOwnPropertyDescriptor(object, name);
    if (descriptor !== undefined) return { holder: object, descriptor };
    object = Object.getPrototypeOf(object);
  }
  return undefined;
}
