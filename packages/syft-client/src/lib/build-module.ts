import type { CallEntry } from './call-entry.ts';

/** Calls an entry that needs no receiver; returns its pointer. */
export type CallModule = (entry: CallEntry, operands: readonly unknown[]) => object;

interface Node {
  entry: CallEntry | undefined;
  readonly children: Map<string, Node>;
}

/**
 * The object that stands for a library: functions that call it, constants that are fetched when they are read, nested
 * where paths are. It has no prototype and is frozen, so that a name is there when the library has it and not otherwise.
 */
export function buildModule(entries: readonly CallEntry[], call: CallModule): object {
  const root = createNode();
  for (const entry of entries) {
    const folders = entry.path.split('.').slice(1, -1);
    const parent = folders.reduce((node, segment) => childOf(node, segment), root);
    childOf(parent, entry.remoteName).entry = entry;
  }
  return materialise(root, Object.create(null) as object, call);
}

function createNode(): Node {
  return { entry: undefined, children: new Map() };
}

function childOf(node: Node, name: string): Node {
  const child = node.children.get(name) ?? createNode();
  node.children.set(name, child);
  return child;
}

function materialise(node: Node, target: object, call: CallModule): object {
  for (const [name, child] of node.children) {
    // A module is no promise, whatever its library exports.
    if (name !== 'then') Object.defineProperty(target, name, { enumerable: true, ...describe(child, call) });
  }
  return Object.freeze(target);
}

function describe({ entry, children }: Node, call: CallModule): PropertyDescriptor {
  if (entry === undefined) return { value: materialise({ entry, children }, Object.create(null) as object, call) };
  if (entry.kind === 'constant' || entry.kind === 'property') return { get: () => call(entry, []) };
  // No arrow function: a constructor may be called with `new`, and gives its pointer all the same.
  function construct(...args: unknown[]): object {
    return call(entry as CallEntry, args);
  }
  const callable = entry.kind === 'constructor' ? construct : (...args: unknown[]): object => call(entry, args);
  return { value: materialise({ entry, children }, callable, call) };
}
