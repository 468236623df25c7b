import type { TypeRef } from '@syft-libs/ast';
import type { DeclaredFacts, SeenKind } from '../../surface/snapshot.ts';
import type { DeclaredMember } from './declared-library.ts';
import type { ReadSignatures, SignatureReader } from './signature-reader.ts';
import type { OracleSignature, OracleSymbol } from './type-oracle.ts';

const DOC_LENGTH = 200;

/** Where a member stands and what is known without asking for its type. */
export interface MemberPlace {
  readonly path: string;
  readonly subpaths: readonly string[];
  readonly aliasOf: string | null;
  readonly inheritedFrom: string | null;
  readonly isStatic: boolean;
  readonly isField: boolean;
}

interface Reading {
  readonly kind: SeenKind;
  readonly reader: SignatureReader;
  /** The type whose members its object holds. */
  readonly receiver?: TypeRef | undefined;
}

/** Describes one member; an inherited one is described where it is declared. */
export function describeMember(place: MemberPlace, symbol: OracleSymbol, reading: Reading): DeclaredMember {
  const signatures = signaturesOf(symbol, reading.kind);
  const read = readMember(symbol, signatures, reading);
  return {
    ...place,
    kind: reading.kind,
    declared: place.inheritedFrom === null ? factsOf(symbol, read, signatures) : null,
    access: symbol.access,
    isOptional: symbol.isOptional,
    isPrivate: symbol.isPrivate,
    returnsThis: signatures.some((signature) => signature.returnsThis),
    isGeneric: read.isGeneric,
  };
}

/** A member of instances is called or read; which of the two its type says. */
export function memberKind(symbol: OracleSymbol): 'method' | 'property' {
  return callsOf(symbol).length > 0 ? 'method' : 'property';
}

/** The signatures of a value; those of an optional method stand behind `undefined`. */
export function callsOf(symbol: OracleSymbol): readonly OracleSignature[] {
  const { calls, shape } = symbol.type;
  if (calls.length > 0 || shape.kind !== 'union' || !symbol.isOptional) return calls;
  return shape.of.flatMap((member) => member.calls);
}

function signaturesOf(symbol: OracleSymbol, kind: SeenKind): readonly OracleSignature[] {
  if (kind === 'function' || kind === 'method') return callsOf(symbol);
  return kind === 'class' ? symbol.type.constructs : [];
}

function readMember(symbol: OracleSymbol, signatures: readonly OracleSignature[], { kind, reader, receiver }: Reading): ReadSignatures {
  if (kind === 'namespace') return { texts: [], isGeneric: false, instances: [] };
  return kind === 'constant' || kind === 'property'
    ? reader.readValue(symbol.type, symbol.isOptional)
    : reader.readCalls(signatures, receiver);
}

function factsOf(symbol: OracleSymbol, read: ReadSignatures, signatures: readonly OracleSignature[]): DeclaredFacts {
  const weakest = signatures.find(({ source }) => source === 'inferred') ?? signatures[0];
  return {
    source: weakest?.source ?? symbol.source,
    signatures: read.texts,
    instances: read.instances,
    doc: firstSentence(symbol.doc),
    isDeprecated: symbol.isDeprecated,
  };
}

/** The first sentence of a comment on one line, cut where it runs on. */
export function firstSentence(comment: string): string {
  const paragraph = comment.trim().split(/\n\s*\n/)[0] ?? '';
  const line = paragraph
    .replace(/\{@link(?:code|plain)?\s+([^}|\s]+)[^}]*\}/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  // An address alone says nothing.
  if (/^https?:\S*$/.test(line)) return '';
  const sentence = /^.*?[.!?](?=\s+\p{Lu}|\s*$)/u.exec(line)?.[0] ?? line;
  return sentence.length <= DOC_LENGTH ? sentence : `${sentence.slice(0, DOC_LENGTH - 1).trimEnd()}…`;
}
