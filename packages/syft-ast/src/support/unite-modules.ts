type Names = Record<string, unknown>;

/** What a function has whatever it is for. */
const OF_FUNCTIONS: ReadonlySet<string> = new Set(['length', 'name', 'prototype', 'arguments', 'caller']);

/** Under these a namespace has the module as a whole, the latter in some engines only. */
const WHOLES: ReadonlySet<string> = new Set(['default', 'module.exports']);

/** An entry point of a library: where its names stand below the library's root (`''`, `linalg`), and its namespace. */
export type LoadedEntryPoint = readonly [path: string, namespace: object];

/**
 * One object with every name that a library's entry points give, frozen. A CommonJS module shows only some of its names when
 * it is imported, and all on its `default`: both are united, the first of equal names stands. A whole that is a function or a
 * plain value is `default` itself. Getters are left out, and none fires.
 */
export function uniteModules(entryPoints: readonly LoadedEntryPoint[]): object {
  const folders = new Set<Names>();
  const root: Names = {};
  folders.add(root);
  for (const [path, namespace] of entryPoints) {
    const segments = path === '' ? [] : path.split('.');
    addEntryPoint(
      segments.reduce((parent, segment) => folderOf(parent, segment, folders), root),
      namespace as Names,
    );
  }
  for (const folder of folders) Object.freeze(folder);
  return root;
}

/** The object of ours below a name: what stands there already lends it its names. */
function folderOf(parent: Names, name: string, folders: Set<Names>): Names {
  const known = Object.hasOwn(parent, name) ? parent[name] : undefined;
  if (folders.has(known as Names)) return known as Names;
  const made: Names = {};
  folders.add(made);
  if (typeof known === 'object' && known !== null) addNames(made, known as Names);
  parent[name] = made;
  return made;
}

function addEntryPoint(target: Names, namespace: Names): void {
  for (const name of Object.keys(namespace)) if (!WHOLES.has(name)) add(target, name, namespace[name]);
  const whole = namespace['default'];
  const isObject = typeof whole === 'object' && whole !== null;
  if (isObject || typeof whole === 'function') addNames(target, whole as Names);
  if (!isObject && whole !== undefined) add(target, 'default', whole);
}

function addNames(target: Names, source: Names): void {
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(source))) {
    if (value !== undefined && !(typeof source === 'function' && OF_FUNCTIONS.has(name))) add(target, name, value);
  }
}

function add(target: Names, name: string, value: unknown): void {
  if (!Object.hasOwn(target, name)) Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}
