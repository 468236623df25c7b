// What calls cost whose results may be longer than all their operands together; all others cost what the core counts by itself.
import { type Bound, boundOfText, type CostFunction, type Guard, type OperandView, renderedLength } from '@syft-libs/ast/support';

/** A character of a string in memory. */
const CHARACTER_BYTES = 2;

/** A sign, 21 digits, a point and 100 digits are the longest in decimal; in base 2 a number has at most 1,077 characters. */
const DECIMAL_LENGTH = 128;
const BINARY_LENGTH = 1_100;

/** U+FDFA has 18 code units when it is taken apart; some letters have three in the other case. */
const NORMAL_FACTOR = 18;
const CASE_FACTOR = 3;

/** Bits of an integer that was cut or shifted. */
const MOST_BITS = 1_000;

type Length = (...operands: readonly OperandView[]) => number;

const elementsOf = (operand: OperandView | undefined): number => operand?.bound.elements ?? 0;

const textOf = (length: Length): CostFunction => {
  return (operands) => {
    const characters = Math.max(1, length(...operands));
    return { result: boundOfText(characters), operations: characters, elementBytes: CHARACTER_BYTES };
  };
};

/** Of a list: `isText` where its items are strings. */
const listOf = (length: Length): CostFunction => {
  return (operands) => {
    const elements = Math.max(1, length(...operands));
    const result: Bound = operands[0]?.bound.isText === true ? boundOfText(elements) : { elements };
    return { result, operations: elements };
  };
};

/** How often a public number says; endless for what is none. */
const timesOf = ({ value }: OperandView): number => (typeof value === 'number' ? Math.max(0, value) : Number.POSITIVE_INFINITY);

/** A part is looked for at every place. */
const sought: CostFunction = ([text, part]) => ({
  result: { elements: 1, dims: [] },
  operations: elementsOf(text) * Math.max(1, elementsOf(part)),
});

const repeated: Length = (self, times) => Math.max(1, elementsOf(self)) * timesOf(times as OperandView);
const padded: Length = (self, length) => Math.max(elementsOf(self), timesOf(length as OperandView));
const decimal = textOf(() => DECIMAL_LENGTH);

/** By path, as `defineSupport` takes them. */
export const costs: Readonly<Record<string, CostFunction>> = {
  'js.Number.toFixed': decimal,
  'js.Number.toPrecision': decimal,
  'js.Number.toExponential': decimal,
  'js.Number.toText': textOf(() => BINARY_LENGTH),
  'js.String.includes': sought,
  'js.String.indexOf': sought,
  'js.String.lastIndexOf': sought,
  'js.String.count': sought,
  'js.String.normalize': textOf((self) => elementsOf(self) * NORMAL_FACTOR),
  'js.String.toLowerCase': textOf((self) => elementsOf(self) * CASE_FACTOR),
  'js.String.toUpperCase': textOf((self) => elementsOf(self) * CASE_FACTOR),
  'js.String.padEnd': textOf(padded),
  'js.String.padStart': textOf(padded),
  'js.String.repeat': textOf(repeated),
  'js.String.replaceAll': textOf((self, _part, replacement) => (elementsOf(self) + 1) * (elementsOf(replacement) + 1)),
  'js.NumberList.join': textOf((self, separator) => renderedLength((self as OperandView).bound) + separators(self, separator)),
  'js.StringList.join': textOf((self, separator) => elementsOf(self) + separators(self, separator)),
  'js.StringList.fill': listOf((self, item) => elementsOf(self) * elementsOf(item)),
  // A list of nothing takes as many turns.
  ...Object.fromEntries(['Number', 'String', 'Boolean', 'BigInt'].map((kind) => [`js.${kind}List.repeat`, listOf(repeated)])),
};

/** A comma unless given. */
function separators(self: OperandView | undefined, separator: OperandView | undefined): number {
  return elementsOf(self) * Math.max(1, elementsOf(separator));
}

const bits =
  (place: number): Guard =>
  (operands) => {
    const { value } = operands[place] as OperandView;
    const isFew = Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_BITS;
    return isFew ? undefined : `bits is no integer from 0 to ${MOST_BITS}`;
  };

/** By path. More bits would make a value without end. */
export const guards: Readonly<Record<string, Guard>> = {
  'js.BigInt.asIntN': bits(0),
  'js.BigInt.asUintN': bits(0),
  'js.BigInt.shiftRight': bits(1),
};
