/** What a crawl has found out of classes that keep what they hold to themselves, by type. Each process knows what was known when it started. */
export interface Insights {
  /** Methods through which instances are seen wherever a value is looked at. */
  readonly lenses: Record<string, string>;
  /** How instances are taken apart and made again. */
  readonly pairs: Record<string, PairParts>;
}

/** A method that tells all that an instance holds, and what makes an instance of that. */
export interface PairParts {
  readonly exporter: string;
  readonly importer: string;
  readonly how: 'call' | 'construct';
}

export function noInsights(): Insights {
  return { lenses: {}, pairs: {} };
}
