import type { LibraryDecisions, MemberDecision } from '@syft-libs/ast';
import type { SeenMember, Snapshot } from '../surface/snapshot.ts';

export interface FoundDecision {
  readonly decision: MemberDecision;
  /** The path or pattern that it stands under. */
  readonly key: string;
  readonly isPattern: boolean;
}

/** A person's words on the members of one library: a whole path goes before a pattern, a longer pattern before a shorter one. */
export class DecisionLookup {
  readonly #start: number;
  readonly #exact: ReadonlyMap<string, MemberDecision>;
  readonly #patterns: readonly { readonly key: string; readonly test: RegExp; readonly decision: MemberDecision }[];

  constructor(root: string, members: LibraryDecisions['members'] = {}) {
    this.#start = root.length + 1;
    const all = Object.entries(members);
    this.#exact = new Map(all.filter(([key]) => !key.includes('*')));
    this.#patterns = all
      .filter(([key]) => key.includes('*'))
      .map(([key, decision]) => ({ key, test: patternOf(key), decision }))
      .sort((left, right) => right.key.length - left.key.length || (left.key < right.key ? -1 : 1));
  }

  /** The decision on a full path, root first. */
  find(path: string): FoundDecision | undefined {
    const key = path.slice(this.#start);
    const exact = this.#exact.get(key);
    if (exact !== undefined) return { decision: exact, key, isPattern: false };
    const pattern = this.#patterns.find(({ test }) => test.test(key));
    return pattern && { decision: pattern.decision, key: pattern.key, isPattern: true };
  }

  /** Paths and patterns that no member goes by. */
  unused(members: readonly SeenMember[]): readonly string[] {
    const keys = members.map(({ path }) => path.slice(this.#start));
    const known = new Set(keys);
    return [
      ...[...this.#exact.keys()].filter((key) => !known.has(key)),
      ...this.#patterns.filter(({ test }) => !keys.some((key) => test.test(key))).map(({ key }) => key),
    ];
  }
}

function patternOf(key: string): RegExp {
  return new RegExp(`^${key.split('*').map(escapeText).join('.*')}$`);
}

function escapeText(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** The decisions on each library by its npm name. */
export function decisionsByName(libraries: readonly LibraryDecisions[]): ReadonlyMap<string, LibraryDecisions> {
  return new Map(libraries.map((library) => [library.name, library]));
}

/** Bounded above by the next version that may break: `>=6.15.1 <7.0.0`, `>=0.16.1 <0.17.0`. */
export function rangeOf({ library }: Snapshot, decided: LibraryDecisions | undefined): string {
  if (decided !== undefined) return decided.range;
  const [major = 0, minor = 0] = library.version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  return `>=${library.version} <${major > 0 ? `${major + 1}.0.0` : `0.${minor + 1}.0`}`;
}
