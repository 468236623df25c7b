import { formatSignature, parseSignature, type TypeRef, unionOf } from '@syft-libs/ast';
import type { DeclaredFacts } from '../../surface/snapshot.ts';
import type { DeclaredLibrary } from '../static/declared-library.ts';
import { inOrder } from './merged.ts';

/** New ids of types by their old ones. */
export type TypeIds = ReadonlyMap<string, string>;

/** A type with every reference renamed. */
export function renameRefs(type: TypeRef, ids: TypeIds): TypeRef {
  const inner = (of: TypeRef) => renameRefs(of, ids);
  switch (type.kind) {
    case 'ref':
      return { kind: 'ref', id: ids.get(type.id) ?? type.id };
    case 'list':
    case 'dict':
    case 'set':
      return { ...type, of: inner(type.of) };
    case 'map':
      return { ...type, key: inner(type.key), of: inner(type.of) };
    case 'tuple':
      return { ...type, items: type.items.map(inner) };
    case 'record':
      return { ...type, fields: type.fields.map((field) => ({ ...field, type: inner(field.type) })) };
    case 'union':
      return unionOf(type.of.map(inner));
    case 'prim':
    case 'literal':
    case 'callback':
    case 'unknown':
      return type;
  }
}

/** A signature's text with the types in it renamed. Throws `BAD_MANIFEST` for what is no signature. */
export function renameInSignature(text: string, ids: TypeIds): string {
  if (![...ids.keys()].some((id) => text.includes(id))) return text;
  const signature = parseSignature(text);
  const params = signature.params.map((param) => ({ ...param, type: renameRefs(param.type, ids) }));
  return formatSignature({ ...signature, params, returns: renameRefs(signature.returns, ids) });
}

/** As `renameInSignature`, for results alone: what a base class gives of its own kind, a class that extends it gives of its own. */
export function renameResult(text: string, ids: TypeIds): string {
  const signature = parseSignature(text);
  return formatSignature({ ...signature, returns: renameRefs(signature.returns, ids) });
}

/** What declarations say, every signature rewritten. */
export function mapSignatures(facts: DeclaredFacts, rewrite: (text: string) => string): DeclaredFacts {
  return { ...facts, signatures: unique(facts.signatures.map(rewrite)), instances: unique(facts.instances.map(rewrite)) };
}

/** A path below a renamed type, or that type itself, follows it. */
export function renamePath(path: string, ids: TypeIds): string {
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
    const renamed = ids.get(path.slice(0, end));
    if (renamed !== undefined) return renamed + path.slice(end);
  }
  return path;
}

/** All that a library declares with its types under other ids. `movePath` says where members stand. */
export function renameDeclared(declared: DeclaredLibrary, ids: TypeIds, movePath: (path: string) => string): DeclaredLibrary {
  const id = (old: string) => ids.get(old) ?? old;
  const orNull = (old: string | null, rename: (text: string) => string) => (old === null ? null : rename(old));
  const rewrite = (text: string) => renameInSignature(text, ids);
  return {
    ...declared,
    types: declared.types
      .map((type) => ({ ...type, id: id(type.id), exportedAs: orNull(type.exportedAs, movePath), extends: type.extends.map(id) }))
      .sort((left, right) => inOrder(left.id, right.id)),
    members: declared.members.map((member) => ({
      ...member,
      path: movePath(member.path),
      aliasOf: orNull(member.aliasOf, movePath),
      inheritedFrom: orNull(member.inheritedFrom, id),
      declared: member.declared === null ? null : mapSignatures(member.declared, rewrite),
    })),
  };
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
