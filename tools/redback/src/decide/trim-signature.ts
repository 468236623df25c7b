// What of a signature may stand on an allowlist: optional parts that could never be handed over are left out.
import { type Param, type Signature, type TypeRef, unionOf } from '@syft-libs/ast';
import type { KnownTypes, TypeFlaw } from './known-types.ts';

type RecordField = Extract<TypeRef, { kind: 'record' }>['fields'][number];

export interface Trimmed {
  readonly signature: Signature | null;
  /** Why there is none, and where. */
  readonly flaw: { readonly place: 'param' | 'result'; readonly kind: TypeFlaw; readonly name: string } | null;
}

/**
 * A signature without optional parameters, optional fields and members of unions that take callbacks or unknown types, and
 * without those that a person drops. Nothing can be given after a parameter that is left out, so all behind it go as well.
 */
export function trimSignature(signature: Signature, types: KnownTypes, dropped: readonly string[] = []): Trimmed {
  const params: Param[] = [];
  for (const param of signature.params) {
    if (dropped.includes(param.name)) break;
    const type = trimParam(param.type, types);
    const flaw = types.flawOf(type);
    if (flaw === null) params.push({ ...param, type });
    else if (param.optional || param.rest) break;
    else return { signature: null, flaw: { place: 'param', kind: flaw, name: param.name } };
  }
  const required = signature.params.slice(params.length).find(({ name, optional, rest }) => !(optional || rest || dropped.includes(name)));
  if (required !== undefined) return { signature: null, flaw: { place: 'param', kind: 'unknown', name: required.name } };
  const flaw = types.flawOf(signature.returns);
  if (flaw !== null) return { signature: null, flaw: { place: 'result', kind: flaw, name: 'result' } };
  return { signature: { ...signature, params }, flaw: null };
}

/** A parameter takes less than it might; a result has to be all of what it is. */
function trimParam(type: TypeRef, types: KnownTypes): TypeRef {
  if (type.kind === 'union') {
    const members = type.of.map((member) => trimParam(member, types)).filter((member) => types.flawOf(member) === null);
    return members.length === 0 ? type : unionOf(members);
  }
  if (type.kind === 'list') return { ...type, of: trimParam(type.of, types) };
  if (type.kind !== 'record') return type;
  const fields = type.fields
    .map((field): RecordField => ({ ...field, type: trimParam(field.type, types) }))
    .filter(({ optional, type: of }) => !optional || types.flawOf(of) === null);
  return { ...type, fields };
}
