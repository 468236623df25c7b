import type { ManifestType, MemberKind } from '../manifest/manifest.ts';

/**
 * The allowed entries of one library in a form small enough for browsers. Generated from the manifest; the texts of the
 * signatures are how two sides see that they mean the same entry.
 */
export interface Surface {
  readonly root: string;
  /** The npm package and the version that was crawled. */
  readonly library: string;
  readonly version: string;
  /** SHA-256 of the manifest, hexadecimal. */
  readonly digest: string;
  readonly aliases: Readonly<Record<string, string>>;
  readonly types: readonly SurfaceType[];
  readonly entries: readonly SurfaceEntry[];
}

/** A library's type, as its manifest has it; `extends` and `membersOf` are left out where there is nothing to say. */
export interface SurfaceType {
  readonly id: string;
  /** The types that stand for this one as an argument. */
  readonly accepts: readonly string[];
  readonly extends?: readonly string[];
  readonly membersOf?: string;
}

/** The part of a manifest's type that surfaces carry. */
export function surfaceTypeOf({ id, accepts, extends: bases, membersOf }: ManifestType): SurfaceType {
  return { id, accepts, ...(bases.length > 0 && { extends: bases }), ...(membersOf !== null && { membersOf }) };
}

/**
 * Path below the root, kind, signatures joined by ` ; ` (short form, see `parseSignature`), and the name on pointers
 * where it is not the path’s last segment.
 */
export type SurfaceEntry = readonly [path: string, kind: MemberKind, signatures: string, remoteName?: string];

/** Joins the short signatures of an overloaded entry. */
export function joinSignatures(signatures: readonly string[]): string {
  return signatures.join(' ; ');
}

/** The inverse of {@link joinSignatures}. */
export function splitSignatures(text: string): readonly string[] {
  // A string literal may hold the separator, so quoted runs are matched whole.
  return [...text.matchAll(/(?:^| ; )((?:"(?:[^"\\]|\\.)*"|(?! ; )[^"])*)/g)].map(([, signature]) => signature as string);
}
