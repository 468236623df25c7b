import { rootOf } from '../entry-points.ts';
import type { OracleSymbol, OracleType } from './type-oracle.ts';
import type { Place } from './type-reader.ts';

/** A class or an interface that some signature names. */
export interface KnownType {
  readonly id: string;
  readonly symbol: OracleSymbol;
  /** Its instances. */
  readonly type: OracleType;
  readonly exportedAs: string | null;
  reached: Place;
}

/** Gives each named type one id, and remembers which were reached, so that their members can be walked next. */
export class TypeRegistry {
  readonly #known = new Map<object, KnownType>();
  readonly #ids = new Map<string, KnownType>();
  readonly #waiting: KnownType[] = [];

  /** An exported class goes by its path. */
  claim(path: string, symbol: OracleSymbol, type: OracleType): void {
    this.#add({ id: path, symbol, type, exportedAs: path, reached: 'result' });
  }

  /** The id for a type that a signature names: `root.Name`, the root being that of the package that declares it. */
  readonly idOf = (symbol: OracleSymbol, type: OracleType, place: Place): string | null => {
    const known = this.#known.get(symbol.identity);
    if (known !== undefined) {
      if (place === 'result' && known.reached === 'parameter') {
        known.reached = 'result';
        this.#waiting.push(known);
      }
      return known.id;
    }
    const name = ownId(symbol);
    if (name === null) return null;
    const id = this.#idFor(name, symbol.instance ?? type);
    const added = { id, symbol, type: symbol.instance ?? type, exportedAs: null, reached: place };
    this.#add(added);
    return id;
  };

  /** The next type whose instances can be had and that was not walked yet. */
  next(): KnownType | undefined {
    return this.#waiting.shift();
  }

  /** All types, sorted by id. */
  all(): readonly KnownType[] {
    return [...this.#ids.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
  }

  /** Two internal types of one name are told apart by a number, unless one is a copy of the other. */
  #idFor(name: string, type: OracleType): string {
    for (let count = 1; ; count++) {
      const id = count === 1 ? name : `${name}${count}`;
      const taken = this.#ids.get(id);
      if (taken === undefined || isCopy(taken.type, type)) return id;
    }
  }

  #add(type: KnownType): void {
    if (this.#known.has(type.symbol.identity)) return;
    const twin = this.#ids.get(type.id);
    this.#known.set(type.symbol.identity, twin ?? type);
    if (twin !== undefined) return;
    this.#ids.set(type.id, type);
    if (type.reached === 'result') this.#waiting.push(type);
  }
}

/** Packages that serve both kinds of modules declare all they have twice: the copies have the same members. */
function isCopy(left: OracleType, right: OracleType): boolean {
  const names = (type: OracleType) => type.properties.map(({ name }) => name).sort();
  return names(left).join() === names(right).join();
}

function ownId(symbol: OracleSymbol): string | null {
  const isNamed =
    /^[A-Za-z_$][\w$]*$/.test(symbol.declaredName) && symbol.declaredName !== 'default' && !symbol.declaredName.startsWith('__');
  return isNamed && symbol.origin !== null ? `${rootOf(symbol.origin)}.${symbol.declaredName}` : null;
}
