// Turns a schema into the classes of its messages: what a field is when it was not sent, and a line of code each to write and to read it.
// Small for the browser's sake: protobufjs's own static modules and their runtime take fifteen kilobytes more, gzipped.

/** A schema as `pbjs -t json` gives it, as far as ours go. */
export interface SchemaJson {
  readonly nested?: Readonly<Record<string, SchemaJson & MessageJson>>;
}

interface MessageJson {
  readonly fields?: Readonly<Record<string, FieldJson>>;
  readonly oneofs?: Readonly<Record<string, { readonly oneof: readonly string[] }>>;
}

interface FieldJson {
  readonly type: string;
  readonly id: number;
  readonly rule?: string;
  readonly keyType?: string;
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly id: number;
  readonly isList: boolean;
  readonly isMessage: boolean;
}

interface Message {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly oneof: string | undefined;
}

/** Protobuf's scalars that a schema of ours may use: their wire type, their type here, and what they are when they were not sent. */
const SCALARS: Readonly<Record<string, { readonly wire: number; readonly type: string; readonly missing: string }>> = {
  uint32: { wire: 0, type: 'number', missing: '0' },
  bool: { wire: 0, type: 'boolean', missing: 'false' },
  double: { wire: 1, type: 'number', missing: '0' },
  string: { wire: 2, type: 'string', missing: "''" },
  bytes: { wire: 2, type: 'Uint8Array', missing: '$empty' },
};
const LENGTH_DELIMITED = 2;

/**
 * The generated module and its declarations; `runtime` is where they import the core's part from. Throws for what the schema
 * language has and ours do not use.
 */
export function emitSchema(schema: SchemaJson, runtime = '../codegen.ts'): { readonly code: string; readonly declarations: string } {
  const messages = readMessages(schema);
  const code = [
    `import { ${messages.some(({ oneof }) => oneof !== undefined) ? 'choose, ' : ''}messageClass } from '${runtime}';`,
    'const $empty = new Uint8Array(0);',
    ...messages.map(emitClass),
  ].join('\n\n');
  const declarations = [`import type { Reader, Writer } from '${runtime}';`, ...messages.map(declareClass)].join('\n\n');
  return { code: `${code}\n`, declarations: `${declarations}\n` };
}

/** Messages by name. The package that a schema names, a namespace for each of its words, is no part of the names here. */
function messagesIn({ nested = {} }: SchemaJson): readonly (readonly [string, MessageJson])[] {
  return Object.entries(nested).flatMap(([name, entry]) => (entry.fields === undefined ? messagesIn(entry) : [[name, entry] as const]));
}

/** The messages in the order of the schema, with or without a package around them. */
function readMessages(schema: SchemaJson): readonly Message[] {
  const found = messagesIn(schema);
  const names = new Set(found.map(([name]) => name));
  return found.map(([name, { fields = {}, oneofs = {} }]) => {
    const [oneof, ...others] = Object.entries(oneofs);
    const isWhole = oneof === undefined || oneof[1].oneof.length === Object.keys(fields).length;
    if (others.length > 0 || !isWhole) throw new Error(`cannot emit ${name}: a oneof has to hold all of its fields`);
    return {
      name,
      oneof: oneof?.[0],
      fields: Object.entries(fields).map(([field, json]) => readField(`${name}.${field}`, field, json, names)),
    };
  });
}

function readField(path: string, name: string, { type, id, rule, keyType }: FieldJson, messages: ReadonlySet<string>): Field {
  const isMessage = messages.has(type);
  if (!isMessage && !Object.hasOwn(SCALARS, type)) throw new Error(`cannot emit ${path}: the type ${type} is not provided for`);
  if (keyType !== undefined) throw new Error(`cannot emit ${path}: maps are not provided for`);
  if (rule !== undefined && rule !== 'repeated') throw new Error(`cannot emit ${path}: it is ${rule}`);
  return { name, type, id, isList: rule === 'repeated', isMessage };
}

const tagOf = (id: number, wire: number): number => id * 8 + wire;
const isPacked = ({ type, isList }: Field): boolean => isList && SCALARS[type] !== undefined && SCALARS[type].wire !== LENGTH_DELIMITED;
const wireOf = (field: Field): number => (isPacked(field) ? LENGTH_DELIMITED : (SCALARS[field.type]?.wire ?? LENGTH_DELIMITED));

function emitClass({ name, fields, oneof }: Message): string {
  const single = fields.filter(({ isList }) => !isList);
  const lists = fields.filter(({ isList }) => isList).map((field) => `'${field.name}'`);
  return [
    `export const ${name} = /* @__PURE__ */ messageClass({`,
    `  defaults: { ${single.map((field) => `${field.name}: ${SCALARS[field.type]?.missing ?? 'null'}`).join(', ')} },`,
    ...(lists.length === 0 ? [] : [`  lists: [${lists.join(', ')}],`]),
    ...(oneof === undefined ? [] : [`  oneof: '${oneof}',`]),
    '  write(m, w) {',
    ...fields.map((field) => `    ${emitWrite(field)}`),
    '  },',
    '  read(m, r, tag) {',
    '    switch (tag) {',
    ...fields.flatMap((field) => emitRead(field, oneof !== undefined)).map((line) => `      ${line}`),
    '      default: return false;',
    '    }',
    '  },',
    '});',
  ].join('\n');
}

function emitWrite(field: Field): string {
  const { name, type, isList, isMessage } = field;
  const target = `${tagOf(field.id, wireOf(field))}, m.${name}`;
  if (isMessage) return `w.message${isList ? 's' : ''}(${target}, ${type});`;
  return `w.${type}${isPacked(field) ? 's' : isList ? 'List' : ''}(${target});`;
}

function emitRead(field: Field, isChoice: boolean): readonly string[] {
  const { name, type, id, isList, isMessage } = field;
  const before = isChoice ? `choose(m, '${name}')` : `m.${name}`;
  const value = isMessage ? `r.message(${type}${isList ? '' : `, ${before}`})` : `r.${type}()`;
  const one = `case ${tagOf(id, SCALARS[type]?.wire ?? LENGTH_DELIMITED)}: ${isList ? `m.${name}.push(${value})` : `m.${name} = ${value}`}; break;`;
  return isPacked(field) ? [one, `case ${tagOf(id, LENGTH_DELIMITED)}: r.${type}s(m.${name}); break;`] : [one];
}

function declareClass({ name, fields, oneof }: Message): string {
  const typeOf = ({ type, isMessage }: Field): string => (isMessage ? type : (SCALARS[type]?.type ?? type));
  const given = fields.map((field) => {
    const type = field.isMessage ? `I${field.type}` : typeOf(field);
    return `  readonly ${field.name}?: ${field.isList ? `readonly ${type}[]` : type} | null;`;
  });
  const read = fields.map((field) => {
    const type = typeOf(field);
    return `  ${field.name}: ${field.isList ? `${type}[]` : field.isMessage ? `${type} | null` : type};`;
  });
  const choices = fields.map((field) => `'${field.name}'`).join(' | ');
  return [
    `export interface I${name} {`,
    ...given,
    '}',
    '',
    `export class ${name} {`,
    `  constructor(properties?: I${name});`,
    ...read,
    ...(oneof === undefined ? [] : [`  readonly ${oneof}?: ${choices};`]),
    `  static encode(message: I${name}, writer?: Writer): Writer;`,
    `  static decode(bytes: Uint8Array): ${name};`,
    `  static read(reader: Reader, into?: unknown): ${name};`,
    '}',
    '',
    `export namespace ${name} {`,
    `  type $Properties = I${name};`,
    '}',
  ].join('\n');
}
