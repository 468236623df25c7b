import { boundOfText, type CostFunction, defineSupport, type Guard } from '@syft-libs/ast';
import type { JsRemote } from './gen/remote.ts';
import { surfaces } from './gen/surface.ts';

/** `toFixed` throws outside of these. */
const digits: Guard = ([, operand]) => {
  const value = operand?.value ?? 0;
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 100 ? undefined : 'digits is no integer from 0 to 100';
};

/** A character of a string in memory. */
const CHARACTER_BYTES = 2;

/** A sign, 21 digits, a point and 100 digits are the longest. */
const FIXED_LENGTH = 128;

const fixed: CostFunction = () => ({ result: boundOfText(FIXED_LENGTH), operations: FIXED_LENGTH, elementBytes: CHARACTER_BYTES });

/** As long as all strings together: doubled again and again, a string soon exceeds what one call may declare. */
const joined: CostFunction = (operands) => {
  const length = operands.reduce((sum, { bound }) => sum + bound.elements, 0);
  return { result: boundOfText(length), operations: length, elementBytes: CHARACTER_BYTES };
};

/** JavaScript's own values as a library: members on pointers to numbers, strings, booleans and bigints, and `Math`. */
export const js = defineSupport<JsRemote>({
  name: '@syft-libs/js',
  module: import.meta.url,
  surfaces,
  guards: { 'js.Number.toFixed': digits },
  costs: { 'js.Number.toFixed': fixed, 'js.String.concat': joined },
  load: async () => [(await import('./runtime.ts')).js],
  manifest: async () => (await import('../manifest.json', { with: { type: 'json' } })).default,
});
