import {
  type AllowlistEntry,
  allowedMembers,
  columnOf,
  DEFAULT_LIMITS,
  type ManifestLibrary,
  type OperandView,
  sizeOfShape,
} from '@syft-libs/ast';
import { describe, expect, test } from 'vitest';
import { numjs } from '../src/index.ts';
import { isNdArray } from '../src/nd-view.ts';
import { CASES, type Call } from './cases.ts';
import { allowed, allowlist, constants, describeCall, fits, manifest, match, plain, privates, run } from './example-calls.ts';

const entryOf = (path: string) => allowlist.resolve(path);
const operandsOf = (call: Call) => call.map(plain);

/** The axes of a result; `undefined` for one that is no array. */
function shapeOf(result: unknown): readonly number[] | undefined {
  if (isNdArray(result)) return result.selection.shape;
  if (!Array.isArray(result)) return undefined;
  return [result.length, ...(result.length > 0 ? (shapeOf(result[0]) ?? []) : [])];
}

/** Refused before it runs: by the guard, or as too large or too long. */
function refusal(entry: AllowlistEntry, views: readonly OperandView[]): string | undefined {
  const reason = entry.guard?.(views);
  if (reason !== undefined) return reason;
  const { result, operations, elementBytes = 8 } = entry.cost(views);
  const fitsLimits = result.elements * elementBytes <= DEFAULT_LIMITS.callBytes && operations <= DEFAULT_LIMITS.callOperations;
  return fitsLimits ? undefined : 'LIMIT';
}

function expectWithin(entry: AllowlistEntry, views: readonly OperandView[], result: unknown, call: Call): void {
  const { result: bound, operations } = entry.cost(views);
  const shape = shapeOf(result) ?? [];
  const label = `${entry.path} ${describeCall(call)} gave ${shape.join()}, bound ${JSON.stringify(bound)}`;
  expect(sizeOfShape(shape) <= bound.elements, label).toBe(true);
  expect(operations > 0 && !Number.isNaN(operations), label).toBe(true);
  if (bound.dims === undefined) return;
  // A list of no rows has lost its other axes.
  const isListOfNothing = Array.isArray(result) && result.length === 0;
  if (!isListOfNothing) expect(bound.dims.length, label).toBe(shape.length);
  expect(
    shape.every((length, axis) => length <= (bound.dims?.[axis] as number)),
    label,
  ).toBe(true);
}

test('binds every allowed entry of the manifest, and no other, with a cost of its own', () => {
  const paths = allowedMembers(manifest.libraries[0] as ManifestLibrary).map(({ path }) => path);
  expect(allowlist.entries.map(({ path }) => path).sort()).toEqual(paths);
  expect(Object.keys(CASES).sort()).toEqual(paths);
  expect(allowlist.entries.filter(({ call }) => call === undefined)).toEqual([]);
  expect(Object.keys(numjs.costs).sort()).toEqual(paths);
  for (const path of Object.keys(numjs.guards)) expect(allowlist.lookup(path), path).toBeDefined();
});

describe.each(allowed.map((calls) => [calls.path, calls] as const))('%s', (path, calls) => {
  test('gives a result of its declared type, no larger than its cost says', () => {
    const entry = entryOf(path);
    for (const call of calls.ok) {
      const operands = operandsOf(call);
      expect(refusal(entry, constants(operands)), describeCall(call)).toBeUndefined();
      const result = run(entry, operandsOf(call));
      expect(fits(result, match(entry, operands).returns), `${path} ${describeCall(call)}`).toBe(true);
      expectWithin(entry, constants(operands), result, call);
    }
  });

  test('is bounded as well when its operands are private, and when they are shorter than their bounds', () => {
    const entry = entryOf(path);
    for (const call of calls.ok) {
      for (const slack of [0, 1, 2, 5]) {
        const views = privates(entry, operandsOf(call), slack);
        if (entry.guard?.(views) === undefined) expectWithin(entry, views, run(entry, operandsOf(call)), call);
      }
    }
  });

  test('is refused where numjs would never end, or answer garbage', () => {
    const entry = entryOf(path);
    for (const call of calls.guarded) {
      const operands = operandsOf(call.map((item) => (isHuge(item) ? { ...(item as object), data: [] } : item)));
      expect(refusal(entry, constants(operands)), `${path} ${describeCall(call)}`).toBeTypeOf('string');
    }
  });

  test('fails where numjs itself refuses', () => {
    const entry = entryOf(path);
    for (const call of calls.throws) {
      const fails = refusal(entry, constants(operandsOf(call))) !== undefined || throws(() => run(entry, operandsOf(call)));
      expect(fails, `${path} ${describeCall(call)}`).toBe(true);
    }
  });
});

test('takes columns and typed arrays where it takes arrays, also as a receiver and inside a list, and leaves them as they were', () => {
  const data = new Float64Array([1, -2, 4]);
  const column = columnOf(data);
  for (const operand of [data, column]) {
    expect(run(entryOf('numjs.mean'), [operand])).toBe(1);
    expect(run(entryOf('numjs.NdArray.sum'), [operand])).toBe(3);
    expect(shapeOf(run(entryOf('numjs.abs'), [operand]))).toEqual([3]);
    expect(shapeOf(run(entryOf('numjs.stack'), [[operand, operand]]))).toEqual([2, 3]);
    expect(shapeOf(run(entryOf('numjs.concatenate'), [operand, [5]]))).toEqual([4]);
    expect(run(entryOf('numjs.equal'), [operand, [1, -2, 4]])).toBe(true);
  }
  expect([...data]).toEqual([1, -2, 4]);
});

function isHuge(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'shape' in item && sizeOfShape(item.shape as readonly number[]) > 1e6;
}

function throws(call: () => unknown): boolean {
  try {
    call();
    return false;
  } catch {
    return true;
  }
}
