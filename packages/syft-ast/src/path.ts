import { SyftError } from './errors.ts';
import { DEFAULT_LIMITS } from './limits.ts';

/** An entry's full name: identifier segments joined by single dots, the library's root first (`numjs.NdArray.add`). */
export type Path = string;

const SEGMENT = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** Names that never stand in a path: each is a way from a value to the machinery behind it. */
const FORBIDDEN = new Set(['__proto__', 'prototype', '__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__']);

/** True for a segment that a manifest may use. */
export function isPathSegment(segment: string): boolean {
  return SEGMENT.test(segment) && !FORBIDDEN.has(segment);
}

/** True for a well-formed path within the limits on length and segments. Nothing is normalised. */
export function isPath(path: unknown): path is Path {
  if (typeof path !== 'string' || path.length > DEFAULT_LIMITS.pathLength) return false;
  const segments = path.split('.');
  return segments.length <= DEFAULT_LIMITS.pathSegments && segments.every(isPathSegment);
}

/** Splits a path. Throws `BAD_ARGUMENT` when it is not well-formed. */
export function parsePath(path: string): readonly string[] {
  if (!isPath(path)) throw new SyftError('BAD_ARGUMENT', 'cannot read path: not identifier segments joined by dots');
  return path.split('.');
}
