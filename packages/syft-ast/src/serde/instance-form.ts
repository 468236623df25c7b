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
  /** An instance of these values, in the order of the fields. Throws `BAD_DATA` or `UNSUPPORTED`. */
  make(values: readonly unknown[], prototype: object, library: unknown): object;
}

/** What makes an instance of what a method has told of another: a function below the library's module, or a class. */
export interface Importer {
  readonly path: readonly string[];
  readonly how: 'call' | 'construct';
}

/** Instances that are their own data fields: they are made without their constructor. */
export function ownFieldsForm(plans: readonly FieldPlan[]): InstanceForm {
  const [first] = plans;
  return {
    // It has not even the first field.
    mayBe: (value) => first === undefined || Object.hasOwn(value, first.name),
    holds(live) {
      if (Reflect.ownKeys(live).length !== plans.length) return false;
      return plans.every(({ name, type }) => {
        const property = Object.getOwnPropertyDescriptor(live, name);
        return property !== undefined && 'value' in property && looksLike(property.value, type);
      });
    },
    read: (live) => fieldsIn(live, plans),
    make(values, prototype) {
      const instance = Object.create(prototype) as object;
      plans.forEach(({ name }, index) => {
        Object.defineProperty(instance, name, { value: values[index], enumerable: true, configurable: true, writable: true });
      });
      return instance;
    },
  };
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
    make([value], prototype, library) {
      const made = guarded('make instance', () => importValue(value, importer, library));
      if (typeof made === 'object' && made !== null && Object.getPrototypeOf(made) === prototype) return made;
      throw new SyftError('BAD_DATA', 'cannot make instance: it would be of another class');
    },
  };
}

/** The fields of a plain value or a live one; `undefined` when there are others, or fewer. */
export function fieldsIn(owner: object, plans: readonly FieldPlan[]): Fields | undefined {
  if (Reflect.ownKeys(owner).length !== plans.length) return undefined;
  const fields = Object.create(null) as Record<string, unknown>;
  for (const { name } of plans) {
    if (!Object.hasOwn(owner, name)) return undefined;
    fields[name] = ownData(owner, name);
  }
  return fields;
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
