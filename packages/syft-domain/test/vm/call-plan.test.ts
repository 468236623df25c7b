import { type AllowlistEntry, type Codec, CodecRegistry, parseSignature } from '@syft-libs/ast';
import { beforeEach, describe, expect, test } from 'vitest';
import { type LendContext, planCall } from '../../src/vm/call-plan.ts';
import { ValueMemory } from '../../src/vm/value-memory.ts';

class Vec {
  readonly isVec = true;
}

let asked = 0;
const codec: Codec = {
  tag: 'fix/Vec',
  type: 'fix.Vec',
  schema: 'VecBody',
  detect: (value): value is Vec => {
    asked += 1;
    return typeof value === 'object' && value !== null && 'isVec' in value;
  },
  encode: () => new Uint8Array(),
  decode: () => new Vec(),
  weigh: () => 8,
  revive: () => new Vec(),
};
const registry = new CodecRegistry([codec]);
const modules = new Map<string, unknown>();
const context: LendContext = {
  registry,
  modules,
  memory: new ValueMemory(registry, modules),
  checks: { accepts: () => [], detect: (id, value) => registry.byType(id)?.detect(value) === true },
  subtypes: () => [],
};

/** What the library is handed for an operand in a place of a type. */
function lent(type: string, value: unknown): unknown {
  const signature = parseSignature(`(value: ${type}) => number`);
  const entry = { kind: 'function', signatures: [signature], receiver: undefined, receiverType: undefined } as unknown as AllowlistEntry;
  const lend = planCall(entry, context).signatures.get(signature)?.lend[0];
  return lend === undefined ? value : lend(value);
}

describe('an operand of a union', () => {
  beforeEach(() => {
    asked = 0;
  });

  test('is lent as it is where it is an instance, which is asked once', () => {
    const vec = new Vec();
    expect(lent('null | fix.Vec | number | number[]', vec)).toBe(vec);
    expect(asked).toBe(1);
  });

  test('is lent as it is where it is a scalar that a member names, and no type is asked whether it takes it in', () => {
    expect(lent('fix.Vec | number | number[]', 2)).toBe(2);
    expect(asked).toBe(0);
  });

  test('is lent as a new list where it is one', () => {
    const list = [1, 2];
    const given = lent('fix.Vec | number | number[]', list);
    expect(given).toEqual(list);
    expect(given).not.toBe(list);
  });

  test('is no instance where it is a record from the wire that imitates one', () => {
    const record = Object.assign(Object.create(null) as object, { isVec: true });
    const given = lent('fix.Vec | { isVec: boolean }', record);
    expect(given).toEqual(record);
    expect(given).not.toBe(record);
  });

  test('is taken for the first member that it fits, in their order', () => {
    const record = { isVec: true };
    const given = lent('{ isVec: boolean } | fix.Vec', record);
    expect(given).toEqual(record);
    expect(given).not.toBe(record);
  });
});
