import { expect, test } from 'vitest';
import { CONTRACT, type Codec, defineSupport, isSupportPackage } from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';
import { surfaceOf, tinyLibrary } from '../tiny-library.ts';

const codec = (tag: string): Codec<never, never> => ({ tag, type: 'tiny.Box', schema: 's' }) as unknown as Codec<never, never>;
const input = {
  name: '@syft-libs/tiny',
  module: import.meta.url,
  surfaces: [surfaceOf(tinyLibrary)],
  load: async () => [],
  manifest: async () => ({}),
};

test('a support package is frozen, of this contract, and known by its brand in every copy of the core', () => {
  const support = defineSupport(input);
  expect(support).toMatchObject({ contract: CONTRACT, guards: {}, costs: {}, codecs: [] });
  expect(Object.isFrozen(support)).toBe(true);
  expect(isSupportPackage(support)).toBe(true);
  expect(isSupportPackage({ ...input, [Symbol.for('@syft-libs/support')]: true })).toBe(true);
  for (const value of [input, null, 1, { ...input, [Symbol('@syft-libs/support')]: true }]) expect(isSupportPackage(value)).toBe(false);
});

test('a package has no say under another one’s root', () => {
  errorOf(() => defineSupport({ ...input, codecs: [codec('numjs/NdArray')] }), 'BAD_MANIFEST');
  errorOf(() => defineSupport({ ...input, guards: { 'numjs.zeros': () => undefined } }), 'BAD_MANIFEST');
  errorOf(() => defineSupport({ ...input, costs: { 'numjs.zeros': () => ({ result: { elements: 1 }, operations: 1 }) } }), 'BAD_MANIFEST');
  errorOf(() => defineSupport({ ...input, codecs: [codec('ast/List')] }), 'BAD_MANIFEST');
});

test('two codecs of one package do not share a tag', () => {
  errorOf(() => defineSupport({ ...input, codecs: [codec('tiny/Box'), codec('tiny/Box')] }), 'BAD_MANIFEST');
});
