// What `location.lib(support)` gives, as TypeScript declarations: derived from the manifest alone.
import { allowedMembers, type Manifest, type ManifestLibrary, type ManifestMember, type ManifestType, nameOfMember } from '@syft-libs/ast';
import { banner, quote } from './generated-text.ts';
import { InterfaceNames, remoteName } from './interface-names.ts';
import { printModule } from './module-printer.ts';
import { SignaturePrinter } from './signature-printer.ts';
import { memberInterface, TypePrinter } from './type-printer.ts';

/** `src/gen/remote.ts`: value and pointer interfaces, and one `<Root>Remote` for each library of the manifest. */
export function emitRemote(manifest: Manifest, head: string = banner): string {
  const imports = new Set<string>();
  const names = new InterfaceNames(manifest);
  const parts = manifest.libraries.map((library) => emitLibrary(library, new TypePrinter(library, manifest, names), imports));
  const imported = imports.size === 0 ? '' : `import type { ${[...imports].sort().join(', ')} } from '@syft-libs/ast';\n\n`;
  return `${head}\n${imported}${parts.join('\n')}`;
}

interface Scope {
  readonly types: TypePrinter;
  readonly signatures: SignaturePrinter;
  readonly members: readonly ManifestMember[];
  readonly library: ManifestLibrary;
}

function emitLibrary(library: ManifestLibrary, types: TypePrinter, imports: Set<string>): string {
  const scope = { library, types, signatures: new SignaturePrinter(types), members: allowedMembers(library) };
  const remote = remoteName(library.root);
  const statics = scope.members.filter((member) => receiverOf(member, library) === undefined);
  const parts = [
    types.aliases.map((name) => `export type ${types.aliasName(name)} = ${types.accepted(library.aliases[name] as string)};\n`).join(''),
    ...types.ownTypes.flatMap((type) => [printValue(type, scope), printPointer(type, scope)]),
    printAugmentation(scope),
    `/** The allowed functions of ${library.name}. */\nexport interface ${remote} {\n${printModule(statics, scope.signatures)}}\n`,
  ].filter((part) => part !== '');
  for (const name of types.imports) imports.add(name);
  return parts.join('\n');
}

/** The type that a method or an instance's property belongs to. */
function receiverOf({ path, kind }: ManifestMember, { types }: ManifestLibrary): ManifestType | undefined {
  return kind === 'method' || kind === 'property' ? types.find(({ id }) => id === path.slice(0, path.lastIndexOf('.'))) : undefined;
}

/** A type's allowed members and those that it inherits, its own first. What it refuses itself, it does not inherit. */
function membersOf(type: ManifestType, { library, types }: Scope): readonly ManifestMember[] {
  const found = new Map<string, ManifestMember>();
  for (const id of [type.id, ...types.basesOf(type.id)]) {
    for (const member of library.members) {
      if (receiverOf(member, library)?.id === id && !found.has(nameOfMember(member))) found.set(nameOfMember(member), member);
    }
  }
  return [...found.values()].filter(({ verdict }) => verdict === 'allow');
}

function printValue(type: ManifestType, scope: Scope): string {
  const members = membersOf(type, scope);
  // Without a member the interface would fit anything.
  const body =
    members.length === 0
      ? `  readonly type: ${quote(type.id)};\n`
      : members.map((member) => scope.signatures.onValue(member, '  ')).join('');
  return `/** A value of \`${type.id}\`. */\nexport interface ${scope.types.nameOf(type.id)} {\n${body}}\n`;
}

function printPointer(type: ManifestType, scope: Scope): string {
  const name = scope.types.nameOf(type.id);
  const body = membersOf(type, scope).map((member) => scope.signatures.onPointer(member, '  '));
  const base = `${scope.types.core('Pointer')}<${name}, R>`;
  return `/** A pointer to \`${type.id}\`. */\nexport interface ${name}Pointer<out R extends boolean = boolean> extends ${base} {\n${body.join('')}}\n`;
}

/** What the library adds to the core's own declarations: members of primitive values, and its types by name for `as`. */
function printAugmentation(scope: Scope): string {
  const blocks = scope.library.types.flatMap((type) => {
    const target = memberInterface(type);
    const members = target === undefined ? [] : membersOf(type, scope);
    const body = members.map((member) => scope.signatures.onPointer(member, '    ')).join('');
    return body === '' ? [] : [`  interface ${target}<R extends boolean> {\n${body}  }\n`];
  });
  const lines = (line: (id: string) => string) =>
    scope.types.ownTypes.map(({ id }) => `    ${quote(id)}: ${line(scope.types.nameOf(id))};\n`).join('');
  if (scope.types.ownTypes.length > 0) {
    blocks.push(`  interface TypeNames {\n${lines((name) => name)}  }\n`);
    blocks.push(`  interface LibraryPointers<R extends boolean> {\n${lines((name) => `${name}Pointer<R>`)}  }\n`);
  }
  return blocks.length === 0 ? '' : `declare module '@syft-libs/ast' {\n${blocks.join('')}}\n`;
}
