import { formatType, isPath, parseType, type TypeAliases, type TypeRef } from '@syft-libs/ast';

const MARK = '$alias.';

/** The text of a type with every part that an alias stands for by that alias's name. */
export class AliasFolder {
  readonly #names: ReadonlyMap<string, string>;

  constructor(aliases: TypeAliases) {
    this.#names = new Map(Object.entries(aliases).map(([name, text]) => [formatType(parseType(text, aliases)), name]));
  }

  format(type: TypeRef): string {
    return formatType(this.#fold(type)).replaceAll(MARK, '');
  }

  #fold(type: TypeRef): TypeRef {
    const name = this.#names.get(formatType(type));
    if (name !== undefined && isPath(name)) return { kind: 'ref', id: MARK + name };
    switch (type.kind) {
      case 'list':
      case 'set':
      case 'dict':
        return { ...type, of: this.#fold(type.of) };
      case 'map':
        return { ...type, key: this.#fold(type.key), of: this.#fold(type.of) };
      case 'tuple':
        return { ...type, items: type.items.map((item) => this.#fold(item)) };
      case 'union':
        return { ...type, of: type.of.map((item) => this.#fold(item)) };
      case 'record':
        return { ...type, fields: type.fields.map((field) => ({ ...field, type: this.#fold(field.type) })) };
      default:
        return type;
    }
  }
}
