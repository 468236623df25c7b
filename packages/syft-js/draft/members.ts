// The members of primitive values. Examples name the receiver first.
import type { DraftMember } from '../../../tools/workspace/src/emit/draft.ts';
import { type Entry, entry } from './entry.ts';

type Row = readonly [name: string, signature: string, doc: string];

const NUMBER: readonly Row[] = [
  ['add', '(other: number) => number', 'The sum.'],
  ['sub', '(other: number) => number', 'The difference.'],
  ['mul', '(other: number) => number', 'The product.'],
  ['div', '(other: number) => number', 'The quotient.'],
  ['mod', '(other: number) => number', 'The remainder, with the sign of the number itself.'],
  ['pow', '(exponent: number) => number', 'The number to the power of the exponent.'],
  ['neg', '() => number', 'The number with its sign turned.'],
  ['abs', '() => number', 'The absolute value.'],
  ['sign', '() => number', '-1, -0, 0 or 1, after the sign.'],
  ['sqrt', '() => number', 'The square root; NaN below 0.'],
  ['exp', '() => number', 'e to the power of the number.'],
  ['log', '() => number', 'The natural logarithm; NaN below 0.'],
  ['round', '() => number', 'The nearest integer; halves go upwards.'],
  ['floor', '() => number', 'The next integer downwards.'],
  ['ceil', '() => number', 'The next integer upwards.'],
  ['trunc', '() => number', 'The number without its fraction.'],
  ['min', '(...others: number[]) => number', 'The smallest of these.'],
  ['max', '(...others: number[]) => number', 'The largest of these.'],
  ['eq', '(other: number) => boolean', 'Whether both are equal; NaN is equal to nothing.'],
  ['ne', '(other: number) => boolean', 'Whether they differ; NaN differs from everything.'],
  ['lt', '(other: number) => boolean', 'Whether the number is less.'],
  ['le', '(other: number) => boolean', 'Whether the number is less or equal.'],
  ['gt', '(other: number) => boolean', 'Whether the number is greater.'],
  ['ge', '(other: number) => boolean', 'Whether the number is greater or equal.'],
  ['isNaN', '() => boolean', 'Whether it is NaN.'],
  ['isFinite', '() => boolean', 'Whether it is neither NaN nor infinite.'],
  ['isInteger', '() => boolean', 'Whether it is an integer.'],
];

const STRING: readonly Row[] = [
  ['concat', '(...others: string[]) => string', 'The strings one after another.'],
  ['eq', '(other: string) => boolean', 'Whether both are equal.'],
  ['ne', '(other: string) => boolean', 'Whether they differ.'],
];

const BOOLEAN: readonly Row[] = [
  ['and', '(other: boolean) => boolean', 'Whether both are true.'],
  ['or', '(other: boolean) => boolean', 'Whether one is true at least.'],
  ['not', '() => boolean', 'The opposite.'],
  ['eq', '(other: boolean) => boolean', 'Whether both are equal.'],
  ['ne', '(other: boolean) => boolean', 'Whether they differ.'],
];

const BIGINT: readonly Row[] = [
  ['add', '(other: bigint) => bigint', 'The sum.'],
  ['sub', '(other: bigint) => bigint', 'The difference.'],
  ['neg', '() => bigint', 'The integer with its sign turned.'],
  ['eq', '(other: bigint) => boolean', 'Whether both are equal.'],
  ['ne', '(other: bigint) => boolean', 'Whether they differ.'],
  ['lt', '(other: bigint) => boolean', 'Whether the integer is less.'],
  ['le', '(other: bigint) => boolean', 'Whether the integer is less or equal.'],
  ['gt', '(other: bigint) => boolean', 'Whether the integer is greater.'],
  ['ge', '(other: bigint) => boolean', 'Whether the integer is greater or equal.'],
];

/** The methods of one type, each called with as many of a sample's values as it takes. */
function methods(type: string, rows: readonly Row[], samples: readonly (readonly unknown[])[]): readonly Entry[] {
  return rows.map(([name, signature, doc]) => {
    const overrides: Partial<DraftMember> = signature.endsWith('string') ? { shapeDependsOnData: true } : {};
    const ok = samples.map((sample) => (signature.startsWith('()') ? sample.slice(0, 1) : sample));
    return entry(`${type}.${name}`, signature, { kind: 'method', doc, ok, ...overrides });
  });
}

const NUMBERS = [
  [3, 2],
  [-1.5, 4],
  [NaN, 0],
  [-0, Infinity],
];

export const MEMBERS: readonly Entry[] = [
  ...methods('js.Number', NUMBER, NUMBERS),
  entry('js.Number.toFixed', '(public digits?: number) => string', {
    kind: 'method',
    shapeDependsOnData: true,
    doc: 'The number in decimal, with so many digits after the point.',
    ok: [[1.25], [1.25, 1], [1e21, 2], [NaN]],
  }),
  ...methods('js.String', STRING, [
    ['ab', 'c'],
    ['', ''],
  ]),
  entry('js.String.length', '() => number', { kind: 'property', doc: 'The number of UTF-16 code units.', ok: [['abc'], ['']] }),
  ...methods('js.Boolean', BOOLEAN, [
    [true, false],
    [false, false],
  ]),
  ...methods('js.BigInt', BIGINT, [
    [3n, 2n],
    [-1n, 2n ** 70n],
  ]),
];
