import type { TypedArray } from '@syft-libs/ast';

/** A call whose cost can be measured. */
export interface BenchEntry {
  readonly path: string;
  /** False where nothing in the call has a size. */
  readonly grows: boolean;
  /** Plain operands, the receiver first; where they grow, of about `size` elements. */
  readonly operands: (size: number) => readonly unknown[];
}

/** The items over and over, until there are about `size` elements in all; items that are lists keep their lengths. */
export function grown<List extends readonly unknown[] | TypedArray>(items: List, size: number): List {
  const length = Math.max(1, Math.ceil(size / elementsOf(items[0])));
  if (Array.isArray(items)) return Array.from({ length }, (_, index) => items[index % items.length] as unknown) as unknown as List;
  const typed = items as TypedArray & { readonly constructor: new (length: number) => TypedArray };
  const made = new typed.constructor(length) as unknown as Record<number, unknown>;
  for (let index = 0; index < length; index++) made[index] = typed[index % typed.length];
  return made as unknown as List;
}

function elementsOf(item: unknown): number {
  if (!Array.isArray(item) && !ArrayBuffer.isView(item)) return 1;
  const items = item as ArrayLike<unknown>;
  return Math.max(1, items.length * elementsOf(items[0]));
}
