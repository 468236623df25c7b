import { SyftError } from '../errors.ts';
import type { TypeTable } from '../type/type-table.ts';
import type { AllowlistEntry, ModuleNode } from './node.ts';

/**
 * Everything that may run. Built once and frozen; a lookup is one exact hit on the whole path, so that nothing inherited,
 * refused or misspelt can be reached, and all of these look the same.
 */
export class Allowlist {
  readonly #byPath: ReadonlyMap<string, AllowlistEntry>;
  /** How the libraries' types stand to each other. */
  readonly types: TypeTable;
  readonly entries: readonly AllowlistEntry[];
  readonly roots: readonly ModuleNode[];

  constructor(entries: readonly AllowlistEntry[], types: TypeTable) {
    this.entries = Object.freeze([...entries]);
    this.#byPath = new Map(entries.map((entry) => [entry.path, entry]));
    this.types = types;
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

  /** The types that stand for one as an argument. */
  accepts(id: string): readonly string[] {
    return this.types.accepts(id);
  }
}

interface MutableNode extends ModuleNode {
  entry?: AllowlistEntry;
  readonly children: Map<string, MutableNode | AllowlistEntry>;
}

function buildTree(entries: readonly AllowlistEntry[]): readonly ModuleNode[] {
  const classes = new Set(entries.map(({ kind, path, receiver }) => (kind === 'constructor' ? path : receiver)));
  const root: MutableNode = { kind: 'module', path: '', children: new Map() };
  for (const entry of entries) {
    const segments = entry.path.split('.');
    let node = root;
    for (const segment of segments.slice(0, -1)) node = openNode(node, segment, classes);
    const name = segments.at(-1) as string;
    const known = node.children.get(name);
    if (known !== undefined && 'children' in known) known.entry = entry;
    else if (classes.has(entry.path)) openNode(node, name, classes).entry = entry;
    else node.children.set(name, entry);
  }
  return [...root.children.values()].filter((node): node is MutableNode => 'children' in node);
}

/** The node below `parent` of that name. A function that turns out to have members becomes one. */
function openNode(parent: MutableNode, name: string, classes: ReadonlySet<string | undefined>): MutableNode {
  const known = parent.children.get(name);
  if (known !== undefined && 'children' in known) return known;
  const path = parent.path === '' ? name : `${parent.path}.${name}`;
  const node: MutableNode = { kind: classes.has(path) ? 'class' : 'module', path, children: new Map(), ...(known && { entry: known }) };
  parent.children.set(name, node);
  return node;
}
