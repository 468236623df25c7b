// The types of a manifest as TypeScript: values as they are, what may stand for them as an argument, and pointers to them.
import {
  everyPart,
  formatType,
  isNumberList,
  type Manifest,
  type ManifestLibrary,
  type ManifestType,
  parseType,
  type TypeRef,
  TypeTable,
  unionOf,
} from '@syft-libs/ast';
import { fieldName, quote } from './generated-text.ts';
import type { InterfaceNames } from './interface-names.ts';
import { KeptAliases } from './kept-aliases.ts';

const CORE_TYPES: Readonly<Record<string, string>> = {
  'ast.Column': 'Column',
  'ast.TypedArray': 'TypedArray',
  'ast.NumberList': 'NumberList',
};

/** Stands for `number[]` as an argument; the core declares what it takes. */
const NUMBER_LIST: TypeRef = { kind: 'ref', id: 'ast.NumberList' };

/** The core's declarations for the members of its own types, by what `membersOf` says. */
const MEMBERS: Readonly<Record<string, string>> = {
  number: 'NumberMembers',
  string: 'StringMembers',
  boolean: 'BooleanMembers',
  bigint: 'BigIntMembers',
  Date: 'DateMembers',
  'ast.Column': 'ColumnMembers',
  'ast.TypedArray': 'TypedArrayMembers',
  'number[]': 'NumberListMembers',
  'string[]': 'StringListMembers',
  'boolean[]': 'BooleanListMembers',
  'bigint[]': 'BigIntListMembers',
  'number[][]': 'NumberRowsMembers',
  'Set<number>': 'NumberSetMembers',
  'Set<string>': 'StringSetMembers',
  'Map<string, number>': 'NumberMapMembers',
  'Map<string, string>': 'StringMapMembers',
};

const PRIMITIVE_POINTERS: Readonly<Record<string, string>> = {
  number: 'NumberPointer',
  string: 'StringPointer',
  boolean: 'BooleanPointer',
  bigint: 'BigIntPointer',
  Date: 'DatePointer',
};

/** Prints the types of one library and notes which names of the core they need. Throws on a type that no library of the manifest owns. */
export class TypePrinter {
  readonly #library: ManifestLibrary;
  readonly #names: InterfaceNames;
  readonly #kept: KeptAliases;
  /** Types of all libraries of the manifest. */
  readonly #own: ReadonlyMap<string, ManifestType>;
  readonly #table = new TypeTable();
  readonly #used = new Set<string>();

  constructor(library: ManifestLibrary, { libraries }: Manifest, names: InterfaceNames) {
    this.#library = library;
    this.#names = names;
    this.#kept = new KeptAliases(library.aliases);
    const types = libraries.flatMap((each) => each.types);
    this.#own = new Map(types.filter(({ membersOf }) => membersOf === null).map((type) => [type.id, type]));
    this.#table.add(types);
  }

  /** The core's names that were printed so far, in order. */
  get imports(): readonly string[] {
    return [...this.#used].sort();
  }

  /** The types that get an interface of their own. */
  get ownTypes(): readonly ManifestType[] {
    return this.#library.types.filter(({ id }) => this.#own.has(id));
  }

  /** All names of interfaces and aliases that the library declares. */
  get declared(): readonly string[] {
    const types = this.ownTypes.map(({ id }) => this.nameOf(id));
    return [...this.aliases.map((name) => this.aliasName(name)), ...types, ...types.map((name) => `${name}Pointer`)];
  }

  /** The types that a type extends, the nearest first. */
  basesOf(id: string): readonly string[] {
    return this.#table.bases(id);
  }

  /** The interface of a type. */
  nameOf(id: string): string {
    return this.#names.ofType(id);
  }

  /** An alias as it is declared. */
  aliasName(name: string): string {
    return this.#names.ofAlias(this.#library.root, name);
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

  /** A value that comes back. An alias is declared as what arguments take: where that is more, it does not stand for a result. */
  result(text: string): string {
    const kept = this.#parse(text);
    const isExact = everyPart(kept, (part) => part.kind !== 'ref' || !this.#isWider(this.#kept.aliasOf(part.id)));
    return this.#print(isExact ? kept : this.resolve(text));
  }

  #isWider(alias: string | undefined): boolean {
    if (alias === undefined || this.#ownAlias(alias) !== undefined) return false;
    const exact = this.resolve(alias);
    return formatType(this.#widen(exact)) !== formatType(exact);
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
        ({ name, optional, type }) => `readonly ${fieldName(name)}${optional ? '?' : ''}: ${wrapper}<${this.#print(this.#widen(type))}>`,
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
    if (type.kind === 'union') return `${this.core('UnionPointer')}<${this.result(text)}, ${readable}>`;
    if (type.kind === 'list') return `${this.core('ListPointer')}<${this.#print(type.of)}, ${readable}>`;
    if (type.kind === 'tuple') return `${this.core('PrimitivePointer')}<${this.#print(type)}, ${readable}>`;
    if (type.kind === 'set') return `${this.core('SetPointer')}<${this.#print(type.of)}, ${readable}>`;
    if (type.kind === 'map') return `${this.core('MapPointer')}<${this.#print(type.key)}, ${this.#print(type.of)}, ${readable}>`;
    if (type.kind === 'prim' && type.name.endsWith('Array')) return `${this.core('TypedArrayPointer')}<${type.name}, ${readable}>`;
    if (type.kind === 'ref' && type.id === 'ast.Column') return `${this.core('ColumnPointer')}<${readable}>`;
    if (type.kind === 'ref' && this.#own.has(type.id)) return `${this.nameOf(type.id)}Pointer<${readable}>`;
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

  /** The type with every place for a list of numbers, or for one of the library's own types, open to what stands for it. */
  #widen(type: TypeRef): TypeRef {
    switch (type.kind) {
      case 'ref': {
        const own = this.#ownId(type.id);
        const accepts = own === undefined ? [] : this.#table.accepts(own);
        return unionOf([type, ...accepts.map((text) => parseType(text))]);
      }
      case 'union':
        return unionOf(type.of.map((member) => this.#widen(member)));
      case 'list':
        return isNumberList(type) ? NUMBER_LIST : { ...type, of: this.#widen(type.of) };
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
        return `{ ${type.fields.map(({ name, optional, type: of }) => `readonly ${fieldName(name)}${optional ? '?' : ''}: ${inner(of)}`).join('; ')} }`;
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
    if (own !== undefined) return this.nameOf(own);
    const alias = this.#kept.aliasOf(id);
    if (alias !== undefined) return this.aliasName(alias);
    const core = CORE_TYPES[id];
    if (core === undefined) throw new Error(`cannot emit ${this.#library.root}: no declaration of ${id}`);
    return this.core(core);
  }
}

/** The core's interface that a type's members go to; `undefined` for a type with values of its own. Throws where the core has none. */
export function memberInterface({ id, membersOf }: ManifestType): string | undefined {
  if (membersOf === null) return undefined;
  const found = MEMBERS[formatType(parseType(membersOf))];
  if (found === undefined) throw new Error(`cannot emit ${id}: the core declares no members of ${membersOf}`);
  return found;
}

function primitiveOf(type: TypeRef): string {
  return type.kind === 'prim' ? type.name : type.kind === 'literal' ? typeof type.value : type.kind;
}

/** `readonly number[]` and unions need parentheses before `[]`. */
function arrayItem(text: string): string {
  return text.startsWith('readonly ') || text.includes(' | ') ? `(${text})` : text;
}
