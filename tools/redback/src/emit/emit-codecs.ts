// The codecs of a package's own types, and the messages that its structures travel in.
import type { Manifest } from '@syft-libs/ast';
import type { CodecPlan, LibraryPlan, PackagePlan } from '../surface/package-plan.ts';
import type { Travel } from '../surface/snapshot.ts';
import { emitSchema } from './emit-schema.ts';
import type { EmittedFile } from './emitted-file.ts';
import { quote } from './generated-text.ts';
import { InterfaceNames } from './interface-names.ts';
import { head } from './package-head.ts';
import { ownPath } from './sample-printer.ts';

type Structure = Extract<Travel, { kind: 'structure' }>;
type ArrayTravel = Extract<Travel, { kind: 'array' }>;
type PairTravel = Extract<Travel, { kind: 'pair' }>;

/** A structure, or what a pair exports, with the message that it travels in. */
interface MessagePlan {
  readonly codec: CodecPlan;
  readonly message: string;
  /** Names of the message's fields, in the order of the structure's. */
  readonly fields: readonly string[];
}

/** `src/gen/codecs.ts`, and where there are structures `schema.proto` with the classes of its messages. */
export function emitCodecs(plan: PackagePlan): readonly EmittedFile[] {
  const messages = planMessages(plan);
  const files = messages.length === 0 ? [] : emitMessages(plan, messages);
  return [{ path: 'src/gen/codecs.ts', text: printCodecs(plan, messages), kind: 'generated' }, ...files];
}

function planMessages({ libraries, manifest }: PackagePlan): readonly MessagePlan[] {
  const names = new Set<string>();
  const interfaces = new InterfaceNames(manifest);
  return libraries.flatMap(({ codecs }) =>
    codecs.flatMap((codec) => {
      const { travel } = codec;
      if (travel.kind === 'array') return [];
      const name = interfaces.ofType(codec.type);
      const message = distinct(/^[A-Z][A-Za-z0-9]*$/.test(name) ? name : 'Structure', names);
      return [
        { codec, message, fields: fieldNames(travel.kind === 'pair' ? [travel.exporter] : travel.fields.map(({ name: field }) => field)) },
      ];
    }),
  );
}

/** A field's own name where a schema keeps it as it is, else its number. */
function fieldNames(fields: readonly string[]): readonly string[] {
  const names = new Set<string>();
  return fields.map((name, index) => {
    const isPlain = /^[a-z][A-Za-z0-9]*$/.test(name) && !(name in Object.prototype);
    return distinct(isPlain ? name : `field${index + 1}`, names);
  });
}

function distinct(name: string, taken: Set<string>): string {
  let found = name;
  for (let number = 2; taken.has(found); number++) found = `${name}${number}`;
  taken.add(found);
  return found;
}

function emitMessages(plan: PackagePlan, messages: readonly MessagePlan[]): readonly EmittedFile[] {
  const nested = messages.map(({ message, fields }) => {
    return [message, { fields: Object.fromEntries(fields.map((name, index) => [name, { type: 'bytes', id: index + 1 }])) }] as const;
  });
  const { code, declarations } = emitSchema({ nested: Object.fromEntries(nested) }, '@syft-libs/ast/codegen');
  const [first] = plan.libraries as readonly [LibraryPlan, ...LibraryPlan[]];
  const schema = messages.map(({ codec, message, fields }) => {
    const lines = fields.map((name, index) => `  bytes ${name} = ${index + 1};\n`);
    return `// The fields of a \`${codec.type}\`.\nmessage ${message} {\n${lines.join('')}}\n`;
  });
  const banner = '// Generated from schema.proto by `pnpm codegen`. Do not edit.\n';
  return [
    {
      path: 'src/gen/schema.proto',
      text: `${head(plan)}\nsyntax = "proto3";\n\npackage syft.${first.root.replaceAll('$', '_')}.v1;\n\n${schema.join('\n')}`,
      kind: 'generated',
    },
    { path: 'src/gen/schema_pb.js', text: banner + code, kind: 'generated' },
    { path: 'src/gen/schema_pb.d.ts', text: banner + declarations, kind: 'generated' },
  ];
}

