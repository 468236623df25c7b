import { isUninformative, membersOf, type ValueKind, valueKind } from './exported-value.ts';
import type { OracleModule, OracleSymbol, OracleType } from './type-oracle.ts';

/** A value that some entry point offers. */
export interface FoundExport {
  readonly path: string;
  readonly symbol: OracleSymbol;
  readonly kind: ValueKind;
  readonly subpaths: readonly string[];
  /** The path under which the same object is described. */
  readonly aliasOf: string | null;
}

interface Candidate {
  readonly path: string;
  symbol: OracleSymbol;
  readonly subpaths: Set<string>;
}

interface Container {
  readonly path: string;
  readonly subpath: string;
  readonly members: readonly OracleSymbol[];
}

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Collects the exports of all entry points under their paths, namespaces below the paths of their own. */
export class ExportWalk {
  readonly #candidates = new Map<string, Candidate>();
  /** Where each namespace was walked; meeting it again makes an alias, so that a cycle ends. */
  readonly #walked = new Map<object, string>();
  /** Values of one type have the same members: those of the first are described. */
  readonly #walkedTypes = new Set<OracleType>();
  #level: Container[] = [];

  addModule(path: string, subpath: string, module: OracleModule): void {
    this.#note(module.identity, path);
    if (module.self !== null) this.#offer(`${path}.default`, subpath, module.self);
    const standard = module.exports.find(({ name }) => name === 'default');
    // Known before any member is looked at, so that a member that is the whole module is an alias of it.
    if (standard !== undefined && valueKind(standard) === 'namespace') this.#note(standard.identity, path);
    this.#level.push({ path, subpath, members: module.exports });
  }

  /** What was found, aliases pointed to the path that carries their own name, else to the shortest. Sorted by path. */
  finish(): readonly FoundExport[] {
    while (this.#level.length > 0) {
      const level = this.#level;
      this.#level = [];
      for (const container of level) this.#addMembers(container);
    }
    const candidates = [...this.#candidates.values()];
    const first = canonicalPaths(candidates, this.#walked);
    return candidates
      .map((candidate): FoundExport => {
        const canonical = first.get(candidate.symbol.identity) ?? candidate.path;
        const aliasOf = canonical === candidate.path ? null : canonical;
        return {
          path: candidate.path,
          symbol: candidate.symbol,
          kind: valueKind(candidate.symbol),
          subpaths: [...candidate.subpaths],
          aliasOf,
        };
      })
      .sort((left, right) => (left.path < right.path ? -1 : 1));
  }

  #addMembers({ path, subpath, members }: Container): void {
    const values = members.filter((symbol) => symbol.is !== 'type' && symbol.name !== '__esModule' && symbol.type.shape.kind !== 'symbol');
    for (const symbol of values.filter(({ name }) => name !== 'default')) this.#offer(`${path}.${symbol.name}`, subpath, symbol);
    const standard = values.find(({ name }) => name === 'default');
    if (standard === undefined) return;
    const kind = valueKind(standard);
    // A default export that groups the library's members is the module once more.
    if (kind === 'namespace') {
      this.#addMembers({ path, subpath, members: membersOf(standard, kind).filter(({ name }) => name !== 'default') });
    } else if (!isUninformative(standard)) this.#offer(`${path}.default`, subpath, standard);
  }

  #note(identity: object, path: string): void {
    if (!this.#walked.has(identity)) this.#walked.set(identity, path);
  }

  /** The first to say something under a path is heard; the other kind of module adds only what it lacks. */
  #offer(path: string, subpath: string, symbol: OracleSymbol): void {
    const isReachable = path.endsWith('.default') || (IDENTIFIER.test(symbol.name) && symbol.name !== 'constructor');
    if (!isReachable) return;
    const known = this.#candidates.get(path);
    if (known === undefined) this.#candidates.set(path, { path, symbol, subpaths: new Set([subpath]) });
    else {
      known.subpaths.add(subpath);
      if (!isUninformative(known.symbol) || isUninformative(symbol)) return;
      known.symbol = symbol;
    }
    this.#descend(path, subpath, symbol);
  }

  #descend(path: string, subpath: string, symbol: OracleSymbol): void {
    const kind = valueKind(symbol);
    // A named class has its statics below it, one that is the module has them beside it.
    if (kind === 'constant' || (kind === 'class' && !path.endsWith('.default')) || this.#walked.has(symbol.identity)) return;
    if (symbol.is === 'value' && this.#walkedTypes.has(symbol.type)) return;
    this.#walkedTypes.add(symbol.type);
    const members = membersOf(symbol, kind);
    if (kind === 'namespace' || (kind === 'function' && members.length > 0)) this.#walked.set(symbol.identity, path);
    // What belongs to a function or a class that is the module is the module's own.
    const below = path.endsWith('.default') ? path.slice(0, -'.default'.length) : path;
    if (members.length > 0) this.#level.push({ path: below, subpath, members });
  }
}

/** For each thing that has several paths, the one that describes it. */
function canonicalPaths(candidates: readonly Candidate[], walked: ReadonlyMap<object, string>): ReadonlyMap<object, string> {
  const best = new Map<object, Candidate>();
  for (const candidate of candidates) {
    const known = best.get(candidate.symbol.identity);
    if (known === undefined || rank(candidate) < rank(known)) best.set(candidate.symbol.identity, candidate);
  }
  return new Map([...[...best].map(([identity, { path }]) => [identity, path] as const), ...walked]);
}

/** Few segments before many, then the thing's own name before another; what comes first wins otherwise. */
function rank({ path, symbol }: Candidate): number {
  const segments = path.split('.');
  return segments.length * 2 + (segments.at(-1) === symbol.declaredName ? 0 : 1);
}
