import { dtypeOfTypedArray, isPointer, type PointerLike } from '@syft-libs/ast';
import { childrenOf, isScalar, segmentsOf, shapeOf } from './supplied-value.ts';

/** Constants of so few elements are shown in their step; larger ones are summarised. */
export const SHOWN_ELEMENTS = 4;
const SHOWN_TEXT = 40;
const SHOWN_ITEMS = 16;

/** An operand as an owner reads it. Every pointer has its name there, up to sixteen different ones in a list. */
export function operandText(value: unknown, nameOf: (pointer: PointerLike) => string): string {
  if (isPointer(value)) return nameOf(value);
  if (typeof value === 'string') return clip(JSON.stringify(value));
  if (typeof value === 'bigint') return clip(`${value}n`);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'no date' : value.toISOString();
  if (isScalar(value)) return Object.is(value, -0) ? '-0' : String(value);
  const container = value as object;
  if (!holdsPointers(container) && countScalars(container) > SHOWN_ELEMENTS) return `<${shapeOf(value).join('×')} from the requester>`;
  if (dtypeOfTypedArray(value) !== undefined) return `[${Array.from(value as ArrayLike<unknown>, String).join(', ')}]`;
  const textOf = (item: unknown): string => operandText(item, nameOf);
  if (container instanceof Map) return `{${foldItems([...container].map(([key, item]) => `${textOf(key)}: ${textOf(item)}`))}}`;
  const children = [...childrenOf(container)];
  if (isPlainRecord(container, children.length))
    return `{${foldItems(Object.entries(container).map(([key, item]) => `${clip(JSON.stringify(key))}: ${textOf(item)}`))}}`;
  if (!Array.isArray(container) && !(container instanceof Set)) return textOf(children[0]);
  // Pointers first: what is cut are values before names.
  const ordered =
    children.length > SHOWN_ITEMS ? [...children.filter(holdsPointers), ...children.filter((item) => !holdsPointers(item))] : children;
  return `[${foldItems(ordered.map(textOf))}]`;
}

/** The constants of an operand that are too large to be shown in its step, those beside pointers too. */
export function suppliedIn(operand: unknown): readonly unknown[] {
  if (isScalar(operand) || isPointer(operand)) return [];
  if (!holdsPointers(operand)) return countScalars(operand) > SHOWN_ELEMENTS ? [operand] : [];
  const large: unknown[] = [];
  const small: unknown[] = [];
  const visit = (container: object): void => {
    for (const child of childrenOf(container)) {
      if (isPointer(child)) continue;
      if (isScalar(child)) small.push(child);
      else if (holdsPointers(child)) visit(child as object);
      else if (countScalars(child) > SHOWN_ELEMENTS) large.push(child);
      else for (const segment of segmentsOf(child)) small.push(...Array.from(segment));
    }
  };
  visit(operand as object);
  return small.length > SHOWN_ELEMENTS ? [...large, small] : large;
}

function holdsPointers(value: unknown): boolean {
  if (isScalar(value) || dtypeOfTypedArray(value) !== undefined) return false;
  if (isPointer(value)) return true;
  for (const child of childrenOf(value as object)) if (holdsPointers(child)) return true;
  return false;
}

function countScalars(value: unknown): number {
  return segmentsOf(value).reduce((sum, { length }) => sum + length, 0);
}

function isPlainRecord(container: object, children: number): boolean {
  return !Array.isArray(container) && !(container instanceof Set) && Object.keys(container).length === children;
}

/** A long list by its different items, each with how often it occurs; says how many different ones are left out. */
function foldItems(items: readonly string[]): string {
  if (items.length <= SHOWN_ITEMS) return items.join(', ');
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  const shown = [...counts].slice(0, SHOWN_ITEMS).map(([item, count]) => (count === 1 ? item : `${item} × ${count}`));
  const left = counts.size - shown.length;
  return [...shown, ...(left > 0 ? [`… ${left} different more`] : [])].join(', ');
}

function clip(text: string): string {
  return text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT)}… (${text.length} characters)` : text;
}
