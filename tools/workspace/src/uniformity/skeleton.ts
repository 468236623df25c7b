/** A package.json, or a part of it. */
export type Json = Readonly<Record<string, unknown>>;

/** What every package of a kind has to look like. Paths are relative to the package. */
export interface Skeleton {
  /** The package.json, with a package's own name, version and dependencies already in it. */
  readonly packageJson: Json;
  /** Files that are the same in all of them, to the letter. */
  readonly texts: Readonly<Record<string, string>>;
  /** Files that are built alike, by a file of that shape: what it exports, and what the one call in it is given. */
  readonly shapes: Readonly<Record<string, string>>;
  /** Other files that have to be there. */
  readonly files: readonly string[];
  /** What may stand at the top of the package besides. */
  readonly mayHave: readonly string[];
  /** The README's second-level headings, in order, before any others. */
  readonly headings: readonly string[];
  /** Marks of tables that the README has to show. */
  readonly tables: readonly string[];
  /** The most hand-written source files. */
  readonly mostSources?: number;
  /** The command that writes what is not there. */
  readonly restore?: string;
}

/** One way in which a package does not look like its kind. */
export interface Deviation {
  /** Relative to the package. */
  readonly file: string;
  readonly line: number;
  /** What deviates, as an exception names it: a file, or a file and what in it, as in `package.json#scripts.test`. */
  readonly place: string;
  readonly text: string;
  readonly fix: string;
}
