/** Which of the named packages a module imports: by `import`, `export … from` or `import('…')`. Code that does not parse imports none. */
export function importedPackages(code: string, names: readonly string[], parse: (code: string) => unknown): readonly string[] {
  const mentioned = names.filter((name) => code.includes(name));
  if (mentioned.length === 0) return [];
  const found = new Set<string>();
  try {
    visitSources(parse(code), (source) => found.add(packageOf(source)));
  } catch {
    return [];
  }
  return mentioned.filter((name) => found.has(name));
}

/** The name of the package in a specifier: `@a/b` of `@a/b/c.js`. */
function packageOf(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** Calls back for the source of every import in a tree as bundlers make it. */
function visitSources(node: unknown, found: (source: string) => void): void {
  if (Array.isArray(node)) for (const item of node) visitSources(item, found);
  else if (typeof node === 'object' && node !== null) {
    const { type, source } = node as { readonly type?: unknown; readonly source?: { readonly value?: unknown } | null };
    if (typeof type === 'string' && IMPORTS.has(type) && typeof source?.value === 'string') found(source.value);
    for (const child of Object.values(node)) visitSources(child, found);
  }
}

const IMPORTS: ReadonlySet<string> = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression']);
