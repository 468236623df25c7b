import { decodeValue, type ErrorCode, type Limits, type SerdeContext } from '@syft-libs/ast';
import type { Released } from '../request/request-book.ts';

/** A bound outcome in JSON's terms: what an owner looks at before deciding. */
export interface OutcomePreview {
  /** The code that an approval would release in place of a value. */
  readonly failure: ErrorCode | null;
  /** An array's axes and element type; else `null`. */
  readonly shape: readonly number[] | null;
  readonly dtype: string | null;
  /** Arrays are flat, in C order. What JSON lacks is text: `NaN`, `-0`, `12n`. */
  readonly value: unknown;
  /** True when only the first elements are given. */
  readonly truncated: boolean;
}

const SHOWN_ELEMENTS = 1_000;
const SHOWN_TEXT = 1_000;

/** Renders an outcome for its owner. */
export function previewOutcome(released: Released, core: SerdeContext & { readonly limits: Limits }): OutcomePreview {
  if (released.kind === 'failure') return { failure: released.code, shape: null, dtype: null, value: null, truncated: false };
  const value = decodeValue(released.value, core, core.limits);
  const plain = new PlainValue();
  const { shape, dtype } = (value ?? {}) as { readonly shape?: unknown; readonly dtype?: unknown };
  const rendered = plain.of(value);
  return {
    failure: null,
    shape: Array.isArray(shape) ? shape.map(Number) : null,
    dtype: typeof dtype === 'string' ? dtype : null,
    value: rendered,
    truncated: plain.truncated,
  };
}

/** Turns a value into JSON, up to a number of elements. */
class PlainValue {
  truncated = false;
  #left = SHOWN_ELEMENTS;

  of(value: unknown): unknown {
    switch (typeof value) {
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0) ? value : Object.is(value, -0) ? '-0' : String(value);
      case 'bigint':
        return this.#clip(`${value}n`);
      case 'string':
        return this.#clip(value);
      case 'object':
        return value === null ? null : this.#ofObject(value);
      default:
        return value ?? null;
    }
  }

  #ofObject(value: object): unknown {
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
    if (value instanceof Map) return this.#list(value, value.size);
    if (value instanceof Set) return this.#list(value, value.size);
    if (Array.isArray(value)) return this.#list(value, value.length);
    if (ArrayBuffer.isView(value)) {
      const elements = value as unknown as Iterable<unknown> & { readonly length: number };
      return this.#list(elements, elements.length);
    }
    if ('data' in value && 'shape' in value) return this.of(value.data);
    const entries = Object.entries(value);
    return Object.fromEntries(this.#take(entries, entries.length).map(([key, item]) => [this.#clip(key), this.of(item)]));
  }

  #list(items: Iterable<unknown>, length: number): readonly unknown[] {
    return this.#take(items, length).map((item) => this.of(item));
  }

  #take<T>(items: Iterable<T>, length: number): readonly T[] {
    const taken: T[] = [];
    for (const item of items) {
      if (taken.length >= this.#left) break;
      taken.push(item);
    }
    this.#left -= taken.length;
    this.truncated ||= taken.length < length;
    return taken;
  }

  #clip(text: string): string {
    if (text.length <= SHOWN_TEXT) return text;
    this.truncated = true;
    return `${text.slice(0, SHOWN_TEXT)}…`;
  }
}
