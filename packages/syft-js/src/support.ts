import { defineSupport, type Guard } from '@syft-libs/ast';
import type { JsRemote } from './gen/remote.ts';
import { surfaces } from './gen/surface.ts';

/** `toFixed` throws outside of these. */
const digits: Guard = ([, operand]) => {
  const value = operand?.value ?? 0;
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 100 ? undefined : 'digits is no integer from 0 to 100';
};

/** JavaScript's own values as a library: members on pointers to numbers, strings, booleans and bigints, and `Math`. */
export const js = defineSupport<JsRemote>({
  name: '@syft-libs/js',
  module: import.meta.url,
  surfaces,
  guards: { 'js.Number.toFixed': digits },
  load: async () => [(await import('./runtime.ts')).js],
  manifest: async () => (await import('../manifest.json', { with: { type: 'json' } })).default,
});
