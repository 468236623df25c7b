import { decodeValue, type Encoded, type ErrorCode, isRecord, isSyftError, type Limits, type SerdeContext } from '@syft-libs/ast';
import type { StoredObject } from '../object/stored-object.ts';
import type { Session } from '../session/session.ts';

/** What came of a computation: the value, or the code of its failure with the library's words for the owner. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: Encoded }
  | { readonly kind: 'failure'; readonly code: ErrorCode; readonly detail: string };

/** The outcome of what was deleted before it could be looked at. */
export const GONE: Outcome = { kind: 'failure', code: 'LOST', detail: 'the object was deleted before its value was bound' };

/** Computes an object for a request, its NaNs made canonical. Never rejects. */
export async function computeOutcome(session: Session, object: StoredObject): Promise<Outcome> {
  try {
    return { kind: 'value', value: await session.encode(object, { canonical: true }) };
  } catch (error) {
    const code = isSyftError(error) ? error.code : 'INTERNAL';
    return { kind: 'failure', code, detail: object.failure?.detail ?? (error instanceof Error ? error.message : '') };
  }
}

/** The part of a core that reading values takes. */
export function serdeOf({
  registry,
  tags,
  limits,
}: SerdeContext & { readonly limits: Limits }): SerdeContext & { readonly limits: Limits } {
  return { registry, tags, limits };
}

/** How many elements a value would hand out, nested ones included: what an owner wants to know first. */
export function weighOutcome(value: Encoded, core: SerdeContext & { readonly limits: Limits }): number {
  return countElements(decodeValue(value, core, core.limits));
}

function countElements(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  if (ArrayBuffer.isView(value)) return (value as unknown as ArrayLike<unknown>).length;
  const { data } = value as { readonly data?: unknown };
  if (ArrayBuffer.isView(data)) return (data as unknown as ArrayLike<unknown>).length;
  if (Array.isArray(data)) return sum(data);
  if (Array.isArray(value) || value instanceof Set) return sum(value);
  if (value instanceof Map) return sum([...value].flat());
  return isRecord(value) ? sum(Object.values(value)) : 1;
}

function sum(items: Iterable<unknown>): number {
  let count = 0;
  for (const item of items) count += countElements(item);
  return count;
}
