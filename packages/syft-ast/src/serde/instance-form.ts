// How live instances of a library's class are taken apart into fields, and put together again.
import { SyftError } from '../errors.ts';
import { type FieldPlan, type Fields, looksLike } from './structure-fields.ts';
import { ownData } from './structure-value.ts';

export interface InstanceForm {
  /** A quick no for most values. */
  mayBe(value: object): boolean;
  /** Whether an instance of the class is made the way that the class's samples were. No getter is called. */
  holds(live: object): boolean;
  /** What an instance consists of; `undefined` when that is more than the fields, or less. Throws `BAD_DATA`. */
  read(live: object): Fields | undefined;
  /** An instance of these fields. Throws `BAD_DATA` or `UNSUPPORTED`. */
  make(fields: Fields, prototype: object, library: unknown): object;
}

/** What makes an instance of what a method has told of another: a function below the library's module, or a class. */
export interface Importer {
  readonly path: readonly string[];
  readonly how: 'call' | 'construct';
}

/** Instances that are their own data fields: they are made without their constructor. */
export function ownFieldsForm(plans: readonly FieldPlan[]): InstanceForm {
  const first = plans.find(({ isOptional, isItems }) => !isOptional && !isItems);
  const hasItems = plans.some(({ isItems }) => isItems);
  return {
    // It has not even the first field.
    mayBe: (value) => first === undefined || Object.hasOwn(value, first.name),
    holds(live) {
      let count = hasItems ? countItems(live) : 0;
      for (const { name, type, isOptional, isItems } of plans) {
        const property = isItems ? undefined : Object.getOwnPropertyDescriptor(live, name);
        if (isItems || (property === undefined && isOptional)) continue;
        if (property === undefined || !('value' in property) || !looksLike(property.value, type)) return false;
        count++;
      }
      return Reflect.ownKeys(live).length === count;
    },
    read: (live) => fieldsIn(live, plans, countItems(live)),
    make(fields, prototype) {
      const instance = Object.create(prototype) as object;
      const define = (name: string, value: unknown) =>
        void Object.defineProperty(instance, name, { value, enumerable: true, configurable: true, writable: true });
      for (const { name, isItems } of plans) {
        if (!Object.hasOwn(fields, name)) continue;
        if (!isItems) define(name, fields[name]);
        else for (const [index, item] of (fields[name] as readonly unknown[]).entries()) define(String(index), item);
      }
      return instance;
    },
  };
}

/** How many of an object's own properties go by 0, 1 and so on, which an engine tells first, without a gap. */
function countItems(value: object): number {
  let count = 0;
  for (const key of Reflect.ownKeys(value)) {
    if (key !== String(count)) break;
    count++;
  }
  return count;
}

/** Instances that keep what they hold to themselves: the one field is what the method of its name tells. */
export function exportedForm({ name }: FieldPlan, importer: Importer): InstanceForm {
  return {
    mayBe: (value) => !Array.isArray(value) && !ArrayBuffer.isView(value) && Object.getPrototypeOf(value) !== Object.prototype,
    holds: (live) => methodOf(live, name) !== undefined,
    read(live) {
      const method = methodOf(live, name);
      return (
        method &&
        ownRecord(
          name,
          guarded('take instance apart', () => Reflect.apply(method, live, [])),
        )
      );
    },
    make(fields, prototype, library) {
      const made = guarded('make instance', () => importValue(fields[name], importer, library));
      if (typeof made === 'object' && made !== null && Object.getPrototypeOf(made) === prototype) return made;
      throw new SyftError('BAD_DATA', 'cannot make instance: it would be of another class');
    },
  };
}

/** The fields of a plain value, or of a live one with so many items; `undefined` when there are others, or fewer. */
export function fieldsIn(owner: object, plans: readonly FieldPlan[], items?: number): Fields | undefined {
  const fields = Object.create(null) as Record<string, unknown>;
  let count = 0;
  for (const { name, isOptional, isItems } of plans) {
    if (isItems && items !== undefined) {
      fields[name] = Array.from({ length: items }, (_, index) => ownData(owner, String(index)));
      count += items;
    } else if (Object.hasOwn(owner, name)) {
      fields[name] = ownData(owner, name);
      count++;
    } else if (!isOptional) return undefined;
  }
  return Reflect.ownKeys(owner).length === count ? fields : undefined;
}

function importValue(value: unknown, { path, how }: Importer, library: unknown): unknown {
  const owner = path.slice(0, -1).reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>> | undefined)?.[name], library);
  const found = (owner as Readonly<Record<string, unknown>> | undefined)?.[path.at(-1) as string];
  if (typeof found !== 'function') throw new SyftError('UNSUPPORTED', 'cannot make instance: the library has nothing that makes one');
  return how === 'construct' ? Reflect.construct(found, [value]) : Reflect.apply(found, owner, [value]);
}

/** A method of an instance's class, never one that the instance has brought along. */
function methodOf(live: object, name: string): ((...args: unknown[]) => unknown) | undefined {
  for (let at = Object.getPrototypeOf(live) as object | null; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    const value = ownData(at, name);
    if (value !== undefined) return typeof value === 'function' ? (value as (...args: unknown[]) => unknown) : undefined;
  }
  return undefined;
}

/** What a library says of a failure may be made of values: it stays here. */
function guarded<T>(what: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    if (cause instanceof SyftError) throw cause;
    throw new SyftError('BAD_DATA', `cannot ${what}: the library fails at it`);
  }
}

function ownRecord(name: string, value: unknown): Fields {
  const fields = Object.create(null) as Record<string, unknown>;
  fields[name] = value;
  return fields;
}
