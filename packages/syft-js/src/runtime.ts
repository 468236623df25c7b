// JavaScript as a library: what the allowlist is bound to, on a domain.
import type { LoadedLibrary } from '@syft-libs/ast';
import { numberMembers } from './number-members.ts';
import { bigintMembers, booleanMembers, stringMembers } from './value-members.ts';

/** The engine's `Math` as it was when this module was loaded; `random` is looked up at each call, so that a seeded source takes effect. */
const math = Object.freeze({
  ...Object.fromEntries(Object.entries(Object.getOwnPropertyDescriptors(Math)).map(([name, { value }]) => [name, value as unknown])),
  random: (): number => Math.random(),
});

/** The edition of ECMA-262 that the surface was taken from. */
const VERSION = '15.0.0';

/** JavaScript's `Math`, and the members of its primitive values. */
export const js: LoadedLibrary = Object.freeze({
  root: 'js',
  version: VERSION,
  module: Object.freeze({ Math: math }),
  samples: Object.freeze({
    'js.Number': numberMembers,
    'js.String': stringMembers,
    'js.Boolean': booleanMembers,
    'js.BigInt': bigintMembers,
  }),
});
