import { SyftError } from '../errors.ts';

/**
 * What a manifest says of a value. Written as text (`numjs.NdArray | number[]`), parsed by {@link parseType}.
 * `ref` names a library's own type (`numjs.NdArray`) or one of the core (`ast.Column`).
 */
export type TypeRef =
  | { readonly kind: 'prim'; readonly name: PrimitiveName }
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'ref'; readonly id: string }
  | { readonly kind: 'list'; readonly of: TypeRef }
  | { readonly kind: 'tuple'; readonly items: readonly TypeRef[] }
  | { readonly kind: 'record'; readonly fields: readonly RecordField[] }
  | { readonly kind: 'dict'; readonly of: TypeRef }
  | { readonly kind: 'map'; readonly key: TypeRef; readonly of: TypeRef }
  | { readonly kind: 'set'; readonly of: TypeRef }
  | { readonly kind: 'union'; readonly of: readonly TypeRef[] }
  | { readonly kind: 'callback' }
  | { readonly kind: 'unknown' };

export interface RecordField {
  readonly name: string;
  readonly type: TypeRef;
  readonly optional: boolean;
}

/** Types that the core knows by a bare name. `Bytes` is an `ArrayBuffer`; the typed arrays go by their own names. */
export const PRIMITIVE_NAMES = [
  'null',
  'undefined',
  'boolean',
  'number',
  'bigint',
  'string',
  'Bytes',
  'Date',
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'BigInt64Array',
  'BigUint64Array',
  'Float16Array',
  'Float32Array',
  'Float64Array',
] as const;

export type PrimitiveName = (typeof PRIMITIVE_NAMES)[number];

const PRIMITIVES: ReadonlySet<string> = new Set(PRIMITIVE_NAMES);

/** Short names that a surface may use in its types, each standing for a longer type. */
export type TypeAliases = Readonly<Record<string, string>>;

const TYPE_WORDS: ReadonlySet<string> = new Set([
  ...PRIMITIVE_NAMES,
  'Record',
  'Map',
  'Set',
  'Promise',
  'unknown',
  'callback',
  'true',
  'false',
  'Infinity',
  'public',
]);

/** True for a name that means something in types already, so that no alias may take it. */
export function isTypeWord(name: string): boolean {
  return TYPE_WORDS.has(name);
}

