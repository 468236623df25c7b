/**
 * Member tables: exported objects that are the members of a type of the language. While they are crawled, their functions take the
 * receiver first, so that receivers are varied as all operands are; in a snapshot they are methods and properties of a type.
 */
import { formatSignature, parseSignature, parseType, type TypeRef } from '@syft-libs/ast';
import type { ProbeFacts, SeenMember, SeenType } from '../../surface/snapshot.ts';
import { inOrder, type Merged, nameIn, ownerIn } from '../merge/merged.ts';
import { takesReceiver, withoutReceiver, withReceiver } from './receiver.ts';

/** The types whose members exported objects are, by the objects' paths. */
export type MemberTables = ReadonlyMap<string, TypeRef>;

/** Reads tables as decisions have them: the type's text by the name below the root. Throws `BAD_MANIFEST` for a text that is no type. */
export function memberTables(root: string, tables: Readonly<Record<string, string>>): MemberTables {
  return new Map(Object.entries(tables).map(([name, text]) => [`${root}.${name}`, parseType(text)]));
}

/** Fields that receivers have themselves become functions of a receiver, as their methods are. */
export function openTables({ types, members }: Merged, tables: MemberTables): Merged {
  if (tables.size === 0) return { types, members };
  return { types, members: members.map((member) => openMember(member, tables.get(ownerIn(member.path)))) };
}

function openMember(member: SeenMember, type: TypeRef | undefined): SeenMember {
  const { kind, declared } = member;
  if (type === undefined || declared === null || kind !== 'constant' || !hasField(type, nameIn(member.path))) return member;
  const signatures = declared.signatures.map((text) => formatSignature(withReceiver(parseSignature(text), type)));
  return { ...member, kind: 'function', declared: { ...declared, signatures } };
}

/** Members of tables become members of types, and the types are told. */
export function closeTables({ types, members }: Merged, tables: MemberTables, texts: Readonly<Record<string, string>>): Merged {
  if (tables.size === 0) return { types, members };
  const closed = members.map((member) => (tables.has(ownerIn(member.path)) && takesReceiver(member) ? closeMember(member) : member));
  const made = [...tables.keys()].map((id): SeenType => {
    const own = closed.filter(({ path, kind }) => ownerIn(path) === id && kind === 'property').map(({ path }) => nameIn(path));
    const membersOf = texts[nameIn(id)] as string;
    return { id, extends: [], builtin: null, ownOnInstance: own, exportedAs: id, recipes: [], travel: null, problem: null, membersOf };
  });
  return { types: [...types, ...made].sort((left, right) => inOrder(left.id, right.id)), members: closed };
}

function closeMember(member: SeenMember): SeenMember {
  const { declared, probe, runtime } = member;
  return {
    ...member,
    kind: runtime?.typeof === 'function' ? 'method' : 'property',
    runtime: runtime && { ...runtime, constant: null },
    declared: declared && {
      ...declared,
      signatures: declared.signatures.map(withoutReceiver),
      instances: declared.instances.map(withoutReceiver),
    },
    probe: probe && closeProbe(probe),
  };
}

/** The first argument was the receiver: growth counts it as operand 0 still, all else has a place less. */
function closeProbe(probe: ProbeFacts): ProbeFacts {
  const hazard = probe.hazards.find(({ param }) => param === 0);
  return {
    ...probe,
    signatures: [...new Set(probe.signatures.map(withoutReceiver))],
    mutates: probe.mutates.map(operandName),
    aliases: probe.aliases.map(operandName),
    publicParams: shifted(probe.publicParams),
    hazards: probe.hazards.filter(({ param }) => param > 0).map((one) => ({ ...one, param: one.param - 1 })),
    crash: probe.crash ?? (hazard === undefined ? null : `on a ${hazard.values} receiver`),
    examples: probe.examples.flatMap(({ args: [receiver, ...args] }) => (receiver === undefined ? [] : [{ receiver, args }])),
  };
}

function shifted(places: readonly number[]): readonly number[] {
  return places.filter((place) => place > 0).map((place) => place - 1);
}

function operandName(name: string): string {
  const index = Number(name.slice('arg:'.length));
  return name.startsWith('arg:') ? (index === 0 ? 'self' : `arg:${index - 1}`) : name;
}

/** Fields of the language's own values, as data. */
function hasField(type: TypeRef, name: string): boolean {
  switch (type.kind) {
    case 'list':
    case 'tuple':
      return name === 'length';
    case 'set':
    case 'map':
      return name === 'size';
    case 'prim':
      return (
        (name === 'length' && (type.name === 'string' || type.name.endsWith('Array'))) || (name === 'byteLength' && type.name === 'Bytes')
      );
    default:
      return false;
  }
}
