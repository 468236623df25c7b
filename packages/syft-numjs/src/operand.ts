// What guards and costs may know of an operand, read as numjs would read it. All of it is public: a constant's value, and
// bounds of private sizes. An axis's length is an upper bound: the private one may be smaller, never larger.
import { type Bound, boundOfShape, boundOfValue, isPointer, type OperandView, sizeOfShape } from '@syft-libs/ast';

/** The lengths of an array's axes at most; `undefined` when their number is not public. */
export type Dims = readonly number[] | undefined;

/**
 * The axes of the array that numjs makes of an argument: a number becomes `[n]`, a nested list has its items' axes below
 * its own. A private scalar may be a number (one axis) or an array of rank 0, so its axes are not known.
 */
export function dimsOf(view: OperandView): Dims {
  const items = itemsOf(view);
  if (items !== undefined) return dimsOfItems(items);
  if (typeof view.value === 'number') return [1];
  return view.value === undefined && view.bound.dims?.length === 0 ? undefined : view.bound.dims;
}

/** The bound of the array that numjs makes of an argument. */
export function boundOf(view: OperandView): Bound {
  const dims = dimsOf(view);
  if (dims !== undefined) return dims === view.bound.dims ? view.bound : boundOfShape(dims);
  const items = itemsOf(view);
  if (items === undefined) return { elements: Math.max(1, view.bound.elements) };
  return { elements: items.length * Math.max(0, ...items.map((item) => boundOf(item).elements)) };
}

/** Elements that a call has to look at. */
export function elementsOf(operands: readonly OperandView[]): number {
  return operands.reduce((sum, view) => sum + boundOf(view).elements, 0);
}

/** A list operand's items; `undefined` for anything else, and for a private list. */
export function itemsOf(view: OperandView): readonly OperandView[] | undefined {
  if (view.items !== undefined) return view.items;
  return Array.isArray(view.value) ? view.value.map(constantView) : undefined;
}

/** True for what the caller wrote out: its sizes are exact, whatever pointers to scalars stand in it. */
export function isConstant(view: OperandView): boolean {
  return view.value !== undefined || view.items !== undefined;
}

/** True when rows of a list that the caller wrote differ in length: numjs would take the first row's and pad the rest. */
export function isRagged(view: OperandView): boolean {
  const items = itemsOf(view);
  if (items === undefined || items.every(isScalar)) return false;
  const shapes = items.filter((item) => isConstant(item) || isScalar(item)).map((item) => JSON.stringify(itemDims(item)));
  return items.some(isRagged) || shapes.some((shape) => shape !== shapes[0]);
}

/** The value of a `public` parameter as a list of numbers: a single one counts as a list of one. */
export function numbersOf(views: readonly OperandView[]): readonly unknown[] {
  const [first] = views;
  if (views.length === 1 && first !== undefined) return Array.isArray(first.value) ? first.value : [first.value];
  return views.map((view) => view.value);
}

/** The bound of a shape given by the caller; without end when it is no shape. */
export function boundOfPublicShape(shape: readonly unknown[]): Bound {
  const elements = sizeOfShape(shape as readonly number[]);
  return elements >= 0 ? { elements, dims: shape as readonly number[] } : { elements: Infinity };
}

function constantView(value: unknown): OperandView {
  return { bound: isPointer(value) ? { elements: Infinity } : boundOfValue(value), value, isPublic: !isPointer(value) };
}

/** As an item of a list, a number is an element and not an array of one. */
function itemDims(item: OperandView): Dims {
  return isScalar(item) ? [] : dimsOf(item);
}

/** True for a number, and for an array of rank 0 where it is private: which one it is, is not known then. */
export function isScalar(item: OperandView): boolean {
  return itemsOf(item) === undefined && item.bound.dims?.length === 0;
}

function dimsOfItems(items: readonly OperandView[]): Dims {
  if (items.every(isScalar)) return [items.length];
  const inner = items.map(itemDims).reduce(widest);
  return inner && [items.length, ...inner];
}

/** The longer of two on each axis, as long as they have equally many. */
function widest(a: Dims, b: Dims): Dims {
  return a !== undefined && a.length === b?.length ? a.map((length, axis) => Math.max(length, b[axis] as number)) : undefined;
}
