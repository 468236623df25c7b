// What a changelog says, for changesets, which loads this file: the sentences of the changesets and what a release stands on.

interface Changeset {
  readonly summary: string;
}

interface Updated {
  readonly name: string;
  readonly newVersion: string;
}

/** One change: its changeset's own words, as a list item. */
export function getReleaseLine({ summary }: Changeset): string {
  const [first = '', ...rest] = summary.trim().split('\n');
  return [`- ${first}`, ...rest.map((line) => (line.trim() === '' ? '' : `  ${line.trimEnd()}`))].join('\n');
}

/** The packages of ours that a release asks for in a newer version than the one before it; nothing when there is none. */
export function getDependencyReleaseLine(_changesets: readonly Changeset[], updated: readonly Updated[]): string {
  if (updated.length === 0) return '';
  return `- Goes with ${updated.map(({ name, newVersion }) => `\`${name}\` ${newVersion}`).join(', ')}.`;
}
