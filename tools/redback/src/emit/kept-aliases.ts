import type { TypeAliases } from '@syft-libs/ast';

const MARK = '$alias.';

/** Lets types be parsed with their aliases still in place: each stands for a reference that no library can have. */
export class KeptAliases {
  /** What to parse with. */
  readonly table: TypeAliases;

  constructor(aliases: TypeAliases) {
    this.table = Object.fromEntries(Object.keys(aliases).map((name) => [name, MARK + name]));
  }

  /** The alias that a reference stands for, or `undefined`. */
  aliasOf(id: string): string | undefined {
    return id.startsWith(MARK) ? id.slice(MARK.length) : undefined;
  }

  /** Text of types with the aliases by their own names again. */
  restore(text: string): string {
    return text.replaceAll(MARK, '');
  }
}
