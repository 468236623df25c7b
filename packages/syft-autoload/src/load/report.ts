/**
 * `loaded`: `clinic.lib(…)` knows it. `queued`: on its way. `skipped`: there, and not needed. `refused`: it would not fit what the
 * program has loaded. `failed`: it was to be loaded, and could not be.
 */
export type SupportState = 'loaded' | 'queued' | 'skipped' | 'refused' | 'failed';

/** What became of one support package. */
export interface SupportReport {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
  /** Its libraries, each with the versions that it is for. */
  readonly libraries: Readonly<Record<string, string>>;
  readonly state: SupportState;
  /** Why, in a sentence. */
  readonly reason: string;
  /** What to do about it; nothing where all is well. */
  readonly todo?: string;
}

export interface AutoloadReport {
  /** False where this engine has no hooks that work, so that nothing is loaded by itself. */
  readonly active: boolean;
  /** In the order in which they were found. */
  readonly supports: readonly SupportReport[];
  /** What concerns no single package. */
  readonly notes: readonly string[];
}

/** A report as lines for people. What packages say of themselves moves no cursor, and makes no line. */
export function formatReport({ supports, notes }: AutoloadReport): readonly string[] {
  const lines = supports.flatMap(({ name, version, state, reason, todo }) => [
    `${state.padEnd(8)}${name} ${version}: ${reason}`,
    ...(todo === undefined ? [] : [`        to do: ${todo}`]),
  ]);
  const none = supports.length === 0 ? ['no support package was found among the dependencies that were looked at'] : [];
  return [...lines, ...none, ...notes.map((note) => `note: ${note}`)].map((line) => line.replace(/\p{C}/gu, '?'));
}
