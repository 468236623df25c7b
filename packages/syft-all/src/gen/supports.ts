// Generated from the folders of the support packages by `pnpm nx run @syft-libs/release:all`. Do not edit.
import type { SupportPackage } from '@syft-libs/ast';
import { jstat } from '@syft-libs/jstat';
import { mlMatrix } from '@syft-libs/ml-matrix';
import { ndarray } from '@syft-libs/ndarray';
import { numjs } from '@syft-libs/numjs';
import { simpleStatistics } from '@syft-libs/simple-statistics';

export { jstat, mlMatrix, ndarray, numjs, simpleStatistics };

/** Every support package, for `Domain.open({ libraries: all })`. Importing it loads none of their libraries. */
export const all: readonly SupportPackage[] = [jstat, mlMatrix, ndarray, numjs, simpleStatistics];
