// What `location.lib(support)` gives, as TypeScript declarations: derived from the manifest alone.
import { allowedMembers, type Manifest, type ManifestLibrary, type ManifestMember, type ManifestType } from '@syft-libs/ast';
import { banner, quote } from './generated-text.ts';
import { printModule } from './module-printer.ts';
import { SignaturePrinter } from './signature-printer.ts';
import { nameOfType, primitiveMembers, TypePrinter } from './type-printer.ts';

/** `src/gen/remote.ts`: value and pointer interfaces, and one `<Root>Remote` for each library of the manifest. */
export function emitRemote(manifest: Manifest): string {
  const imports = new Set<string>();
  const parts = manifest.libraries.map((library) => emitLibrary(library, imports));
  return `${banner}\nimport type { ${[...imports].sort().join(', ')} } from '@syft-libs/ast';\n\n${parts.join('\n')}`;
}

interface Scope {
  readonly types: TypePrinter;
  readonly signatures: SignaturePrinter;
  readonly members: readonly ManifestMember[];
  readonly library: ManifestLibrary;
}

function emitLibrary(library: ManifestLibrary, imports: Set<string>): string {
  const types = new TypePrinter(library);
  const scope = { library, types, signatures: new SignaturePrinter(types), members: allowedMembers(library) };
  const remote = `${(library.root[0] as string).toUpperCase()}${library.root.slice(1)}Remote`;
  const statics = scope.members.filter((member) => receiverOf(member, library) === undefined);
  const parts = [
    types.aliases.map((name) => `export type ${name} = ${types.accepted(library.aliases[name] as string)};\n`).join(''),
    ...types.ownTypes.flatMap((type) => [printValue(type, scope), printPointer(type, scope)]),
    printAugmentation(scope),
    `/** The allowed functions of ${library.name}. */\nexport interface ${remote} {\n${printModule(statics, scope.signatures)}}\n`,
  ].filter((part) => part !== '');
  for (const name of types.imports) imports.add(name);
  assertDistinct(library.root, [
    ...types.aliases,
    ...types.ownTypes.flatMap(({ id }) => [nameOfType(id), `${nameOfType(id)}Pointer`]),
    remote,
    ...types.imports,
  ]);
  return parts.join('\n');
}

/** The type that a method or an instance's property belongs to. */
function receiverOf({ path, kind }: ManifestMember, { types }: ManifestLibrary): ManifestType | undefined {
  return kind === 'method' || kind === 'property' ? types.find(({ id }) => path.startsWith(`${id}.`)) : undefined;
}

/** A type's allowed members and those that it inherits, its own first. */
function membersOf(type: ManifestType, { library, members }: Scope): readonly ManifestMember[] {
  const found = new Map<string, ManifestMember>();
  const visit = (id: string) => {
    for (const member of members) {
      if (receiverOf(member, library)?.id === id && !found.has(nameOfType(member.path))) found.set(nameOfType(member.path), member);
    }
    for (const parent of library.types.find((candidate) => candidate.id === id)?.extends ?? []) visit(parent);
  };
  visit(type.id);
  return [...found.values()];
}

function printValue(type: ManifestType, scope: Scope): string {
  const members = membersOf(type, scope);
  // Without a member the interface would fit anything.
  const body =
    members.length === 0
      ? `  readonly type: ${quote(type.id)};\n`
      : members.map((member) => scope.signatures.onValue(member, '  ')).join('');
  return `/** A value of \`${type.id}\`. */\nexport interface ${nameOfType(type.id)} {\n${body}}\n`;
}

function printPointer(type: ManifestType, scope: Scope): string {
  const name = nameOfType(type.id);
  const body = membersOf(type, scope).map((member) => scope.signatures.onPointer(member, '  '));
  const base = `${scope.types.core('Pointer')}<${name}, R>`;
  return `/** A pointer to \`${type.id}\`. */\nexport interface ${name}Pointer<out R extends boolean = boolean> extends ${base} {\n${body.join('')}}\n`;
}

/** What the library adds to the core's own declarations: members of primitive values, and its types by name for `as`. */
function printAugmentation(scope: Scope): string {
  const blocks = scope.library.types.flatMap((type) => {
    const target = primitiveMembers(type.id);
    const members = target === undefined ? [] : membersOf(type, scope);
    const body = members.map((member) => scope.signatures.onPointer(member, '    ')).join('');
    return body === '' ? [] : [`  interface ${target}<R extends boolean> {\n${body}  }\n`];
  });
  const lines = (line: (id: string) => string) =>
    scope.types.ownTypes.map(({ id }) => `    ${quote(id)}: ${line(nameOfType(id))};\n`).join('');
  if (scope.types.ownTypes.length > 0) {
    blocks.push(`  interface TypeNames {\n${lines((name) => name)}  }\n`);
    blocks.push(`  interface LibraryPointers<R extends boolean> {\n${lines((name) => `${name}Pointer<R>`)}  }\n`);
  }
  return blocks.length === 0 ? '' : `declare module '@syft-libs/ast' {\n${blocks.join('')}}\n`;
}

function assertDistinct(root: string, names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`cannot emit ${root}: two declarations are named ${twice}`);
}
