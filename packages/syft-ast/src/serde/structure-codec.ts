import { SyftError } from '../errors.ts';
import type { Codec, Decoder, Encoder } from './codec.ts';
import { CodecRegistry } from './codec-registry.ts';
import { type MemoryWalk, nested, ownParts, reviveNested, weighValue } from './field-walk.ts';
import { scanFields } from './scan-fields.ts';
import {
  decodeField,
  encodeField,
  type FieldPlan,
  type Fields,
  looksLike,
  objectionTo,
  planFields,
  type StructureField,
  type StructureLength,
  schemaOf,
} from './structure-fields.ts';
import { classNames, isStructureValue, ownData, type StructureValue } from './structure-value.ts';

/** The generated class of a message that has one `bytes` field for each field of a structure. */
export interface StructureMessage {
  encode(message: object): { finish(): Uint8Array };
  decode(bytes: Uint8Array): object;
}

/** What a library's class is made of, for {@link structureCodec}. */
export interface StructureOptions {
  /** `matrix/Matrix`. */
  readonly tag: string;
  /** `matrix.Matrix`. */
  readonly type: string;
  readonly message: StructureMessage;
  readonly fields: readonly StructureField[];
  readonly lengths?: readonly StructureLength[];
  /** Where the class stands below the library's module. */
  readonly class: readonly string[];
  /** The class's own name, where that is not the last of those segments. */
  readonly className?: string;
  /**
   * The codecs of the library's types, this one among them: of those that fields name, and of subclasses. A function, since
   * they may name each other.
   */
  readonly types?: () => readonly Codec[];
}

/** Bytes of an object and of a field in it, beside what the field holds. */
const OBJECT_BYTES = 16;
const FIELD_BYTES = 32;

/**
 * The codec of a class whose instances are their own data fields. A live value is recognised by the name of its class and
 * those fields, of whichever copy of the library; a plain one is a {@link StructureValue}. An instance of a subclass counts
 * as one of the class when the subclass has a codec of its own, which then does the work. Reading proves every field's type
 * and length before there is an instance; it throws `PROTOCOL`, `LIMIT` or `UNSUPPORTED`. Writing throws `BAD_ARGUMENT` for
 * an instance that is not what its class's samples were.
 */
export function structureCodec(options: StructureOptions): Codec<StructureValue, object> {
  return new StructureCodec(options);
}

class StructureCodec implements Codec<StructureValue, object> {
  readonly tag: string;
  readonly type: string;
  readonly schema: string;
  readonly #options: StructureOptions;
  readonly #className: string;
  readonly #plans: readonly FieldPlan[];
  #known: CodecRegistry | undefined;

  constructor(options: StructureOptions) {
    this.tag = options.tag;
    this.type = options.type;
    this.schema = schemaOf(options.fields);
    this.#options = options;
    this.#className = options.className ?? (options.class.at(-1) as string);
    this.#plans = planFields(options.fields);
  }

  detect(value: unknown): value is StructureValue | object {
    return this.#codecFor(value) !== undefined;
  }

  narrow(value: unknown): string {
    return this.#codecFor(value)?.tag ?? this.tag;
  }

