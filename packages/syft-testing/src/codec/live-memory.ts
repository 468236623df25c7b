import type { TypedArray } from '@syft-libs/ast';

/** How deep a library's objects keep their elements. */
const DEPTH = 4;

/** The typed arrays and lists that a library's object stands on, found by its properties and not by what its codec says. */
export function memoryOf(value: unknown, depth = DEPTH): readonly (TypedArray | unknown[])[] {
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  if (ArrayBuffer.isView(value)) return value instanceof DataView ? [] : [value as TypedArray];
  const nested = Object.values(Object.getOwnPropertyDescriptors(value)).flatMap((property) => memoryOf(property.value, depth - 1));
  return Array.isArray(value) ? [value, ...nested] : nested;
}

/** The buffers under {@link memoryOf}. */
export function buffersOf(value: unknown): readonly ArrayBufferLike[] {
  return memoryOf(value).flatMap((memory) => (Array.isArray(memory) ? [] : [memory.buffer]));
}

/** Overwrites everything that a library's object stands on, in place; returns how to undo it. */
export function overwrite(value: unknown): () => void {
  const undo = memoryOf(value).map((memory) => (Array.isArray(memory) ? overwriteList(memory) : overwriteBuffer(memory.buffer)));
  return () => {
    for (const one of undo) one();
  };
}

function overwriteList(list: unknown[]): () => void {
  if (Object.isFrozen(list)) return () => {};
  const before = list.slice();
  list.fill(1);
  return () => {
    list.splice(0, list.length, ...before);
  };
}

function overwriteBuffer(buffer: ArrayBufferLike): () => void {
  const bytes = new Uint8Array(buffer);
  const before = bytes.slice();
  bytes.fill(0x5a);
  return () => bytes.set(before);
}
