import { expect, test } from 'vitest';
import { uniteModules } from '../../src/support/unite-modules.ts';

const noise = { enumerable: true, get: (): never => expect.unreachable('a getter fired') };

test('names of an import and of the module as a whole are one, the import’s first', () => {
  const whole = { a: 1, b: 2 };
  expect(uniteModules([['', { default: whole, 'module.exports': whole, a: 'mine' }]])).toEqual({ a: 'mine', b: 2 });
});

test('a whole that is a function or a plain value is the default, with its own names beside it', () => {
  const whole = Object.assign(() => 0, { helper: 1 });
  const united = uniteModules([['', { default: whole }]]);
  expect(Object.keys(united).sort()).toEqual(['default', 'helper']);
  expect(uniteModules([['', { default: 5 }]])).toEqual({ default: 5 });
});

test('an entry point stands below its path, beside what the root has there', () => {
  const own = { inner: 1, shared: 'root' };
  const united = uniteModules([
    ['', { linalg: own, mean: 2 }],
    ['linalg', { shared: 'entry', dot: 3 }],
    ['linalg.sparse', { dot: 4 }],
  ]);
  expect(united).toEqual({ mean: 2, linalg: { inner: 1, shared: 'root', dot: 3, sparse: { dot: 4 } } });
  expect(own).toEqual({ inner: 1, shared: 'root' });
});

test('no getter fires, and what comes out is data that nobody can change', () => {
  const united = uniteModules([['', { default: Object.defineProperty({ a: 1 }, 'b', noise) }]]) as Record<string, unknown>;
  expect(Object.getOwnPropertyDescriptors(united)).toEqual({ a: { value: 1, enumerable: true, configurable: false, writable: false } });
  const odd = uniteModules([['', JSON.parse('{ "__proto__": { "x": 1 } }') as object]]);
  expect(Object.getPrototypeOf(odd)).toBe(Object.prototype);
});
