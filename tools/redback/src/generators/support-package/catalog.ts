// Text, not a parsed document, so that the comments and the order of a hand-written file stay.

/** The file of a pnpm workspace that holds the catalog. */
export const WORKSPACE_FILE = 'pnpm-workspace.yaml';

const ENTRY = /^ {2}(?:'([^']+)'|"([^"]+)"|([^\s:'"#]+)):\s*(\S+)\s*$/;

/** The version range that a catalog has for a package; `undefined` where it has none. */
export function catalogVersion(workspace: string, name: string): string | undefined {
  return readCatalog(workspace.split('\n')).entries.find((entry) => entry.name === name)?.version;
}

/** The workspace's text with one more entry in its catalog, in order of the names. An entry of that name is replaced. */
export function addToCatalog(workspace: string, name: string, version: string): string {
  const lines = workspace.split('\n');
  const { start, end, entries } = readCatalog(lines);
  const line = `  ${/^[a-z]/i.test(name) ? name : `'${name}'`}: ${version}`;
  if (start === -1) return `${workspace.trimEnd()}\n\ncatalog:\n${line}\n`;
  const same = entries.find((entry) => entry.name === name);
  if (same !== undefined) return lines.with(same.line, line).join('\n');
  const next = entries.find((entry) => entry.name > name);
  return lines.toSpliced(next?.line ?? end, 0, line).join('\n');
}

interface CatalogEntry {
  readonly name: string;
  readonly version: string;
  readonly line: number;
}

/** Lines of the catalog: `start` is that of `catalog:` or -1, `end` the first one after its last entry. */
function readCatalog(lines: readonly string[]): {
  readonly start: number;
  readonly end: number;
  readonly entries: readonly CatalogEntry[];
} {
  const start = lines.indexOf('catalog:');
  const entries: CatalogEntry[] = [];
  let end = start + 1;
  for (let at = start + 1; start !== -1 && at < lines.length && !/^\S/.test(lines[at] ?? ''); at++) {
    const [, single, double, bare, version] = ENTRY.exec(lines[at] ?? '') ?? [];
    const name = single ?? double ?? bare;
    if (name === undefined || version === undefined) continue;
    entries.push({ name, version, line: at });
    end = at + 1;
  }
  return { start, end, entries };
}
