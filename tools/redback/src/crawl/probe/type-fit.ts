import { formatType, parseType, type TypeRef } from '@syft-libs/ast';
import type { ValueFacts } from '../runtime/samples.ts';

/** What is known of names in types: which of them extends which, and which are seen at run time at all. */
export interface TypeNames {
  readonly extends: (id: string, base: string) => boolean;
  readonly isSeen: (id: string) => boolean;
}

/** Whether a value that was seen is of a declared type. Where the cage has no word for a part, the part fits. */
export function valueFits(value: Pick<ValueFacts, 'type' | 'shape' | 'sample'>, declared: TypeRef, names: TypeNames): boolean {
  const seen = parseType(value.type);
  if (declared.kind === 'union') return declared.of.some((member) => valueFits(value, member, names)) || typeFits(seen, declared, names);
  if (declared.kind === 'literal') return literalFits(value, declared.value);
  if (declared.kind === 'tuple' && value.shape !== null && value.shape[0] !== declared.items.length) return false;
  return typeFits(seen, declared, names);
}

function literalFits({ sample, type }: Pick<ValueFacts, 'type' | 'sample'>, literal: string | number | boolean): boolean {
  return typeof sample === 'object' ? type === typeof literal && sample === null : Object.is(sample, literal);
}

/** Whether all values of one type are of another. Lenient where either says `unknown`. */
export function typeFits(seen: TypeRef, declared: TypeRef, names: TypeNames): boolean {
  if (declared.kind === 'unknown' || seen.kind === 'unknown') return true;
  const fits = (left: TypeRef, right: TypeRef): boolean => typeFits(left, right, names);
  if (seen.kind === 'union') return seen.of.every((member) => fits(member, declared));
  if (declared.kind === 'union') return declared.of.some((member) => fits(seen, member));
  switch (declared.kind) {
    case 'literal':
      return seen.kind === 'prim' && seen.name === typeof declared.value;
    case 'ref':
      return seen.kind === 'ref' && (seen.id === declared.id || names.extends(seen.id, declared.id) || !names.isSeen(declared.id));
    case 'list':
      return seen.kind === 'list' && fits(seen.of, declared.of);
    case 'tuple':
      return seen.kind === 'list' && partsOf(seen.of).every((part) => declared.items.some((item) => fits(part, item)));
    case 'record':
      return seen.kind === 'dict' ? declared.fields.every(({ optional }) => optional) : recordFits(seen, declared, names);
    case 'dict':
      return seen.kind === 'dict'
        ? fits(seen.of, declared.of)
        : seen.kind === 'record' && seen.fields.every(({ type }) => fits(type, declared.of));
    case 'map':
      return seen.kind === 'map' && fits(seen.key, declared.key) && fits(seen.of, declared.of);
    case 'set':
      return seen.kind === 'set' && fits(seen.of, declared.of);
    default:
      return formatType(seen) === formatType(declared);
  }
}

function partsOf(type: TypeRef): readonly TypeRef[] {
  return type.kind === 'union' ? type.of : [type];
}

function recordFits(seen: TypeRef, declared: Extract<TypeRef, { kind: 'record' }>, names: TypeNames): boolean {
  if (seen.kind !== 'record') return false;
  return declared.fields.every(({ name, optional, type }) => {
    const field = seen.fields.find((one) => one.name === name);
    if (field === undefined) return optional;
    return typeFits(field.type, type, names) || (optional && formatType(field.type) === 'undefined');
  });
}
