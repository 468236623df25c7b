import { expect } from 'vitest';
import { type ErrorCode, isSyftError, type SyftError } from '../src/index.ts';

/** The error that `run` throws, which has to be a SyftError of one of these codes. */
export function errorOf(run: () => unknown, ...codes: readonly ErrorCode[]): SyftError {
  let caught: unknown;
  try {
    run();
  } catch (error) {
    caught = error;
  }
  expect(caught, 'nothing was thrown').toBeDefined();
  if (!isSyftError(caught)) throw caught;
  expect(codes).toContain(caught.code);
  expect(caught.message).toMatch(/^cannot \w+ /);
  return caught;
}
