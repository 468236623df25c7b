import type { SurfaceEntry } from '@syft-libs/ast';
import { unpackEntries } from '@syft-libs/ast/support';
import { expect, test } from 'vitest';
import { packEntries } from '../../src/emit/emit-surface.ts';

const ENTRIES: readonly SurfaceEntry[] = [
  ['Vec.get', 'method', '() => Vec', 'get_'],
  ['Vec.plus', 'method', '(other: Vec) => Vec'],
  ['Vec.size', 'property', '() => number'],
  ['add', 'function', '(a: number, b: number) => number'],
  ['linalg.PI', 'constant', '() => number'],
  ['linalg.mod', 'function', '(a: "`" | "$" | "{x}" | "\\\\", b: number) => number ; () => number'],
  ['mul', 'function', '(a: number, b: number) => number'],
];

test('packed entries are the same when they are unpacked', () => {
  expect(unpackEntries(packEntries(ENTRIES))).toEqual(ENTRIES);
  expect(unpackEntries(packEntries([]))).toEqual([]);
});

test('entries of one kind and signature share a line', () => {
  expect(packEntries(ENTRIES)).toContain('\n add mul:function (a: number, b: number) => number\n');
});
