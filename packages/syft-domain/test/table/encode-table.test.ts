import { CodecRegistry, type Encoded, fromBytes, TagTable, toBytes } from '@syft-libs/ast';
import { describe, expect, it } from 'vitest';
import { boolean, category, float32, float64, int8 } from '../../src/table/column-makers.ts';
import { defineTable } from '../../src/table/define-table.ts';
import { decodeTable, encodeTable } from '../../src/table/encode-table.ts';
import { mockOf } from '../../src/table/mock-of.ts';
import { tableOf } from '../../src/table/table-of.ts';

const context = { registry: new CodecRegistry(), tags: new TagTable() };

const schema = defineTable({
  subject: 'row',
  rows: 'hidden',
  columns: {
    x: float64({ unit: 'mm', bounds: [-1, 1], missing: ['NA', ''] }),
    n: int8(),
    k: category(['a', 'é'], { missing: 'NA' }),
    b: boolean(),
    h: float32({ missing: 'NA' }),
  },
});

/** As the store gives it back: one run of bytes in shared memory. */
function stored(encoded: Encoded): Encoded {
  const bytes = toBytes(encoded);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.byteLength));
  shared.set(bytes);
  return fromBytes(shared);
}

describe('encodeTable and decodeTable', () => {
  it.each([0, 1, 7, 1_000, 100_000])('bring back a table of %i rows', (rows) => {
    const table = mockOf(schema, { rows, seed: rows });
    const decoded = decodeTable(stored(encodeTable(table, context)), context);
    expect(decoded).toEqual(table);
    for (const { data, missing } of decoded.columns.values()) {
      expect(data.buffer).toBeInstanceOf(SharedArrayBuffer);
      if (missing !== undefined) expect(missing.buffer).toBeInstanceOf(SharedArrayBuffer);
    }
  });

  it('keep -0, NaN and infinities', () => {
    const table = tableOf({ x: Float64Array.of(-0, NaN, Infinity, -Infinity, Number.MIN_VALUE) });
    expect(decodeTable(stored(encodeTable(table, context)), context)).toEqual(table);
  });

  it('copy nothing between shared bytes and columns', () => {
    const table = mockOf(schema, { rows: 1_001, seed: 1 });
    const encoded = encodeTable(table, context);
    expect(encoded.parts[0]!.buffer).toBe(table.columns.get('x')!.data.buffer);
    const source = stored(encoded);
    const { columns } = decodeTable(source, context);
    for (const { data } of columns.values()) expect(data.buffer).toBe(source.head.buffer);
  });

  it('put bytes from elsewhere into shared memory', () => {
    const table = mockOf(schema, { rows: 10, seed: 1 });
    const decoded = decodeTable(fromBytes(toBytes(encodeTable(table, context))), context);
    expect(decoded).toEqual(table);
    for (const { data } of decoded.columns.values()) expect(data.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it('answer damage with one code, at every byte of the head and for every lost part', () => {
    const encoded = encodeTable(mockOf(schema, { rows: 40, seed: 1 }), context);
    const lost = encoded.parts.map((_, index) => ({ ...encoded, parts: encoded.parts.filter((_part, at) => at !== index) }));
    const cut = Array.from({ length: encoded.head.length }, (_, length) => ({ ...encoded, head: encoded.head.subarray(0, length) }));
    for (const damaged of [...lost, ...cut])
      expect(() => decodeTable(damaged, context)).toThrow(expect.objectContaining({ code: 'CORRUPT' }));
    for (let at = 0; at < encoded.head.length; at++) {
      const head = encoded.head.slice();
      head[at]! ^= 0xff;
      try {
        decodeTable({ ...encoded, head }, context);
      } catch (error) {
        expect(error).toMatchObject({ code: 'CORRUPT' });
      }
    }
  });
});
