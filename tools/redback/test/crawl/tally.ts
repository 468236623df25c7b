import { formatType, parseSignature } from '@syft-libs/ast';
import type { DeclaredLibrary } from '../../src/crawl/static/declared-library.ts';

/** What a crawl found, as numbers. Aliases and inherited members are left out of everything but `exports`. */
export interface Tally {
  /** Names that the entry point `.` offers, aliases among them. */
  readonly exports: number;
  readonly functions: number;
  readonly classes: number;
  readonly methods: number;
  readonly statics: number;
  /** Inherited callables, which are named and not described. */
  readonly inherited: number;
  /** Signatures of functions, methods and statics; constructors are left out. */
  readonly signatures: number;
  /** Those whose result is fully known. */
  readonly concrete: number;
}

export function tally(library: DeclaredLibrary, root: string): Tally {
  const own = library.members.filter(({ path }) => path.startsWith(`${root}.`));
  const unique = own.filter(({ aliasOf, inheritedFrom, isPrivate }) => aliasOf === null && inheritedFrom === null && !isPrivate);
  const callables = unique.filter(({ kind }) => kind === 'function' || kind === 'method');
  const signatures = callables.flatMap(({ declared }) => declared?.signatures ?? []);
  return {
    exports: own.filter(({ path, subpaths }) => subpaths.includes('.') && path.split('.').length === 2).length,
    functions: callables.filter(({ kind, isStatic }) => kind === 'function' && !isStatic).length,
    classes: unique.filter(({ kind }) => kind === 'class').length,
    methods: callables.filter(({ kind }) => kind === 'method').length,
    statics: callables.filter(({ isStatic }) => isStatic).length,
    inherited: own.filter(({ kind, inheritedFrom }) => inheritedFrom !== null && (kind === 'method' || kind === 'function')).length,
    signatures: signatures.length,
    concrete: signatures.filter((text) => !/\b(unknown|callback)\b/.test(formatType(parseSignature(text).returns))).length,
  };
}

/** Every text that is to be read as a signature, with the path that it belongs to. */
export function signatureTexts(library: DeclaredLibrary): readonly (readonly [path: string, text: string])[] {
  return library.members.flatMap(({ path, declared }) =>
    [...(declared?.signatures ?? []), ...(declared?.instances ?? [])].map((text) => [path, text] as const),
  );
}
