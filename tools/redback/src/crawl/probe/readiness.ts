import type { TypeRef } from '@syft-libs/ast';
import { type Merged, nameIn, ownerIn } from '../merge/merged.ts';
import type { ProbeTarget } from './probe-target.ts';
import type { RecipeBook } from './recipe-book.ts';

/** Fields by which functions of array libraries know a view of a flat buffer. */
const STRIDED = ['data', 'shape', 'stride', 'offset'];

/** Whether a member's operands can be made by now. What declares nothing waits for the others: it may take what they give. */
export function isReady({ signatures, mode, owner }: ProbeTarget, book: RecipeBook, round: number): boolean {
  if (mode === 'get' || (owner !== null && signatures.length === 0)) return true;
  if (signatures.length === 0) return mode !== 'call' || round > 0;
  return signatures.every(({ signature }) => signature.params.filter(({ optional }) => !optional).every(({ type }) => canMake(type, book)));
}

function canMake(type: TypeRef, book: RecipeBook): boolean {
  if (type.kind === 'ref') return book.has(type.id) || book.isStrided(type.id);
  if (type.kind === 'union') return type.of.every((member) => canMake(member, book));
  return type.kind === 'list' ? canMake(type.of, book) : true;
}

/** Types that are declared as strided views, and of which the library itself makes none. */
export function stridedTypes({ members }: Merged): ReadonlySet<string> {
  const fields = new Map<string, Set<string>>();
  for (const { path } of members) {
    const known = fields.get(ownerIn(path)) ?? new Set();
    fields.set(ownerIn(path), known.add(nameIn(path)));
  }
  return new Set([...fields].filter(([, names]) => STRIDED.every((name) => names.has(name))).map(([id]) => id));
}
