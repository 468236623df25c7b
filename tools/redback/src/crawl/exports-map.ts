import { isRecord } from '@syft-libs/ast';

/** `import` and `require` differ in the conditions that Node sets; `types` and bundlers' conditions never hold. */
export type LoadMode = 'import' | 'require';

const CONDITIONS: Readonly<Record<LoadMode, ReadonlySet<string>>> = {
  import: new Set(['node-addons', 'node', 'import', 'module-sync', 'default']),
  require: new Set(['node-addons', 'node', 'require', 'module-sync', 'default']),
};

/** What Node would load for one subpath, relative to the package's folder (`./index.js`); `null` where it refuses. */
export interface ExportTarget {
  readonly subpath: string;
  readonly import: string | null;
  readonly require: string | null;
}

/**
 * Every subpath of a package's `exports`, with patterns expanded over its files, `.` first and the others by name.
 * `files` are paths relative to the package's folder. A subpath that an exact or longer pattern sets to `null` is left out.
 */
export function expandExports(exports: unknown, files: readonly string[]): readonly ExportTarget[] {
  const map = isSubpathMap(exports) ? exports : { '.': exports };
  const subpaths = new Set(Object.keys(map).flatMap((key) => (key.includes('*') ? expandPattern(key, map[key], files) : [key])));
  return [...subpaths]
    .sort(byName)
    .map((subpath) => ({ subpath, import: targetOf(map, subpath, 'import'), require: targetOf(map, subpath, 'require') }))
    .filter((target) => target.import !== null || target.require !== null);
}

function isSubpathMap(exports: unknown): exports is Readonly<Record<string, unknown>> {
  return isRecord(exports) && Object.keys(exports).some((key) => key.startsWith('.'));
}

/** Code units, not the machine's language, decide the order. */
function byName(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The subpaths that a pattern stands for: one for each file that one of its targets can reach. */
function expandPattern(key: string, value: unknown, files: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const mode of ['import', 'require'] as const) {
    const [before, after] = (pickCondition(value, mode) ?? '').split('*');
    if (before === undefined || after === undefined) continue;
    for (const file of files) {
      if (file.length <= before.length + after.length || !file.startsWith(before) || !file.endsWith(after)) continue;
      found.add(key.replace('*', () => file.slice(before.length, file.length - after.length)));
    }
  }
  return [...found];
}

/** Node's own choice: the exact key, else the pattern with the longest text before its star. */
function targetOf(map: Readonly<Record<string, unknown>>, subpath: string, mode: LoadMode): string | null {
  if (Object.hasOwn(map, subpath)) return pickCondition(map[subpath], mode);
  const patterns = Object.keys(map).filter((key) => matchOf(key, subpath) !== null);
  const best = patterns.sort((left, right) => right.indexOf('*') - left.indexOf('*') || right.length - left.length)[0];
  if (best === undefined) return null;
  const match = matchOf(best, subpath) ?? '';
  return pickCondition(map[best], mode)?.replaceAll('*', () => match) ?? null;
}

function matchOf(pattern: string, subpath: string): string | null {
  const [before, after] = pattern.split('*');
  if (before === undefined || after === undefined) return null;
  if (subpath.length <= before.length + after.length || !subpath.startsWith(before) || !subpath.endsWith(after)) return null;
  return subpath.slice(before.length, subpath.length - after.length);
}

/** The first target whose conditions hold. An array lists fallbacks. */
function pickCondition(value: unknown, mode: LoadMode): string | null {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((item) => pickCondition(item, mode)).find((target) => target !== null) ?? null;
  if (!isRecord(value)) return null;
  for (const [condition, inner] of Object.entries(value)) {
    if (!CONDITIONS[mode].has(condition)) continue;
    // A condition that holds and says `null` refuses; one whose nested conditions all fail lets the next one try.
    if (inner === null) return null;
    const target = pickCondition(inner, mode);
    if (target !== null) return target;
  }
  return null;
}
