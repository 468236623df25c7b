/** What a crawl has found out of classes, and of those that keep what they hold to themselves, by type. Each process knows what was known when it started. */
export interface Insights {
  /** Methods through which instances are seen wherever a value is looked at. */
  readonly lenses: Record<string, string>;
  /** How instances are taken apart and made again. */
  readonly pairs: Record<string, PairParts>;
  /** Fields of instances that travel by them. An instance with others is of no known type. */
  readonly fields: Record<string, readonly KnownField[]>;
}

export interface KnownField {
  readonly name: string;
  /** What it may hold, at a glance: a word of `typeof`, `null` or `list`. */
  readonly kinds: readonly string[];
  readonly isOptional: boolean;
}

/** A method that tells all that an instance holds, and what makes an instance of that. */
export interface PairParts {
  readonly exporter: string;
  readonly importer: string;
  readonly how: 'call' | 'construct';
}

export function noInsights(): Insights {
  return { lenses: {}, pairs: {}, fields: {} };
}
