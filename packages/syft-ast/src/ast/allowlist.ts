import { SyftError } from '../errors.ts';
import type { AllowlistEntry, ModuleNode } from './node.ts';

/**
 * Everything that may run. Built once and frozen; a lookup is one exact hit on the whole path, so that nothing inherited,
 * refused or misspelt can be reached, and all of these look the same.
 */
export class Allowlist {
  readonly #byPath: ReadonlyMap<string, AllowlistEntry>;
  readonly #accepts: ReadonlyMap<string, readonly string[]>;
  readonly entries: readonly AllowlistEntry[];
  readonly roots: readonly ModuleNode[];

  constructor(entries: readonly AllowlistEntry[], accepts: ReadonlyMap<string, readonly string[]>) {
    this.entries = Object.freeze([...entries]);
    this.#byPath = new Map(entries.map((entry) => [entry.path, entry]));
    this.#accepts = new Map(accepts);
    this.roots = buildTree(entries);
    Object.freeze(this);
  }

  /** The entry of a path, or `undefined`. */
  lookup(path: string): AllowlistEntry | undefined {
    return this.#byPath.get(path);
  }

  /** The entry of a path. Throws `NOT_ALLOWED`, in the same words for whatever is not there. */
  resolve(path: string): AllowlistEntry {
    const entry = this.#byPath.get(path);
    if (entry === undefined) throw new SyftError('NOT_ALLOWED', 'cannot call this path: it is not on the allowlist');
    return entry;
  }

  /** The types that stand for a library's type as an argument. */
  accepts(id: string): readonly string[] {
    return this.#accepts.get(id) ?? [];
  }
}

interface MutableNode extends ModuleNode {
  readonly children: Map<string, MutableNode | AllowlistEntry>;
}

function buildTree(entries: readonly AllowlistEntry[]): readonly ModuleNode[] {
  const roots = new Map<string, MutableNode | AllowlistEntry>();
  for (const entry of entries) {
    const segments = entry.path.split('.');
    let children = roots;
    segments.slice(0, -1).forEach((segment, depth) => {
      const path = segments.slice(0, depth + 1).join('.');
      let node = children.get(segment);
      if (node === undefined || !('children' in node)) {
        node = { kind: path === entry.receiver ? 'class' : 'module', path, children: new Map() };
        children.set(segment, node);
      }
      children = (node as MutableNode).children;
    });
    children.set(segments.at(-1) as string, entry);
  }
  return [...roots.values()].filter((node): node is MutableNode => 'children' in node);
}
