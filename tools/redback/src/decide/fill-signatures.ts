// Signatures with `unknown` in them, as generics and missing declarations leave them, filled with what probing saw.
import { type Param, type Signature, type TypeRef, unionOf } from '@syft-libs/ast';
import type { KnownTypes } from './known-types.ts';
import { distinct, ENOUGH, type SeenCalls } from './seen-calls.ts';
import { agrees, hasHole, isMixture, mergeObserved } from './type-agreement.ts';

/**
 * The same signatures without holes where probing fills them: argument lists that worked stand in, under the declared names;
 * failing these, instances of a generic whose result was seen.
 */
export function fillSignatures(
  signatures: readonly Signature[],
  instances: readonly Signature[],
  { seen, types }: { seen: SeenCalls; types: KnownTypes },
): readonly Signature[] {
  const confirmed = instances.filter(({ returns }) => seen.types.some((type) => agrees(type, returns, types)));
  return distinct(
    signatures.flatMap((signature) => {
      if (!isOpen(signature)) return [signature];
      const made = seen.ok < ENOUGH ? [] : seen.signatures.filter((one) => goesAs(one, signature, types));
      if (made.length > 0) return tellable(made.map((one) => fill(signature, one, types)));
      return confirmed.length > 0 ? confirmed : [signature];
    }),
  );
}

function isOpen({ params, returns }: Signature): boolean {
  return hasHole(returns) || params.some(({ type, optional }) => !optional && hasHole(type));
}

/** Whether a call that worked went the way of a declared signature. */
export function goesAs(made: Signature, declared: Signature, { subtypes }: KnownTypes): boolean {
  const by = { subtypes, hasHoles: true };
  if (made.params.length < declared.params.filter(({ optional, rest }) => !optional && !rest).length) return false;
  const fits = made.params.every(({ type }, index) => {
    const expected = expectedAt(declared.params, index);
    return expected !== undefined && agrees(type, expected, by);
  });
  return fits && agrees(made.returns, declared.returns, by);
}

function expectedAt(params: readonly Param[], index: number): TypeRef | undefined {
  const param = params[index] ?? params.find(({ rest }) => rest);
  return param?.rest === true && param.type.kind === 'list' ? unionOf([param.type.of, param.type]) : param?.type;
}

function fill(declared: Signature, made: Signature, types: KnownTypes): Signature {
  const returns = hasHole(declared.returns) ? unionOf(mergeObserved([made.returns], types)) : declared.returns;
  return { ...declared, params: namedLike(made.params, declared.params), returns };
}

/** Parameters under the names of others, where these have one. */
export function namedLike(params: readonly Param[], like: readonly Param[]): readonly Param[] {
  const names = new Set(like.map(({ name }) => name));
  return params.map((param, index): Param => {
    const own = like[index];
    if (own === undefined) return { ...param, name: names.has(param.name) ? `${param.name}${index}` : param.name };
    const isOptional = param.optional || (own.optional && params.slice(index).every((_, after) => like[index + after]?.optional ?? false));
    return { ...param, name: own.name, optional: isOptional };
  });
}

/** Those whose result is one type, if there are any. */
export function tellable(signatures: readonly Signature[]): readonly Signature[] {
  const told = signatures.filter(({ returns }) => !isMixture(returns.kind === 'union' ? returns.of : [returns]));
  return told.length > 0 ? told : signatures;
}
