// The types of a manifest as TypeScript: values as they are, what may stand for them as an argument, and pointers to them.
import { type ManifestLibrary, type ManifestType, parseType, type TypeRef, unionOf } from '@syft-libs/ast';
import { quote } from './generated-text.ts';
import { KeptAliases } from './kept-aliases.ts';

const CORE_TYPES: Readonly<Record<string, string>> = { 'ast.Column': 'Column', 'ast.TypedArray': 'TypedArray' };

/** The core's declarations for what methods of primitive values hang on. */
const PRIMITIVE_MEMBERS: Readonly<Record<string, string>> = {
  'js.Number': 'NumberMembers',
  'js.String': 'StringMembers',
  'js.Boolean': 'BooleanMembers',
  'js.BigInt': 'BigIntMembers',
};

const PRIMITIVE_POINTERS: Readonly<Record<string, string>> = {
  number: 'NumberPointer',
  string: 'StringPointer',
  boolean: 'BooleanPointer',
  bigint: 'BigIntPointer',
};

/** Prints the types of one library and notes which names of the core they need. Throws on a type that another library owns. */
export class TypePrinter {
  readonly #library: ManifestLibrary;
  readonly #kept: KeptAliases;
  readonly #own: ReadonlyMap<string, ManifestType>;
  readonly #used = new Set<string>();

  constructor(library: ManifestLibrary) {
    this.#library = library;
    this.#kept = new KeptAliases(library.aliases);
    this.#own = new Map(library.types.filter(({ id }) => !(id in PRIMITIVE_MEMBERS)).map((type) => [type.id, type]));
  }

