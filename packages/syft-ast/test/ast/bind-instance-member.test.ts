import { expect, test } from 'vitest';
import { buildAllowlist, type ManifestLibrary, type ManifestType, type SupportPackage } from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';
import { memberOf, sourceOf } from '../tiny-library.ts';

class Shape {
  readonly side: number;
  /** A function of each instance's own. */
  readonly ownSide: () => number;
  constructor(side: number) {
    this.side = side;
    this.ownSide = () => this.side;
  }
  name(): string {
    return 'shape';
  }
  area(): number {
    return -1;
  }
  get label(): string {
    return `a ${this.name()}`;
  }
  static area(): string {
    return 'of the class';
  }
}
class Square extends Shape {
  override name(): string {
    return 'square';
  }
  override area(): number {
    return this.side ** 2;
  }
  override get label(): string {
    return 'four equal sides';
  }
}
/** Exported by nobody. */
class Tile extends Square {
  override area(): number {
    return -2;
  }
}

const typeOf = (id: string, changes: Partial<ManifestType> = {}): ManifestType => ({
  id,
  detect: 'shape',
  extends: [],
  membersOf: null,
  codec: null,
  accepts: [],
  ownOnInstance: [],
  ...changes,
});

const area = memberOf('geo.Shape.area', 'method', ['() => number']);
const squareArea = memberOf('geo.Square.area', 'method', ['() => number']);
const library: ManifestLibrary = {
  name: 'geo',
  version: '1.0.0',
  root: 'geo',
  aliases: {},
  types: [typeOf('geo.Shape', { ownOnInstance: ['ownSide', 'side'] }), typeOf('geo.Square', { extends: ['geo.Shape'] })],
  members: [
    area,
    memberOf('geo.Shape.name', 'method', ['() => string']),
    memberOf('geo.Shape.label', 'property', ['() => string']),
    memberOf('geo.Shape.ownSide', 'method', ['() => number']),
    squareArea,
    memberOf('geo.Square.label', 'property', ['() => string']),
  ],
};

type Change = {
  readonly members?: ManifestLibrary['members'];
  readonly denied?: readonly string[];
  readonly support?: Partial<SupportPackage>;
};

/** Calls an entry of the library on a receiver. */
function call(path: string, receiver: unknown, { members = library.members, denied = [], support = {} }: Change = {}): unknown {
  const module = { Shape, Square };
  const source = sourceOf({ ...library, members }, module);
  const loaded = [{ root: 'geo', version: '1.0.0', module, samples: { 'geo.Shape': new Shape(1) } }];
  const allowlist = buildAllowlist([{ ...source, loaded, support: { ...source.support, ...support } }], new Set(denied));
  return allowlist.resolve(path).call?.([receiver]);
}

const withSquareArea = (changes: Partial<typeof squareArea>) => ({
  members: library.members.map((member) => (member === squareArea ? { ...member, ...changes } : member)),
});
const overridden = /has one of its own that may not stand for it/;

test('a method of a base runs a subclass’s override on the subclass’s instances, and its own on others', () => {
  expect(call('geo.Shape.area', new Square(3))).toBe(9);
  expect(call('geo.Shape.area', new Shape(3))).toBe(-1);
  expect(call('geo.Square.area', new Square(3))).toBe(9);
  expect(call('geo.Shape.label', new Square(3))).toBe('four equal sides');
});

test('an override that is not allowed by itself is not to be had by way of its base', () => {
  const refused = withSquareArea({ verdict: 'refuse', reason: 'mixes rows' });
  expect(() => call('geo.Shape.area', new Square(3), refused)).toThrow(overridden);
  expect(call('geo.Shape.area', new Shape(3), refused)).toBe(-1);
  expect(() => call('geo.Shape.area', new Square(3), { denied: ['geo.Square.area'] })).toThrow(overridden);
  expect(() => call('geo.Shape.area', new Square(3), { members: [area] })).toThrow(overridden);
  expect(() => call('geo.Shape.name', new Square(3))).toThrow(overridden);
  const label = library.members.filter(({ path }) => path !== 'geo.Square.label');
  expect(() => call('geo.Shape.label', new Square(3), { members: label })).toThrow(overridden);
});

