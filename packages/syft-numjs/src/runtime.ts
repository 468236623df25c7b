// numjs itself, loaded only where it runs (a domain) or where a value is decoded into numjs's own type (a client).
// In dist/ it is bundled whole, its native parts and its process-wide buffer pool replaced: see build/runtime-bundle.ts.
import type { LoadedLibrary } from '@syft-libs/ast';
// @ts-expect-error numjs ships no types, and those of `@types/numjs` contradict its run time.
import library from 'numjs';
import type { NdArray } from './nd-view.ts';

/**
 * The library as an object of functions; they are reached through the allowlist, so only what our own code needs is typed.
 * An array is made from row-major data and a shape, always both: given one argument, numjs takes it for the view, unchecked.
 */
export interface Numjs {
  readonly NdArray: {
    new (data: ArrayLike<unknown>, shape: readonly number[]): NdArray;
    readonly prototype: NdArray;
  };
  readonly [name: string]: unknown;
}

/** numjs 0.16.1. */
export const numjs = library as Numjs;

/** What a domain binds the allowlist to. */
export const libraries: readonly LoadedLibrary[] = [
  { root: 'numjs', version: '0.16.1', module: numjs, samples: { 'numjs.NdArray': new numjs.NdArray([0], [1]) } },
];
