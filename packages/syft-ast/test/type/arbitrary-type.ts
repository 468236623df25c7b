import fc from 'fast-check';
import { PRIMITIVE_NAMES, type TypeRef, unionOf } from '../../src/index.ts';

const name = fc.stringMatching(/^[A-Za-z_$][A-Za-z0-9_$]{0,6}$/);
/** Keys that people upload are any text. */
const field = fc.oneof(name, fc.string({ unit: 'binary' }));
const literal = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean());

/** Every type that text can say. */
export const arbitraryType: fc.Arbitrary<TypeRef> = fc.letrec<{ type: TypeRef }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...PRIMITIVE_NAMES).map((prim): TypeRef => ({ kind: 'prim', name: prim })),
    literal.map((value): TypeRef => ({ kind: 'literal', value })),
    fc.tuple(name, name).map(([root, id]): TypeRef => ({ kind: 'ref', id: `${root}.${id}` })),
    fc.constantFrom<TypeRef>({ kind: 'callback' }, { kind: 'unknown' }),
    tie('type').map((of): TypeRef => ({ kind: 'list', of })),
    fc.array(tie('type'), { maxLength: 3 }).map((items): TypeRef => ({ kind: 'tuple', items })),
    fc
      .uniqueArray(fc.record({ name: field, optional: fc.boolean(), type: tie('type') }), { maxLength: 3, selector: (entry) => entry.name })
      .map((fields): TypeRef => ({ kind: 'record', fields })),
    tie('type').map((of): TypeRef => ({ kind: 'dict', of })),
    tie('type').map((of): TypeRef => ({ kind: 'set', of })),
    fc.tuple(tie('type'), tie('type')).map(([key, of]): TypeRef => ({ kind: 'map', key, of })),
    fc.array(tie('type'), { minLength: 1, maxLength: 3 }).map(unionOf),
  ),
})).type;
