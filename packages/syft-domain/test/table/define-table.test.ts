import { describe, expect, it } from 'vitest';
import { boolean, category, float32, float64, int8, int32, uint8 } from '../../src/table/column-makers.ts';
import { defineTable, parseTableSchema } from '../../src/table/define-table.ts';
import type { ColumnSchema, TableSchema } from '../../src/table/table.ts';

describe('defineTable', () => {
  it('keeps what the owner declared, with missing texts as a list', () => {
    const schema = defineTable({
      subject: 'person',
      rows: 'exact',
      columns: {
        person: int32(),
        mass: float64({ unit: 'g', bounds: [0, 10], missing: 'NA' }),
        alive: boolean({ missing: ['', '?'] }),
        species: category(['a', 'b']),
      },
    });
    expect(schema).toEqual({
      subject: 'person',
      rows: 'exact',
      columns: {
        person: { kind: 'int32', missing: [] },
        mass: { kind: 'float64', unit: 'g', bounds: [0, 10], missing: ['NA'] },
        alive: { kind: 'boolean', missing: ['', '?'] },
        species: { kind: 'category', missing: [], categories: ['a', 'b'] },
      },
    });
    expect(parseTableSchema(JSON.parse(JSON.stringify(schema)))).toEqual(schema);
  });

  it('rounds the number of rows unless told otherwise', () => {
    expect(defineTable({ subject: 'row', columns: { x: int8() } }).rows).toBe('rounded');
  });

  it('is frozen all the way down and apart from what it was made of', () => {
    const categories = ['a', 'b'];
    const schema = defineTable({ subject: 'row', columns: { kind: category(categories) } });
    categories.push('c');
    expect(schema.columns.kind.categories).toEqual(['a', 'b']);
    expect(
      [schema, schema.columns, schema.columns.kind, schema.columns.kind.categories, schema.columns.kind.missing].every(Object.isFrozen),
    ).toBe(true);
  });

  it('reports every problem at once', () => {
    const broken = () =>
      parseTableSchema({
        subject: 'nobody',
        rows: 'some',
        owner: 'me',
        columns: {
          '': int8(),
          a: int8({ bounds: [0.5, 300] }),
          b: float64({ bounds: [2, 1], missing: ['NA', 'NA'] }),
          c: category([], { missing: 'x' }),
          d: category(['x'], { missing: 'x' }),
          e: { kind: 'text', missing: [] },
          f: { ...boolean(), bound: [0, 1], bounds: [0, 1], unit: 'm' },
          g: { ...float64(), categories: ['x'] },
          'h\u202e': float32({ bounds: [0, 1e39] }),
        },
      });
    expect(broken).toThrow(expect.objectContaining({ code: 'BAD_CONFIG' }));
    const lines = messageOf(broken)
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
    expect(lines).toEqual([
      'owner: unknown key',
      'rows: expected exact, rounded or hidden',
      'columns[""]: a name has 1 to 256 characters',
      'columns["a"].bounds: expected whole numbers',
      'columns["a"].bounds: outside the range of int8',
      'columns["b"].bounds: the lower one comes first',
      'columns["b"].missing: expected different texts',
      'columns["c"].categories: expected at least one text, all different',
      'columns["d"].missing: names a category',
      'columns["e"]: expected a column, such as float64()',
      'columns["f"].bound: unknown key',
      'columns["f"].unit: a text, on a column of numbers',
      'columns["f"].bounds: only a column of numbers has them',
      'columns["g"].categories: only a category has them',
      'columns["h\u202e"]: a name has no control characters',
      'columns["h\u202e"].bounds: outside the range of float32',
      'subject: expected "row", or the name of a valid column',
    ]);
  });

  it.each([
    ['a float column', float64(), 'subject: the column holds whole numbers or categories'],
    ['a column of booleans', boolean(), 'subject: the column holds whole numbers or categories'],
    ['a column with missing values', uint8({ missing: 'NA' }), 'subject: the column has no missing values'],
  ])('refuses %s as subject', (_, column, problem) => {
    expect(() => defineTable({ subject: 'person', columns: { person: column } })).toThrow(problem);
  });

  it.each([[null], [undefined], [[]], ['table'], [{ subject: 'row' }], [{ subject: 'row', columns: {} }]])('refuses %j', (value) => {
    expect(() => parseTableSchema(value)).toThrow(expect.objectContaining({ code: 'BAD_CONFIG' }));
  });

  it('refuses a column that is called __proto__', () => {
    const columns = JSON.parse('{"__proto__": {"kind": "int8", "missing": []}}') as Record<string, ColumnSchema>;
    expect(() => defineTable({ subject: 'row', columns })).toThrow('the name is reserved');
  });

  it('knows its columns in its type', () => {
    const schema = defineTable({ subject: 'person', columns: { person: int32(), mass: float64() } });
    const widened: TableSchema = schema;
    const mass: ColumnSchema = schema.columns.mass;
    // @ts-expect-error there is no such column
    const height: unknown = schema.columns.height;
    // @ts-expect-error the subject is a column of the table
    expect(() => defineTable({ subject: 'nobody', columns: { person: int32() } })).toThrow('subject');
    expect([widened.subject, mass.kind, height]).toEqual(['person', 'float64', undefined]);
  });
});

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
