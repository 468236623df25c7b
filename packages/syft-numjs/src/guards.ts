// What numjs would mishandle: calls that never end, read past an array or answer garbage. It checks next to nothing itself.
// A guard sees only public facts, so a private size counts with its bound: what is wrong only for the true size fails inside.
// What numjs refuses with an error of its own (shapes that differ, matrices that do not fit) is left to it.
import { DEFAULT_LIMITS, type Guard, type OperandView } from '@syft-libs/ast';
import { boundOf, type Dims, dimsOf, isRagged, itemsOf, numbersOf } from './operand.ts';

type AxesCheck = (dims: readonly number[], args: readonly OperandView[]) => string | undefined;
type Range = number | null | readonly (number | null)[];

const UNKNOWN_RANK = 'its number of axes is not public';
const NO_AXIS = 'an array of rank 0 has no axis';

/** Rows of equal length, in every nested list. */
const rectangular: Guard = (operands) => (operands.some(isRagged) ? 'the rows of a list differ in length' : undefined);

/** A check of a method's receiver, which is an array for certain. */
const onReceiver =
  (check: AxesCheck): Guard =>
  ([array, ...args]) =>
    array?.bound.dims === undefined ? UNKNOWN_RANK : check(array.bound.dims, args);

/** Of an array of unknown rank (one element) any index may be read: another one than the first gives nothing. */
const index: Guard = (operands) => (operands[0]?.bound.dims === undefined ? undefined : onReceiver(indices)(operands));

/** The same check of a function's first argument, which may be a number or a list too. */
const onArgument =
  (check: AxesCheck): Guard =>
  (operands) => {
    const [array, ...args] = operands;
    const dims: Dims = array && dimsOf(array);
    return rectangular(operands) ?? (dims === undefined ? UNKNOWN_RANK : check(dims, args));
  };

const isInteger = (value: unknown): value is number => Number.isSafeInteger(value);
const isLength = (value: unknown): value is number => isInteger(value) && value >= 0;
const isStride = (value: unknown): boolean => isInteger(value) && value !== 0 && (value | 0) === value;

const ranked: AxesCheck = (dims) => (dims.length === 0 ? NO_AXIS : undefined);

const indices: AxesCheck = (dims, args) => {
  if (args.length !== dims.length) return 'as many indices as axes are needed';
  return args.every(({ value }, axis) => isInteger(value) && isInside(value, dims[axis] as number)) ? undefined : 'an index lies outside';
};

/** One position for each axis at most; `null` leaves its axis alone, and so does a negative one in numjs. */
const positions =
  (fits: (value: unknown, length: number) => boolean): AxesCheck =>
  (dims, args) => {
    if (args.length > dims.length) return 'more positions than axes';
    return args.every(({ value }, axis) => value === null || fits(value, dims[axis] as number))
      ? undefined
      : 'a position lies outside its axis';
  };

const picks: AxesCheck = (dims, args) => ranked(dims, args) ?? positions((value, length) => isInteger(value) && value < length)(dims, args);
const edges = positions((value, length) => isInteger(value) && value <= length);
const strides = positions((value) => isStride(value));
const ranges = positions((value, length) => isRangeInside(value as Range, length));

const permutation: AxesCheck = (dims, args) => {
  if (args.length === 0) return undefined;
  const axes = numbersOf(args);
  const isWhole = axes.length === dims.length && dims.every((_, axis) => axes.includes(axis));
  return isWhole ? undefined : 'each axis has to stand exactly once';
};

const axis: AxesCheck = (dims, [view]) => {
  if (dims.length === 0) return NO_AXIS;
  return isInteger(view?.value) && isInside(view.value, dims.length) ? undefined : 'there is no such axis';
};

const rotation: AxesCheck = (dims, [turns, axes]) => {
  if (dims.length < 2) return 'two axes are needed';
  const pair = axes === undefined ? [0, 1] : numbersOf([axes]);
  const isPlane = pair.length === 2 && pair[0] !== pair[1] && pair.every((item) => isLength(item) && item < dims.length);
  if (!isPlane) return 'the axes are no plane of the array';
  return turns === undefined || (isInteger(turns.value) && Math.abs(turns.value) <= 1000) ? undefined : 'turns are whole and at most 1000';
};

/** Two axes, or a third one of channels: numjs reads the first three without looking. */
const image =
  (channels: (count: number) => boolean): AxesCheck =>
  (dims) =>
    dims.length === 2 || (dims.length === 3 && channels(dims[2] as number)) ? undefined : 'it is no image';

const sizesOf = (operands: readonly OperandView[]): string | undefined => {
  const lengths = numbersOf(operands);
  if (lengths.length > DEFAULT_LIMITS.arrayRank) return 'it has too many axes';
  return lengths.every(isLength) ? undefined : 'a length is a whole number from 0';
};

const shape: Guard = ([first]) => (first === undefined ? undefined : sizesOf([first]));
const shapeOrLengths: Guard = (operands) => (operands.length === 0 ? undefined : sizesOf(operands));

const reshape: Guard = (operands) => {
  const [array, ...rest] = operands as readonly [OperandView, ...OperandView[]];
  const lengths = numbersOf(rest);
  if (lengths.length > DEFAULT_LIMITS.arrayRank) return 'it has too many axes';
  if (!lengths.every((length) => length === -1 || isLength(length))) return 'a length is a whole number from 0, or one is -1';
  const least = lengths.filter(isLength).reduce((product, length) => product * length, 1);
  return rectangular(operands) ?? (least <= boundOf(array).elements ? undefined : 'it has more elements than the array');
};

