/**
 * An instance of a library's class in plain form: its own data fields, each a plain value. `type` names the class
 * (`matrix.Matrix`).
 */
export interface StructureValue {
  readonly type: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * True for a plain structure of the given type. A record from the wire has no prototype and never is one, whatever its keys
 * say: only a structure's codec proves that its fields are of their types.
 */
export function isStructureValue(value: unknown, type: string): value is StructureValue {
  return hasFields(value) && value.type === type;
}

/** True for a plain structure of any type. */
export function hasFields(value: unknown): value is StructureValue {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'fields') || !Object.hasOwn(value, 'type')) return false;
  const { type, fields } = value as { readonly type: unknown; readonly fields: unknown };
  return typeof type === 'string' && typeof fields === 'object' && fields !== null && Object.getPrototypeOf(value) !== null;
}

/** An object's own data property; `undefined` for a getter, which is not called, and for what is not there. */
export function ownData(value: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

/**
 * The names of the classes that a value is an instance of, nearest first, as the prototypes' `constructor`s tell; none for
 * records, lists and values without a prototype. An unnamed class stands as an empty name.
 */
export function classNames(value: object): readonly string[] {
  const names: string[] = [];
  let prototype = Object.getPrototypeOf(value) as object | null;
  for (; prototype !== null && prototype !== Object.prototype; prototype = Object.getPrototypeOf(prototype) as object | null) {
    const made: unknown = ownData(prototype, 'constructor');
    const name: unknown = typeof made === 'function' ? ownData(made, 'name') : undefined;
    names.push(typeof name === 'string' ? name : '');
    if (names.length > LONGEST_CHAIN) break;
  }
  return names;
}

/** A Proxy can be its own prototype's prototype without end. */
const LONGEST_CHAIN = 32;
