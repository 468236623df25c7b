// ndarray and its family, loaded only where calls run (a domain), or where a value becomes one of the library's own types (a client).
import type { LoadedLibrary } from '@syft-libs/ast';
import { libraries as loaded } from './gen/library.js';
import { sampleArray } from './sample-array.ts';

/** The libraries as they are loaded, with what members of arrays are bound by. */
export const libraries: readonly LoadedLibrary[] = loaded.map((library) =>
  library.root === 'ndarray' ? { ...library, samples: { 'ndarray.NdArray': sampleArray } } : library,
);
