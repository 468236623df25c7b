import { dtypeOfTypedArray } from '@syft-libs/ast';

/** An array that the requester brought along. A mask that picks out few rows stands out by its share of non-zeros. */
export interface SuppliedValue {
  readonly step: string;
  readonly shape: readonly number[];
  readonly elements: number;
  readonly distinct: number;
  /** Between 0 and 1. */
  readonly nonZeroShare: number;
}

/** Summarises a value from a client; `undefined` for a scalar, which is shown whole in its step. */
export function summarizeSupplied(step: string, value: unknown): SuppliedValue | undefined {
  const elements = elementsOf(value);
  if (elements === undefined) return undefined;
  const nonZero = elements.reduce<number>((count, element) => count + (isZero(element) ? 0 : 1), 0);
  return {
    step,
    shape: shapeOf(value),
    elements: elements.length,
    distinct: new Set(elements).size,
    nonZeroShare: elements.length === 0 ? 0 : nonZero / elements.length,
  };
}

function elementsOf(value: unknown): readonly unknown[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (dtypeOfTypedArray(value) !== undefined) return Array.from(value as unknown as ArrayLike<unknown>);
  const { data } = value as { readonly data?: unknown };
  if (data !== undefined) return elementsOf(data);
  if (Array.isArray(value)) return value.flat(32);
  if (value instanceof Map || value instanceof Set) return [...value.values()];
  return Object.values(value);
}

function shapeOf(value: unknown): readonly number[] {
  if (typeof value !== 'object' || value === null) return [];
  const { shape, length, size } = value as { readonly shape?: unknown; readonly length?: unknown; readonly size?: unknown };
  if (Array.isArray(shape)) return shape as readonly number[];
  if (Array.isArray(value)) return [value.length, ...(Array.isArray(value[0]) ? shapeOf(value[0]) : [])];
  return [typeof length === 'number' ? length : typeof size === 'number' ? size : Object.keys(value).length];
}

function isZero(element: unknown): boolean {
  return element === 0 || element === 0n || element === false || element === null || element === undefined;
}
