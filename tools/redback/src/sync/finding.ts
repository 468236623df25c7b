/** One way in which a support package is not what `sync` makes today. */
export interface Finding {
  /** Relative to the support package's folder. */
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** What mends it. */
  readonly fix: string;
}

/** The finding as two lines of text, the file below `folder`. */
export function findingText({ file, line, text, fix }: Finding, folder: string): string {
  const path = folder === '' ? file : `${folder}/${file}`;
  return `${path}:${line}: ${text}\n    ${fix}`;
}

/** The number of the first line, from 1, in which two texts differ; `undefined` where they are equal. */
export function firstDifference(old: string, fresh: string): number | undefined {
  if (old === fresh) return undefined;
  const [before, after] = [old.split('\n'), fresh.split('\n')];
  const index = before.findIndex((line, at) => line !== after[at]);
  return (index === -1 ? before.length : index) + 1;
}

/** The number of the first line that holds one of the texts, which are tried in order; 1 where none does. */
export function lineOf(text: string, ...sought: readonly string[]): number {
  const lines = text.split('\n');
  for (const one of sought) {
    const index = lines.findIndex((line) => line.includes(one));
    if (index >= 0) return index + 1;
  }
  return 1;
}