function printCodecs(plan: PackagePlan, messages: readonly MessagePlan[]): string {
  const byType = new Map(messages.map((message) => [message.codec.type, message]));
  const codecs = plan.libraries.flatMap(({ codecs: plans }) => plans);
  const makers = [...new Set(codecs.map(({ travel }) => (travel.kind === 'array' ? 'arrayCodec' : 'structureCodec')))].sort();
  const imports = [
    "import type { Codec } from '@syft-libs/ast';",
    ...(makers.length === 0 ? [] : [`import { ${makers.join(', ')} } from '@syft-libs/ast/codegen';`]),
    ...(messages.length === 0
      ? []
      : [
          `import { ${messages
            .map(({ message }) => message)
            .sort()
            .join(', ')} } from './schema_pb.js';`,
        ]),
  ];
  const printed = plan.libraries.flatMap((library) =>
    library.codecs.map((codec) => {
      const { travel } = codec;
      const message = byType.get(codec.type);
      return travel.kind === 'array' ? printArray(codec, travel, plan.manifest) : printStructure(message as MessagePlan, travel, plan);
    }),
  );
  const list = printed.length === 0 ? '[]' : `[\n${printed.join('')}]`;
  return `${head(plan)}\n${imports.join('\n')}\n\n/** The ways of the libraries' own types to and from their messages. */\nexport const codecs: readonly Codec[] = ${list};\n`;
}

function printArray({ tag, type }: CodecPlan, { view, factory, how, dtypes }: ArrayTravel, manifest: Manifest): string {
  const maker = ownPath(factory, manifest).map(quote).join(', ');
  return [
    '  arrayCodec({\n',
    `    tag: ${quote(tag)},\n    type: ${quote(type)},\n`,
    `    view: ${view === null ? 'null' : quote(view)},\n    factory: [${maker}],\n    how: ${quote(how)},\n`,
    `    dtypes: [${dtypes.map(quote).join(', ')}],\n`,
    '  }),\n',
  ].join('');
}

function printStructure({ codec, message, fields }: MessagePlan, travel: Structure | PairTravel, plan: PackagePlan): string {
  const kept: Structure['fields'] = travel.kind === 'pair' ? [{ name: travel.exporter, type: travel.type }] : travel.fields;
  const printedFields = kept.map(({ name, type, optional, items }, index) => {
    const as = fields[index] === name ? '' : `, as: ${quote(fields[index] as string)}`;
    const marks = `${optional === true ? ', optional: true' : ''}${items === true ? ', items: true' : ''}`;
    return `      { name: ${quote(name)}, type: ${quote(type)}${as}${marks} },\n`;
  });
  const path = ownPath(codec.type, plan.manifest);
  const hasOwnName = travel.className !== undefined && travel.className !== path.at(-1);
  return [
    '  structureCodec({\n',
    `    tag: ${quote(codec.tag)},\n    type: ${quote(codec.type)},\n    message: ${message},\n`,
    `    fields: [\n${printedFields.join('')}    ],\n`,
    travel.kind === 'pair' ? printPair(travel, plan) : printLengths(travel),
    `    class: [${path.map(quote).join(', ')}],\n`,
    ...(hasOwnName ? [`    className: ${quote(travel.className)},\n`] : []),
    ...(travel.kind === 'structure' && travel.byClass === true ? ['    byClass: true,\n'] : []),
    '    types: () => codecs,\n',
    '  }),\n',
  ].join('');
}

function printLengths({ lengths, sizes }: Structure): string {
  const printed = lengths.map(({ field, of, axis }) => `{ field: ${quote(field)}, of: ${quote(of)}, axis: ${axis} }`);
  return `${printed.length === 0 ? '' : `    lengths: [${printed.join(', ')}],\n`}${printSizes(sizes)}`;
}

function printSizes(sizes: Structure['sizes']): string {
  if (sizes === undefined) return '';
  const list = (names: readonly string[]) => `[${names.map(quote).join(', ')}]`;
  return `    sizes: { fields: ${list(sizes.fields)}${sizes.sides === undefined ? '' : `, sides: ${list(sizes.sides)}`} },\n`;
}

function printPair({ importer, how }: PairTravel, { manifest }: PackagePlan): string {
  return `    importer: { path: [${ownPath(importer, manifest).map(quote).join(', ')}], how: ${quote(how)} },\n`;
}