/** Adding a step must move: one that is lost in rounding, or goes the other way, never arrives. */
const range: Guard = (operands) => {
  const numbers = operands.map(({ value }) => value).filter((value) => typeof value !== 'string') as readonly number[];
  const [start, stop, step] =
    numbers.length === 1 ? [0, numbers[0] as number, 1] : [numbers[0] as number, numbers[1] as number, numbers[2] ?? 1];
  if (![start, stop, step].every(Number.isFinite)) return 'start, stop and step have to be finite';
  if (start >= stop) return undefined;
  return step > 0 && step >= 2 ** -50 * Math.max(Math.abs(start), Math.abs(stop)) ? undefined : 'the step does not lead from start to stop';
};

const stack: Guard = ([arrays, axisView]) => {
  const items = arrays && itemsOf(arrays);
  if (items?.some(isRagged) === true) return 'the rows of a list differ in length';
  if (axisView === undefined) return undefined;
  const dims = arrays && dimsOf(arrays);
  if (dims === undefined) return UNKNOWN_RANK;
  return isInteger(axisView.value) && isInside(axisView.value, dims.length) ? undefined : 'there is no such axis';
};

const concatenate: Guard = (operands) => {
  const [list] = operands;
  const arrays = operands.length === 1 && list !== undefined ? (itemsOf(list) ?? []) : operands;
  return rectangular(arrays);
};

/** A filter that is empty, or longer than the array on some axis, makes a shape that is none. */
const filter: AxesCheck = (dims, [view]) => {
  const lengths = view && dimsOf(view);
  if (lengths === undefined) return UNKNOWN_RANK;
  if (isRagged(view as OperandView)) return 'the rows of a list differ in length';
  if (lengths.length !== dims.length) return undefined;
  if (dims.length === 0) return NO_AXIS;
  return lengths.every((length, at) => length >= 1 && length <= (dims[at] as number))
    ? undefined
    : 'the filter does not fit into the array';
};

const area: Guard = ([top, left, height, width, table]) => {
  const numbers = [top, left, height, width].map((view) => view?.value);
  const dims = table?.bound.dims;
  if (dims?.length !== 2) return 'the table has two axes';
  if (!numbers.every(isLength)) return 'positions and lengths are whole numbers from 0';
  const [y = 0, x = 0, h = 0, w = 0] = numbers;
  const isWithin = h >= 1 && w >= 1 && y + h <= (dims[0] as number) && x + w <= (dims[1] as number);
  return isWithin ? undefined : 'the area lies outside the table';
};

const shapes: Guard = (operands) => operands.map((view) => sizesOf([view])).find((reason) => reason !== undefined);

function isInside(index: number, length: number): boolean {
  return index >= -length && index < length;
}

/** Resolves a range as numjs does; its odd cases (end 0 or `null`, bugs of numjs) stay within the axis too. */
function isRangeInside(range: Range, length: number): boolean {
  const resolve = (position: number) => (position < 0 ? position + length : position);
  const isEdge = (position: number) => isLength(position) && position <= length;
  if (range === null || typeof range === 'number') return range === null || (isInteger(range) && isEdge(resolve(range)));
  if (range.length > 4 || !range.every((item) => item === null || isInteger(item))) return false;
  const [first = null, second = null, third = null, fourth = null] = range;
  const isOpen = range.length === 4 && second === null && third === null;
  const step = isOpen ? fourth : third;
  if (step !== null && step !== 0 && !isStride(step)) return false;
  const start = resolve(first ?? 0);
  const end = isOpen || second === null ? 0 : resolve(second);
  return isEdge(start) && isEdge(end) && (end === 0 || end >= start);
}

const each = (names: string, guard: Guard): Record<string, Guard> =>
  Object.fromEntries(names.split(' ').map((name) => [`numjs.${name}`, guard]));

const LISTS =
  'array NdArray.new int8 uint8 int16 uint16 int32 uint32 float32 float64 abs arccos arcsin arctan cos sin tan tanh exp log sqrt round ' +
  'negative add subtract multiply divide power mod remainder sigmoid leakyRelu clip softmax sum mean std max min equal dot fft ifft ' +
  'NdArray.add NdArray.subtract NdArray.multiply NdArray.divide NdArray.pow NdArray.mod NdArray.assign NdArray.equal NdArray.dot';

/** The guards of numjs's entries, by path; an entry that is not here needs none. */
export const guards: Readonly<Record<string, Guard>> = {
  ...each(LISTS, rectangular),
  'numjs.arange': range,
  ...each('zeros ones identity', shape),
  'numjs.random': shapeOrLengths,
  'numjs.concatenate': concatenate,
  'numjs.stack': stack,
  ...each('flatten diag', onArgument(ranked)),
  ...each('NdArray.flatten NdArray.diag', onReceiver(ranked)),
  ...each('reshape NdArray.reshape', reshape),
  'numjs.transpose': onArgument(permutation),
  'numjs.NdArray.transpose': onReceiver(permutation),
  'numjs.flip': onArgument(axis),
  'numjs.rot90': onArgument(rotation),
  'numjs.NdArray.pick': onReceiver(picks),
  ...each('NdArray.lo NdArray.hi', onReceiver(edges)),
  'numjs.NdArray.step': onReceiver(strides),
  'numjs.NdArray.slice': onReceiver(ranges),
  'numjs.NdArray.get': index,
  'numjs.broadcast': shapes,
  ...each('convolve fftconvolve', onArgument(filter)),
  ...each('NdArray.convolve NdArray.fftconvolve', onReceiver(filter)),
  ...each('images.sat images.ssat', onReceiver(image((channels) => channels >= 3))),
  ...each('images.sobel images.scharr images.rgb2gray', onReceiver(image((channels) => channels === 1 || channels >= 3))),
  ...each('images.areaSum images.areaValue', area),
};
