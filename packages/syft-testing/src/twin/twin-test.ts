import type { SupportPackage } from '@syft-libs/ast';
import { js } from '@syft-libs/js';
import { afterAll, describe, expect, test } from 'vitest';
import type { Samples } from '../samples/values-of-type.ts';
import { runApart } from './run-apart.ts';
import { readTwinLibraries } from './twin-libraries.ts';

export interface TwinTestOptions {
  /** Programs to run; `SYFT_TWIN_PROGRAMS` says otherwise. */
  readonly programs?: number;
  /** Which ones; the same seed makes the same. `SYFT_TWIN_SEED` says otherwise. */
  readonly seed?: number;
  /** Values of types of which not every array is one, by type. */
  readonly samples?: Samples;
}

const PROGRAMS = 1_000;
/** Programs of one test, so that a long run shows how far it is. */
const PER_TEST = 250;
/** Generous: a program takes some milliseconds, but for libraries whose calls run into their deadline now and then. */
const MILLISECONDS_PER_PROGRAM = 1_000;
const MILLISECONDS = PER_TEST * MILLISECONDS_PER_PROGRAM;
/** What is left of a test to tell which program did not end. */
const MILLISECONDS_TO_TELL = 10_000;

/**
 * A suite for support packages: two domains that differ in private values alone answer generated programs with the same
 * bytes. Programs call every allowed entry of the packages and of `@syft-libs/js`, and make every kind of mistake. One that
 * fails is shrunk and printed; of one that ends its process, or does not end, the call is told that did it.
 */
export function twinTest(supports: readonly SupportPackage[], { programs = PROGRAMS, seed = 1, samples = {} }: TwinTestOptions = {}): void {
  const count = Number(process.env['SYFT_TWIN_PROGRAMS'] ?? programs);
  const start = Number(process.env['SYFT_TWIN_SEED'] ?? seed);
  let done = 0;
  describe('two domains that differ in private values alone', () => {
    const firsts = Array.from({ length: Math.ceil(count / PER_TEST) }, (_, index) => index * PER_TEST);
    test.each(firsts)('answer alike from program %i on', { timeout: MILLISECONDS + MILLISECONDS_TO_TELL }, async (first) => {
      const libraries = await readTwinLibraries([js as SupportPackage, ...supports.filter(({ name }) => name !== js.name)], samples);
      const programs = Math.min(PER_TEST, count - first);
      expect(await runApart({ libraries, programs, seed: start + first, milliseconds: MILLISECONDS })).toBeUndefined();
      done += programs;
    });
    afterAll(() => console.log(`twin test: ${done} of ${count} programs answered alike`));
  });
}
