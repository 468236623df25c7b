import { SyftError } from '../errors.ts';
import { boundOfValue } from '../support/bounds.ts';
import type { Codec, Decoder, Encoder } from './codec.ts';
import { CodecRegistry } from './codec-registry.ts';
import { type MemoryWalk, nested, ownParts, reviveNested, weighValue } from './field-walk.ts';
import { exportedForm, fieldsIn, type Importer, type InstanceForm, ownFieldsForm } from './instance-form.ts';
import { scanFields } from './scan-fields.ts';
import {
  decodeField,
  encodeField,
  type FieldPlan,
  type Fields,
  objectionTo,
  objectionToSizes,
  planFields,
  type StructureField,
  type StructureLength,
  type StructureSizes,
  schemaOf,
} from './structure-fields.ts';
import { classNames, isStructureValue, type StructureValue } from './structure-value.ts';

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
  /** Held to what an instance holds. */
  readonly sizes?: StructureSizes;
  /** For a class that keeps what it holds to itself: its one field is what the method of that name tells, and this takes it back. */
  readonly importer?: Importer;
  /** Where the class stands below the library's module. */
  readonly class: readonly string[];
  /** The class's own name, where that is not the last of those segments. */
  readonly className?: string;
  /** The class has no name, or shares name and fields with others: instances are told by the class that was loaded, and by nothing else. */
  readonly byClass?: true;
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
 * The codec of a class whose instances are their own data fields, or what one method tells of them. A live value is recognised by the name of its class and
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
  readonly #form: InstanceForm;
  /** Of the library as it was loaded here. */
  readonly #prototypes = new WeakSet<object>();
  #known: CodecRegistry | undefined;

  constructor(options: StructureOptions) {
    this.tag = options.tag;
    this.type = options.type;
    this.schema = schemaOf(options.fields);
    this.#options = options;
    this.#className = options.className ?? (options.class.at(-1) as string);
    this.#plans = planFields(options.fields);
    const { importer } = options;
    this.#form = importer === undefined ? ownFieldsForm(this.#plans) : exportedForm(this.#plans[0] as FieldPlan, importer);
  }

  detect(value: unknown): value is StructureValue | object {
    return this.#codecFor(value) !== undefined;
  }

  narrow(value: unknown): string {
    return this.#codecFor(value)?.tag ?? this.tag;
  }

  bind(library: unknown): void {
    if (this.#options.byClass === true) this.#prototypes.add(prototypeAt(this.#options.class, library, this.type));
  }

  encode(value: StructureValue | object, encoder: Encoder): Uint8Array {
    const own = this.#codecFor(value) === this ? this.#fieldsOf(value) : undefined;
    this.#check('BAD_ARGUMENT', 'encode', own);
    const message: Record<string, Uint8Array> = {};
    for (const plan of this.#plans) {
      if (Object.hasOwn(own as Fields, plan.name)) message[plan.as] = encodeField((own as Fields)[plan.name], plan, encoder);
    }
    return this.#options.message.encode(message).finish();
  }

  decode(body: Uint8Array, decoder: Decoder): StructureValue {
    const { type } = this;
    const count = scanFields(body, this.#plans.length + 1);
    const read = this.#options.message.decode(body) as Readonly<Record<string, Uint8Array>>;
    const isThere = ({ as }: FieldPlan) => read[as] !== undefined && read[as].length > 0;
    const present = this.#plans.filter(isThere);
    if (this.#plans.some((plan) => !plan.isOptional && !isThere(plan))) {
      throw new SyftError('PROTOCOL', `cannot read ${type}: a field is missing`);
    }
    // As many as there are, and each of them present: then none is unknown, and none stands twice.
    if (count !== present.length) throw new SyftError('PROTOCOL', `cannot read ${type}: it has other fields`);
    const own = Object.create(null) as Record<string, unknown>;
    for (const plan of present) own[plan.name] = decodeField(read[plan.as] as Uint8Array, plan, decoder);
    // Without its elements, a list tells no length.
    if (!decoder.dry) this.#check('PROTOCOL', 'read', own);
    return Object.freeze({ type, fields: Object.freeze(own) });
  }

  weigh(value: StructureValue | object): number {
    const other = this.#subclassOf(value);
    if (other !== undefined) return other.weigh(value);
    const own = Object.values(this.#fieldsOf(value) ?? {});
    const weighed = () => own.reduce<number>((sum, item) => sum + FIELD_BYTES + weighValue(item, this.#registry), 0);
    return OBJECT_BYTES + nested(weighed);
  }

  revive(value: unknown, library: unknown): object {
    const other = this.#subclassOf(value);
    if (other?.revive !== undefined) return other.revive(value, library) as object;
    const prototype = prototypeAt(this.#options.class, library, this.type);
    if (Object.getPrototypeOf(value) === prototype) return value as object;
    const own = this.detect(value) ? this.#fieldsOf(value) : undefined;
    this.#check('BAD_ARGUMENT', 'revive', own);
    const live = Object.create(null) as Record<string, unknown>;
    nested(() => {
      for (const { name, packed } of this.#presentIn(own as Fields)) {
        const item = (own as Fields)[name];
        live[name] = packed === undefined ? reviveNested(item, this.#registry, library) : item;
      }
    });
    return this.#form.make(live, prototype, library);
  }

  isolate(live: object, shared: (buffer: ArrayBufferLike) => boolean, library: unknown): object {
    const other = this.#subclassOf(live);
    if (other?.isolate !== undefined) return other.isolate(live, shared, library) as object;
    const own = this.#fieldsOf(live);
    this.#check('BAD_DATA', 'isolate', own);
    const walk: MemoryWalk = { registry: this.#registry, library, shared, buffers: 0 };
    const names = this.#presentIn(own as Fields).map(({ name }) => name);
    const parts = ownParts(
      names.map((name) => (own as Fields)[name]),
      walk,
    );
    // What an instance keeps to itself may be shared, whatever its method shows.
    if (parts === undefined && this.#options.importer === undefined) return live;
    const fields = parts === undefined ? (own as Fields) : Object.fromEntries(names.map((name, index) => [name, parts[index]]));
    return this.#form.make(fields, Object.getPrototypeOf(live) as object, library);
  }

  #fieldsOf(value: object): Fields | undefined {
    const isPlain = Object.getPrototypeOf(value) === Object.prototype;
    return isPlain ? fieldsIn((value as StructureValue).fields, this.#plans) : this.#form.read(value);
  }

  #presentIn(own: Fields): readonly FieldPlan[] {
    return this.#plans.filter(({ name }) => Object.hasOwn(own, name));
  }

  /** Throws `code` for fields that are none of this class. */
  #check(code: 'PROTOCOL' | 'BAD_ARGUMENT' | 'BAD_DATA', verb: string, own: Fields | undefined): void {
    const objection = own === undefined ? 'it is none' : this.#objectionTo(own);
    if (objection !== undefined) throw new SyftError(code, `cannot ${verb} ${this.type}: ${objection}`);
  }

  #objectionTo(own: Fields): string | undefined {
    const { lengths = [], sizes } = this.#options;
    const objection = objectionTo(own, this.#plans, { lengths, registry: this.#registry });
    if (objection !== undefined || sizes === undefined) return objection;
    return objectionToSizes(
      own,
      sizes,
      nested(() => this.#roomIn(Object.values(own))),
    );
  }

  /** Places for elements in values, plain or live: a list of empty lists has as many as it is long. */
  #roomIn(values: readonly unknown[]): number {
    let room = 0;
    for (const value of values) {
      if (typeof value !== 'object' || value === null) continue;
      const codec = Array.isArray(value) ? undefined : this.#registry.find(value);
      if (Array.isArray(value)) room += Math.max(value.length, this.#roomIn(value));
      else if (codec instanceof StructureCodec) room += nested(() => codec.#roomIn(Object.values(codec.#fieldsOf(value) ?? {})));
      else room += boundOfValue(value).elements;
    }
    return room;
  }

  get #registry(): CodecRegistry {
    this.#known ??= new CodecRegistry(this.#options.types?.() ?? [this as Codec]);
    return this.#known;
  }

  /** The codec of a value's own class: this one, or a subclass's. */
  #codecFor(value: unknown): Codec | undefined {
    if (isStructureValue(value, this.type)) return this as Codec;
    if (typeof value !== 'object' || value === null || !this.#form.mayBe(value)) return undefined;
    if (this.#options.byClass === true) return this.#isOfLoaded(value) ? (this as Codec) : undefined;
    const names = classNames(value);
    if (names[0] === this.#className) return this.#form.holds(value) ? (this as Codec) : undefined;
    if (!names.includes(this.#className)) return undefined;
    return this.#options.types?.().find((other) => isOfClass(other, names[0]) && other.detect(value));
  }

  #isOfLoaded(value: object): boolean {
    const prototype = Object.getPrototypeOf(value) as object | null;
    return prototype !== null && this.#prototypes.has(prototype) && this.#form.holds(value);
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

function prototypeAt(path: readonly string[], library: unknown, type: string): object {
  const found = path.reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>> | undefined)?.[name], library);
  const prototype: unknown = typeof found === 'function' ? (found as { readonly prototype?: unknown }).prototype : undefined;
  if (typeof prototype === 'object' && prototype !== null) return prototype;
  throw new SyftError('UNSUPPORTED', `cannot revive ${type}: the library has no such class`);
}