const TOKEN = /\s*(?:([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)|("(?:[^"\\]|\\.)*")|(-?(?:\d+\.?\d*(?:e[+-]?\d+)?|Infinity))|(\S))/y;

/** A field name that stands without quotes. */
const FIELD_NAME = /^[A-Za-z_$][\w$]*$/;

/**
 * Reads a type:
 * `A | B`, `A[]`, `[A, B]`, `{ a: A, b?: B, "c d": C }`, `Record<A>`, `Map<K, V>`, `Set<A>`, `"literal"`, `1`, `true`, names, parentheses.
 * Aliases are replaced where they stand. Throws `BAD_MANIFEST` on anything else.
 */
export function parseType(text: string, aliases: TypeAliases = {}): TypeRef {
  const parser = new TypeParser(text, aliases);
  const type = parser.union();
  parser.end();
  return type;
}

/** A cursor over the text of types; {@link parseSignature} drives it too. */
export class TypeParser {
  readonly #text: string;
  readonly #aliases: TypeAliases;
  #at = 0;
  #depth = 0;

  constructor(text: string, aliases: TypeAliases) {
    this.#text = text;
    this.#aliases = aliases;
  }

  peek(): string {
    TOKEN.lastIndex = this.#at;
    return TOKEN.exec(this.#text)?.[0].trim() ?? '';
  }

  next(): string {
    const token = this.peek();
    this.#at = token === '' ? this.#text.length : TOKEN.lastIndex;
    return token;
  }

  take(token: string): boolean {
    if (this.peek() !== token) return false;
    this.next();
    return true;
  }

  expect(token: string): void {
    if (!this.take(token)) this.fail(`expected ${token}`);
  }

  end(): void {
    if (this.peek() !== '') this.fail('unexpected rest');
  }

  fail(reason: string): never {
    throw new SyftError('BAD_MANIFEST', `cannot read type ${JSON.stringify(this.#text)}: ${reason} at ${this.#at}`);
  }

  union(): TypeRef {
    if (++this.#depth > 32) this.fail('nested too deeply');
    this.take('|');
    const members = [this.#postfix()];
    while (this.take('|')) members.push(this.#postfix());
    this.#depth--;
    return unionOf(members);
  }

  #postfix(): TypeRef {
    let type = this.#primary();
    while (this.take('[')) {
      this.expect(']');
      type = { kind: 'list', of: type };
    }
    return type;
  }

  #primary(): TypeRef {
    const token = this.next();
    if (token === '(') {
      const inner = this.union();
      this.expect(')');
      return inner;
    }
    if (token === '[') return { kind: 'tuple', items: this.#listUntil(']') };
    if (token === '{') return this.#record();
    if (token.startsWith('"')) return { kind: 'literal', value: this.#string(token) };
    if (token === 'true' || token === 'false') return { kind: 'literal', value: token === 'true' };
    if (/^-?[\dI]/.test(token) && !Number.isNaN(Number(token))) return { kind: 'literal', value: Number(token) };
    if (!/^[A-Za-z_$]/.test(token)) this.fail('expected a type');
    return this.#named(token);
  }

  #string(token: string): string {
    try {
      return JSON.parse(token) as string;
    } catch {
      return this.fail('malformed string');
    }
  }

  #named(name: string): TypeRef {
    if (name === 'Record' || name === 'Set') {
      const [of] = this.#generic(1);
      return { kind: name === 'Set' ? 'set' : 'dict', of: of as TypeRef };
    }
    if (name === 'Map') {
      const [key, of] = this.#generic(2);
      return { kind: 'map', key: key as TypeRef, of: of as TypeRef };
    }
    if (name === 'unknown' || name === 'callback') return { kind: name };
    if (PRIMITIVES.has(name)) return { kind: 'prim', name: name as PrimitiveName };
    const alias = Object.hasOwn(this.#aliases, name) ? this.#aliases[name] : undefined;
    if (alias !== undefined) {
      const { [name]: _self, ...others } = this.#aliases;
      return parseType(alias, others);
    }
    if (!name.includes('.')) this.fail(`no type is named ${name}`);
    return { kind: 'ref', id: name };
  }

  #generic(count: number): readonly TypeRef[] {
    this.expect('<');
    const items = this.#listUntil('>');
    if (items.length !== count) this.fail(`expected ${count} type argument(s)`);
    return items;
  }

  #listUntil(close: string): readonly TypeRef[] {
    const items: TypeRef[] = [];
    while (!this.take(close)) {
      if (items.length > 0) this.expect(',');
      items.push(this.union());
    }
    return items;
  }

  #record(): TypeRef {
    const fields: RecordField[] = [];
    while (!this.take('}')) {
      if (fields.length > 0) this.expect(',');
      const token = this.next();
      const name = token.startsWith('"') ? this.#string(token) : token;
      if (name === token && !FIELD_NAME.test(name)) this.fail('expected a field name');
      const optional = this.take('?');
      this.expect(':');
      fields.push({ name, optional, type: this.union() });
    }
    return { kind: 'record', fields };
  }
}

/** The union of some types: flat, without repeats, in the order given; a single member stands alone. */
export function unionOf(types: readonly TypeRef[]): TypeRef {
  const members = new Map<string, TypeRef>();
  for (const type of types) {
    for (const member of type.kind === 'union' ? type.of : [type]) members.set(formatType(member), member);
  }
  const [first, ...rest] = members.values();
  if (first === undefined) return { kind: 'unknown' };
  return rest.length === 0 ? first : { kind: 'union', of: [first, ...rest] };
}

/** Whether a type, and every type in it, passes a test. */
export function everyPart(type: TypeRef, test: (part: TypeRef) => boolean): boolean {
  const every = (parts: readonly TypeRef[]): boolean => parts.every((part) => everyPart(part, test));
  if (!test(type)) return false;
  switch (type.kind) {
    case 'tuple':
      return every(type.items);
    case 'record':
      return every(type.fields.map((field) => field.type));
    case 'map':
      return every([type.key, type.of]);
    case 'union':
      return every(type.of);
    case 'list':
    case 'dict':
    case 'set':
      return everyPart(type.of, test);
    default:
      return true;
  }
}

/** The canonical text of a type; {@link parseType} reads it back to an equal type. */
export function formatType(type: TypeRef): string {
  switch (type.kind) {
    case 'prim':
      return type.name;
    case 'literal':
      return Object.is(type.value, -0) ? '-0' : typeof type.value === 'number' ? String(type.value) : JSON.stringify(type.value);
    case 'ref':
      return type.id;
    case 'list':
      return type.of.kind === 'union' ? `(${formatType(type.of)})[]` : `${formatType(type.of)}[]`;
    case 'tuple':
      return `[${type.items.map(formatType).join(', ')}]`;
    case 'record':
      return `{ ${type.fields.map(formatField).join(', ')} }`;
    case 'dict':
      return `Record<${formatType(type.of)}>`;
    case 'set':
      return `Set<${formatType(type.of)}>`;
    case 'map':
      return `Map<${formatType(type.key)}, ${formatType(type.of)}>`;
    case 'union':
      return type.of.map(formatType).join(' | ');
    case 'callback':
    case 'unknown':
      return type.kind;
  }
}

/** What is no identifier is quoted: the keys of a record that somebody uploads are any text at all. */
function formatField({ name, optional, type }: RecordField): string {
  return `${FIELD_NAME.test(name) ? name : JSON.stringify(name)}${optional ? '?' : ''}: ${formatType(type)}`;
}