  encode(value: StructureValue | object, encoder: Encoder): Uint8Array {
    const own = this.#codecFor(value) === this ? fieldsOf(value, this.#plans) : undefined;
    this.#check('BAD_ARGUMENT', 'encode', own);
    const message: Record<string, Uint8Array> = {};
    for (const plan of this.#plans) message[plan.as] = encodeField((own as Fields)[plan.name], plan, encoder);
    return this.#options.message.encode(message).finish();
  }

  decode(body: Uint8Array, decoder: Decoder): StructureValue {
    const { type } = this;
    // As many as there are, and each of them present: then none is unknown, and none stands twice.
    if (scanFields(body, this.#plans.length + 1) !== this.#plans.length) {
      throw new SyftError('PROTOCOL', `cannot read ${type}: it has other fields`);
    }
    const read = this.#options.message.decode(body) as Readonly<Record<string, Uint8Array>>;
    const own = Object.create(null) as Record<string, unknown>;
    for (const plan of this.#plans) {
      const bytes = read[plan.as];
      if (bytes === undefined || bytes.length === 0) throw new SyftError('PROTOCOL', `cannot read ${type}: a field is missing`);
      own[plan.name] = decodeField(bytes, plan, decoder);
    }
    // Without its elements, a list tells no length.
    if (!decoder.dry) this.#check('PROTOCOL', 'read', own);
    return Object.freeze({ type, fields: Object.freeze(own) });
  }

  weigh(value: StructureValue | object): number {
    const other = this.#subclassOf(value);
    if (other !== undefined) return other.weigh(value);
    const own = Object.values(fieldsOf(value, this.#plans) ?? {});
    const weighed = () => own.reduce<number>((sum, item) => sum + FIELD_BYTES + weighValue(item, this.#registry), 0);
    return OBJECT_BYTES + nested(weighed);
  }

  revive(value: unknown, library: unknown): object {
    const other = this.#subclassOf(value);
    if (other?.revive !== undefined) return other.revive(value, library) as object;
    const prototype = prototypeAt(this.#options.class, library, this.type);
    if (Object.getPrototypeOf(value) === prototype) return value as object;
    const own = this.detect(value) ? fieldsOf(value, this.#plans) : undefined;
    this.#check('BAD_ARGUMENT', 'revive', own);
    const live = nested(() =>
      this.#plans.map(({ name, packed }) => {
        const item = (own as Fields)[name];
        return packed === undefined ? reviveNested(item, this.#registry, library) : item;
      }),
    );
    return instanceOf(prototype, this.#plans, live);
  }

  isolate(live: object, shared: (buffer: ArrayBufferLike) => boolean, library: unknown): object {
    const other = this.#subclassOf(live);
    if (other?.isolate !== undefined) return other.isolate(live, shared, library) as object;
    const own = fieldsOf(live, this.#plans);
    this.#check('BAD_DATA', 'isolate', own);
    const walk: MemoryWalk = { registry: this.#registry, library, shared, buffers: 0 };
    const values = this.#plans.map(({ name }) => (own as Fields)[name]);
    const parts = ownParts(values, walk);
    return parts === undefined ? live : instanceOf(Object.getPrototypeOf(live) as object, this.#plans, parts);
  }

  /** Throws `code` for fields that are none of this class. */
  #check(code: 'PROTOCOL' | 'BAD_ARGUMENT' | 'BAD_DATA', verb: string, own: Fields | undefined): void {
    const { lengths = [] } = this.#options;
    const objection = own === undefined ? 'it is none' : objectionTo(own, this.#plans, { lengths, registry: this.#registry });
    if (objection !== undefined) throw new SyftError(code, `cannot ${verb} ${this.type}: ${objection}`);
  }

  get #registry(): CodecRegistry {
    this.#known ??= new CodecRegistry(this.#options.types?.() ?? [this as Codec]);
    return this.#known;
  }

  /** The codec of a value's own class: this one, or a subclass's. */
  #codecFor(value: unknown): Codec | undefined {
    if (isStructureValue(value, this.type)) return this as Codec;
    if (typeof value !== 'object' || value === null || !mayBe(value, this.#plans)) return undefined;
    const names = classNames(value);
    if (names[0] === this.#className) return hasFields(value, this.#plans) ? (this as Codec) : undefined;
    if (!names.includes(this.#className)) return undefined;
    return this.#options.types?.().find((other) => isOfClass(other, names[0]) && other.detect(value));
  }

  #subclassOf(value: unknown): Codec | undefined {
    const found = this.#codecFor(value);
    return found === this ? undefined : found;
  }

  static isOfClass(codec: Codec, name: string | undefined): boolean {
    return codec instanceof StructureCodec && codec.#className === name;
  }
}

const { isOfClass } = StructureCodec;

/** A quick no for most values: they have not even the first field. */
function mayBe(value: object, [first]: readonly FieldPlan[]): boolean {
  return first === undefined || Object.hasOwn(value, first.name);
}

/** Whether a value's own properties are the fields, all of them and no more, as data of the right kinds. No getter is called. */
function hasFields(value: object, plans: readonly FieldPlan[]): boolean {
  if (Reflect.ownKeys(value).length !== plans.length) return false;
  return plans.every(({ name, type }) => {
    const property = Object.getOwnPropertyDescriptor(value, name);
    return property !== undefined && 'value' in property && looksLike(property.value, type);
  });
}

/** The fields of a plain or a live value; `undefined` when there are others, or fewer. */
function fieldsOf(value: object, plans: readonly FieldPlan[]): Fields | undefined {
  const owner = Object.getPrototypeOf(value) === Object.prototype ? (value as StructureValue).fields : value;
  if (Reflect.ownKeys(owner).length !== plans.length) return undefined;
  const fields = Object.create(null) as Record<string, unknown>;
  for (const { name } of plans) {
    if (!Object.hasOwn(owner, name)) return undefined;
    fields[name] = ownData(owner, name);
  }
  return fields;
}

function prototypeAt(path: readonly string[], library: unknown, type: string): object {
  const found = path.reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>> | undefined)?.[name], library);
  const prototype: unknown = typeof found === 'function' ? (found as { readonly prototype?: unknown }).prototype : undefined;
  if (typeof prototype === 'object' && prototype !== null) return prototype;
  throw new SyftError('UNSUPPORTED', `cannot revive ${type}: the library has no such class`);
}

/** An instance without its constructor: the class's prototype, and the fields as its own. */
function instanceOf(prototype: object, plans: readonly FieldPlan[], values: readonly unknown[]): object {
  const instance = Object.create(prototype) as object;
  plans.forEach(({ name }, index) => {
    Object.defineProperty(instance, name, { value: values[index], enumerable: true, configurable: true, writable: true });
  });
  return instance;
}
