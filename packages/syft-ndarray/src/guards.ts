// What ndarray would answer wrongly: it checks no position, so that one outside its axis reads another row, or nothing.
// A guard sees only public facts: a private length counts with its bound, and what is wrong only for the true one fails inside.
import { DEFAULT_LIMITS, type Guard, type OperandView } from '@syft-libs/ast';

type Check = (dims: readonly number[], args: readonly unknown[]) => string | undefined;

const OUTSIDE = 'a position lies outside its axis';

const isInteger = (value: unknown): value is number => Number.isSafeInteger(value);

/** A check of the receiver's axes. Of an array of unknown rank (one element) no other element can be read, so that all is let through. */
const onReceiver =
  (check: Check): Guard =>
  ([array, ...args]) => {
    const dims = array?.bound.dims;
    if (dims === undefined) return undefined;
    return check(
      dims,
      args.map(({ value }) => value),
    );
  };

const indices: Check = (dims, args) => {
  if (args.length !== dims.length) return 'as many indices as axes are needed';
  return args.every((value, axis) => isInteger(value) && value >= 0 && value < (dims[axis] as number)) ? undefined : OUTSIDE;
};

/** The last argument is the value, which may be private. */
const place: Check = (dims, args) => {
  if (args.length !== dims.length + 1) return 'as many indices as axes are needed, and a value';
  return indices(dims, args.slice(0, -1));
};

/** One position for each axis at most; ndarray leaves the axis of a negative one, or of `null`, as it is. */
const positions =
  (fits: (value: number, length: number) => boolean): Check =>
  (dims, args) => {
    if (args.length > dims.length) return 'more positions than axes';
    return args.every((value, axis) => value === null || (isInteger(value) && fits(value, dims[axis] as number))) ? undefined : OUTSIDE;
  };

/** The same axes in another order; those that are left out stay in their place. */
const permutation: Check = (dims, args) => {
  const axes = dims.map((_, axis) => (axis < args.length ? args[axis] : axis));
  const isWhole = args.length <= dims.length && dims.every((_, axis) => axes.includes(axis));
  return isWhole ? undefined : 'each axis has to stand exactly once';
};

/** The shape of a new array: whole lengths, together no more than there is data. */
const shape: Guard = ([data, lengths]) => {
  if (lengths === undefined) return undefined;
  const list: unknown = lengths.value;
  if (!Array.isArray(list) || list.length > DEFAULT_LIMITS.arrayRank) return 'it has too many axes';
  if (!list.every((length) => isInteger(length) && length >= 0 && !Object.is(length, -0))) return 'a length is a whole number from 0';
  const size = (list as readonly number[]).reduce((product, length) => product * length, 1);
  return size <= (data as OperandView).bound.elements ? undefined : 'it has more elements than the data';
};

const STEP = 'a step is a whole number, and not zero';

const steps: Check = (dims, args) =>
  args.every((value) => value === null || (isInteger(value) && value !== 0 && (value | 0) === value))
    ? positions(() => true)(dims, args)
    : STEP;

/** The guards of the entries that need one, by path. */
export const guards: Readonly<Record<string, Guard>> = {
  'ndarray.default': shape,
  'ndarray.NdArray.get': onReceiver(indices),
  'ndarray.NdArray.index': onReceiver(indices),
  'ndarray.NdArray.set': onReceiver(place),
  'ndarray.NdArray.pick': onReceiver(positions((value, length) => value < length)),
  'ndarray.NdArray.lo': onReceiver(positions((value, length) => value <= length)),
  'ndarray.NdArray.hi': onReceiver(positions((value, length) => value <= length)),
  'ndarray.NdArray.step': onReceiver(steps),
  'ndarray.NdArray.transpose': onReceiver(permutation),
};