test('nor is one that changes its receiver, is random or has a guard where the base’s has not', () => {
  for (const effects of [
    { ...area.effects, mutates: ['self'] },
    { ...area.effects, random: true },
  ])
    expect(() => call('geo.Shape.area', new Square(3), withSquareArea({ effects }))).toThrow(overridden);
  const guards = { 'geo.Square.area': () => undefined };
  expect(() => call('geo.Shape.area', new Square(3), { support: { guards } })).toThrow(overridden);
});

test('a class that the library does not show runs what the nearest class above it has that it does', () => {
  expect(call('geo.Shape.area', new Tile(3))).toBe(9);
  class Stranger extends Shape {
    override area(): number {
      return -3;
    }
  }
  expect(call('geo.Shape.area', new Stranger(3))).toBe(-1);
});

test('a function that an instance carries as data is never called in place of its method', () => {
  for (const carrier of [new Shape(3), new Square(3)]) {
    const expected = carrier.area();
    Object.defineProperty(carrier, 'area', { value: () => 'shadowed' });
    expect(call('geo.Shape.area', carrier)).toBe(expected);
  }
});

test('a method that each instance has by itself is called on the receiver’s own', () => {
  expect(call('geo.Shape.ownSide', new Shape(3))).toBe(3);
  expect(call('geo.Shape.ownSide', new Square(4))).toBe(4);
  expect(() => call('geo.Shape.ownSide', Object.create(Shape.prototype))).toThrow(/its receiver has none/);
});

test('a member goes by the library’s own name where its path has to differ', () => {
  const members = [...library.members, memberOf('geo.Shape.area_', 'function', ['() => string'], { ownName: 'area', remoteName: 'area' })];
  expect(call('geo.Shape.area_', undefined, { members })).toBe('of the class');
  expect(call('geo.Shape.area', new Shape(1), { members })).toBe(-1);
  const method = [memberOf('geo.Shape.surface', 'method', ['() => number'], { ownName: 'area' }), { ...squareArea, ownName: 'area' }];
  expect(call('geo.Shape.surface', new Square(3), { members: method })).toBe(9);
});

test('members of the core’s types come from a table of functions, a getter among them', () => {
  const table = Object.freeze({
    top(this: readonly number[]): number {
      return Math.max(...this);
    },
    get size(): number {
      return (this as unknown as readonly number[]).length;
    },
    length: 0,
  });
  const given: ManifestLibrary = {
    ...library,
    types: [typeOf('geo.Numbers', { membersOf: 'number[]', detect: 'primitive' })],
    members: [
      memberOf('geo.Numbers.length', 'property', ['() => number']),
      memberOf('geo.Numbers.size', 'property', ['() => number']),
      memberOf('geo.Numbers.top', 'method', ['() => number']),
    ],
  };
  const loaded = [{ root: 'geo', version: '1.0.0', module: {}, samples: { 'geo.Numbers': table } }];
  const { entries } = buildAllowlist([{ ...sourceOf(given), loaded }]);
  expect(entries.map((entry) => entry.call?.([[4, 9]]))).toEqual([2, 2, 9]);
  expect(entries[0]).toMatchObject({ receiver: 'geo.Numbers', receiverType: { kind: 'list', of: { kind: 'prim', name: 'number' } } });
});

test('a second library with members for the same type does not load', () => {
  const numbers = (root: string): ManifestLibrary => ({
    ...library,
    root,
    types: [typeOf(`${root}.Numbers`, { membersOf: 'number[]' })],
    members: [],
  });
  expect(errorOf(() => buildAllowlist([sourceOf(numbers('one')), sourceOf(numbers('two'))]), 'BAD_MANIFEST').message).toMatch(
    /one\.Numbers gives members to number\[\] already/,
  );
});
