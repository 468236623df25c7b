// The whole surface of numjs 0.16.1 as a hand-checked table: verify-surface.ts compares it with the library itself and runs
// every example. The first manifest is made of it; RedBack's replaces it.
import { CREATION } from './creation.ts';
import { ELEMENTWISE } from './elementwise.ts';
import type { Entry } from './entry.ts';
import { IMAGES } from './images.ts';
import { MEMBERS } from './members.ts';
import { REDUCTIONS } from './reductions.ts';
import { SHAPE } from './shape.ts';
import { SIGNAL } from './signal.ts';

/** Every member, ordered by path. */
export const SURFACE: readonly Entry[] = [...CREATION, ...ELEMENTWISE, ...REDUCTIONS, ...SHAPE, ...SIGNAL, ...IMAGES, ...MEMBERS].sort(
  (a, b) => (a.path < b.path ? -1 : 1),
);
