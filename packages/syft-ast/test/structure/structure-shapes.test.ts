import { expect, test } from 'vitest';
import {
  type Codec,
  CodecRegistry,
  DEFAULT_LIMITS,
  decodeValue,
  ERROR_CODES,
  type ErrorCode,
  encodeValue,
  type SerdeContext,
  type StructureValue,
  structureCodec,
  TagTable,
} from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';
import { messageOf } from './shape-library.ts';

const code = (run: () => unknown): string => errorOf(run, ...(Object.keys(ERROR_CODES) as ErrorCode[])).code;

/** Each call makes classes anew. */
function createLibrary() {
  class Rows {
    [index: number]: readonly number[];
    length: number;
    constructor(...rows: readonly (readonly number[])[]) {
      for (const [index, row] of rows.entries()) this[index] = row;
      this.length = rows.length;
    }
    widths(): number[] {
      return Array.from({ length: this.length }, (_, index) => this[index]?.length ?? 0);
    }
  }
  class Noted {
    declare note?: string;
    value: number;
    constructor(value: number, note?: string) {
      this.value = value;
      if (note !== undefined) this.note = note;
    }
  }
  const make = (factor: number) =>
    class made {
      a: number;
      constructor(a: number) {
        this.a = a;
      }
      mean(): number {
        return factor * this.a;
      }
    };
  return { Rows, Noted, Doubled: make(2), Halved: make(0.5) };
}

const rowsCodec = structureCodec({
  tag: 'shapes/Rows',
  type: 'shapes.Rows',
  message: messageOf(['length', 'items']),
  fields: [
    { name: 'length', type: 'number' },
    { name: 'items', type: 'number[][]', items: true },
  ],
  lengths: [{ field: 'length', of: 'items', axis: 0 }],
  class: ['Rows'],
});
const notedCodec = structureCodec({
  tag: 'shapes/Noted',
  type: 'shapes.Noted',
  message: messageOf(['note', 'value']),
  fields: [
    { name: 'note', type: 'string', optional: true },
    { name: 'value', type: 'number' },
  ],
  class: ['Noted'],
});
const twin = (name: string) =>
  structureCodec({
    tag: `shapes/${name}`,
    type: `shapes.${name}`,
    message: messageOf(['a']),
    fields: [{ name: 'a', type: 'number' }],
    class: [name],
    className: 'made',
    byClass: true,
  });
const [doubledCodec, halvedCodec] = [twin('Doubled'), twin('Halved')];

const library = createLibrary();
const registry = new CodecRegistry([rowsCodec, notedCodec, doubledCodec, halvedCodec] as readonly unknown[] as readonly Codec[]);
const tags = new TagTable();
tags.addAll(registry.libraryTags());
const serde: SerdeContext = { registry, tags };
const through = (value: unknown): unknown => decodeValue(encodeValue(value, serde), serde, DEFAULT_LIMITS);
for (const codec of [doubledCodec, halvedCodec]) codec.bind?.(library);

test('what is like an array travels with what it holds under 0, 1 and so on', () => {
  const live = new library.Rows([1, -0], [Number.NaN, 4]);
  const plain = through(live) as StructureValue;
  expect(plain.fields).toEqual({
    length: 2,
    items: [
      [1, -0],
      [Number.NaN, 4],
    ],
  });
  const back = rowsCodec.revive?.(through(plain), library) as typeof live;
  expect(back).toBeInstanceOf(library.Rows);
  expect(Object.keys(back)).toEqual(['0', '1', 'length']);
  expect([back[0], back.widths()]).toEqual([
    [1, -0],
    [2, 2],
  ]);
  expect(rowsCodec.isolate?.(live, () => false, library)).toEqual(live);
  const none = rowsCodec.revive?.(through(new library.Rows()), library) as typeof live;
  expect(none.widths()).toEqual([]);
});

test('a length that is none, a gap, and an index beside the others are refused', () => {
  const lying = { type: 'shapes.Rows', fields: { length: 1e9, items: [[1]] } };
  expect(code(() => encodeValue(lying, serde))).toBe('BAD_ARGUMENT');
  expect(code(() => rowsCodec.revive?.(lying, library))).toBe('BAD_ARGUMENT');
  const gap = Object.assign(new library.Rows([1]), { 2: [3] });
  expect(rowsCodec.detect(gap)).toBe(false);
  expect(rowsCodec.detect(Object.assign(new library.Rows([1]), { name: 'x' }))).toBe(false);
});

test('a field that may be missing is missing on the other side too', () => {
  const [bare, noted] = [new library.Noted(1), new library.Noted(2, '')];
  expect((through(bare) as StructureValue).fields).toEqual({ value: 1 });
  expect((through(noted) as StructureValue).fields).toEqual({ note: '', value: 2 });
  const back = notedCodec.revive?.(through(bare), library) as typeof bare;
  expect(Object.hasOwn(back, 'note')).toBe(false);
  expect(notedCodec.isolate?.(bare, () => false, library)).toEqual(bare);
  expect(code(() => encodeValue({ type: 'shapes.Noted', fields: { note: 1, value: 2 } }, serde))).toBe('BAD_ARGUMENT');
  expect(code(() => encodeValue({ type: 'shapes.Noted', fields: { note: 'x' } }, serde))).toBe('BAD_ARGUMENT');
});

test('classes of one name and equal fields are told apart by the library that was loaded', () => {
  const [doubled, halved] = [new library.Doubled(3), new library.Halved(3)];
  expect([doubledCodec.detect(doubled), doubledCodec.detect(halved), halvedCodec.detect(halved)]).toEqual([true, false, true]);
  expect((through(halved) as StructureValue).type).toBe('shapes.Halved');
  const back = halvedCodec.revive?.(through(halved), library) as typeof halved;
  expect(back.mean()).toBe(1.5);
  // Whose another copy's instance is, nobody can say.
  expect(doubledCodec.detect(new (createLibrary().Doubled)(3))).toBe(false);
});