  /** The core's names that were printed so far, in order. */
  get imports(): readonly string[] {
    return [...this.#used].sort();
  }

  /** The types that get an interface of their own. */
  get ownTypes(): readonly ManifestType[] {
    return [...this.#own.values()];
  }

  /** Aliases that name more than one of the library's own types. */
  get aliases(): readonly string[] {
    return Object.keys(this.#library.aliases).filter((name) => this.#ownAlias(name) === undefined);
  }

  /** A name of the core, noted as needed. */
  core(name: string): string {
    this.#used.add(name);
    return name;
  }

  /** The type with aliases replaced. */
  resolve(text: string): TypeRef {
    return parseType(text, this.#library.aliases);
  }

  /** A value of the type. */
  value(text: string): string {
    return this.#print(this.#parse(text));
  }

  /** What stands for the type as an argument, before pointers come in: `accepts` included. Aliases are declared so. */
  accepted(text: string): string {
    return this.#print(this.#widen(this.#parse(text)));
  }

  /** What may be handed over for a parameter; records may hold pointers in their fields too. */
  argument(text: string, wrapper: 'Arg' | 'PublicArg'): string {
    this.core(wrapper);
    const nested = this.#records(text).map(({ fields }) => {
      const list = fields.map(
        ({ name, optional, type }) => `readonly ${name}${optional ? '?' : ''}: ${wrapper}<${this.#print(this.#widen(type))}>`,
      );
      return ` | { ${list.join('; ')} }`;
    });
    return `${wrapper}<${this.accepted(text)}>${nested.join('')}`;
  }

  /** True for a type that a record may be of. */
  hasRecord(text: string): boolean {
    return this.#records(text).length > 0;
  }

  /** The pointer class of a result; `readable` is a type. */
  pointer(text: string, readable: string): string {
    const type = this.resolve(text);
    const members = type.kind === 'union' ? type.of : [type];
    const names = new Set(members.map((member) => PRIMITIVE_POINTERS[primitiveOf(member)]));
    const [only] = names;
    if (names.size === 1 && only !== undefined) return `${this.core(only)}<${readable}>`;
    if (type.kind === 'union') return `${this.core('UnionPointer')}<${this.value(text)}, ${readable}>`;
    if (type.kind === 'list') return `${this.core('ListPointer')}<${this.#print(type.of)}, ${readable}>`;
    if (type.kind === 'ref' && type.id === 'ast.Column') return `${this.core('ColumnPointer')}<${readable}>`;
    if (type.kind === 'ref' && this.#own.has(type.id)) return `${nameOfType(type.id)}Pointer<${readable}>`;
    return `${this.core('Pointer')}<${this.#print(type)}, ${readable}>`;
  }

  #records(text: string): readonly Extract<TypeRef, { kind: 'record' }>[] {
    const type = this.resolve(text);
    return (type.kind === 'union' ? type.of : [type]).filter((member) => member.kind === 'record');
  }

  #parse(text: string): TypeRef {
    return parseType(text, this.#kept.table);
  }

  /** The library's own type that an alias is another name of. */
  #ownAlias(name: string): string | undefined {
    const type = this.resolve(name);
    return type.kind === 'ref' && this.#own.has(type.id) ? type.id : undefined;
  }

  /** The type with every place for one of the library's own types open to what that accepts. */
  #widen(type: TypeRef): TypeRef {
    switch (type.kind) {
      case 'ref': {
        const accepts = this.#own.get(this.#ownId(type.id) ?? '')?.accepts ?? [];
        return unionOf([type, ...accepts.map((text) => parseType(text))]);
      }
      case 'union':
        return unionOf(type.of.map((member) => this.#widen(member)));
      case 'list':
        return { ...type, of: this.#widen(type.of) };
      case 'tuple':
        return { ...type, items: type.items.map((item) => this.#widen(item)) };
      default:
        return type;
    }
  }

  #print(type: TypeRef): string {
    const inner = (part: TypeRef) => this.#print(part);
    switch (type.kind) {
      case 'prim':
        return type.name === 'Bytes' ? 'ArrayBufferLike' : type.name;
      case 'literal':
        return typeof type.value === 'string' ? quote(type.value) : Number.isFinite(Number(type.value)) ? String(type.value) : 'number';
      case 'ref':
        return this.#reference(type.id);
      case 'list':
        return type.of.kind === 'union' ? `readonly (${inner(type.of)})[]` : `readonly ${arrayItem(inner(type.of))}[]`;
      case 'tuple':
        return `readonly [${type.items.map(inner).join(', ')}]`;
      case 'record':
        return `{ ${type.fields.map(({ name, optional, type: of }) => `readonly ${name}${optional ? '?' : ''}: ${inner(of)}`).join('; ')} }`;
      case 'dict':
        return `Readonly<Record<string, ${inner(type.of)}>>`;
      case 'map':
        return `ReadonlyMap<${inner(type.key)}, ${inner(type.of)}>`;
      case 'set':
        return `ReadonlySet<${inner(type.of)}>`;
      case 'union':
        return type.of.map(inner).join(' | ');
      default:
        throw new Error(`cannot emit ${this.#library.root}: a ${type.kind} has no declaration`);
    }
  }

  /** The library's own type behind a reference, be it an alias or not. */
  #ownId(id: string): string | undefined {
    const alias = this.#kept.aliasOf(id);
    return alias === undefined ? (this.#own.has(id) ? id : undefined) : this.#ownAlias(alias);
  }

  #reference(id: string): string {
    const own = this.#ownId(id);
    if (own !== undefined) return nameOfType(own);
    const alias = this.#kept.aliasOf(id);
    if (alias !== undefined) return alias;
    const core = CORE_TYPES[id];
    if (core === undefined) throw new Error(`cannot emit ${this.#library.root}: no declaration of ${id}`);
    return this.core(core);
  }
}

/** `NdArray` of `numjs.NdArray`. */
export function nameOfType(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

/** The core's interface that a primitive receiver's members go to, or `undefined`. */
export function primitiveMembers(id: string): string | undefined {
  return PRIMITIVE_MEMBERS[id];
}

function primitiveOf(type: TypeRef): string {
  return type.kind === 'prim' ? type.name : type.kind === 'literal' ? typeof type.value : type.kind;
}

/** `readonly number[]` and unions need parentheses before `[]`. */
function arrayItem(text: string): string {
  return text.startsWith('readonly ') || text.includes(' | ') ? `(${text})` : text;
}
