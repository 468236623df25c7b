import { formatSignature, parseSignature, type Signature, type TypeAliases, type TypeRef } from '@syft-libs/ast';
import type { SeenMember } from '../surface/snapshot.ts';
import type { KnownTypes } from './known-types.ts';
import { mergeObserved } from './type-agreement.ts';

/** Successes from which probing alone may say what a type is. */
export const ENOUGH = 3;

/** What probing saw of a member's calls. */
export interface SeenCalls {
  /** Results, without those of calls that were handed a function: nobody can hand one over. */
  readonly types: readonly TypeRef[];
  /** The same before any of them were put together. */
  readonly single: readonly TypeRef[];
  readonly ok: number;
  readonly isAsync: boolean;
  /** Every type of result that was seen, those of odd calls among them. */
  readonly results: readonly TypeRef[];
  /** Argument lists that worked. */
  readonly signatures: readonly Signature[];
  /** A constant or a property: nothing is handed over. */
  readonly isRead: boolean;
}

/** Reads a member's probe; a constant of a primitive type is seen by itself. Throws `BAD_MANIFEST` for a text that is no type. */
export function seenCallsOf({ probe, runtime, kind }: SeenMember, types: KnownTypes): SeenCalls {
  const isRead = kind === 'constant' || kind === 'property';
  if (kind === 'constant' && runtime !== null && runtime.constant !== null) {
    const only = [typeOfConstant(runtime.typeof)];
    return { types: only, single: only, results: only, ok: Math.max(ENOUGH, probe?.ok ?? 0), isAsync: false, signatures: [], isRead };
  }
  const signatures = (probe?.signatures ?? []).map((text) => readSignature(text, types));
  const sendable = signatures.filter(({ params }) => params.every(({ type, optional }) => optional || types.flawOf(type) !== 'callback'));
  const results = (probe?.results ?? []).map(({ type }) => types.read(type));
  const returned = sendable.length > 0 ? sendable.map(({ returns }) => returns) : results;
  const ok = probe?.ok ?? 0;
  return {
    types: mergeObserved(returned, types),
    single: returned.flatMap((type) => (type.kind === 'union' ? type.of : [type])),
    results,
    // A constant is the same however often it is read.
    ok: kind === 'constant' && ok > 0 ? Math.max(ENOUGH, ok) : ok,
    isAsync: probe?.isAsync ?? false,
    signatures: sendable,
    isRead,
  };
}

/** A signature with every type by its one name. Throws `BAD_MANIFEST`. */
export function readSignature(text: string, types: KnownTypes, aliases: TypeAliases = {}): Signature {
  const signature = parseSignature(text, aliases);
  const params = signature.params.map((param) => ({ ...param, type: types.resolve(param.type) }));
  return { ...signature, params, returns: types.resolve(signature.returns) };
}

/** Each signature once, in their order. */
export function distinct(signatures: readonly Signature[]): readonly Signature[] {
  return [...new Map(signatures.map((signature) => [formatSignature(signature), signature])).values()];
}

const PRIMITIVES = ['undefined', 'boolean', 'number', 'bigint', 'string'] as const;

/** `typeof` says `object` of `null`, and a symbol has no type that could be sent. */
function typeOfConstant(word: string): TypeRef {
  if (word === 'object') return { kind: 'prim', name: 'null' };
  const name = PRIMITIVES.find((primitive) => primitive === word);
  return name === undefined ? { kind: 'unknown' } : { kind: 'prim', name };
}
