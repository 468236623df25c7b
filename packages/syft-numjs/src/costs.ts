// What a call gives and takes at most, from public facts alone. Axes of private length are known by their bound, so every
// figure has to hold for all smaller lengths too.
import { type Bound, boundOfShape, type CostFunction, type OperandView, SCALAR_BOUND } from '@syft-libs/ast';
import { boundOf, boundOfPublicShape, type Dims, dimsOf, elementsOf, isConstant, isScalar, itemsOf, numbersOf } from './operand.ts';

type Size = (operands: readonly [OperandView, ...OperandView[]]) => Bound;

const UNBOUNDED: Bound = { elements: Infinity };

/** Elementary steps for each element of operands and result: the dearest elementwise functions take about so many. */
const PER_ELEMENT = 4;

/** A cost that grows with the elements of operands and result. */
const linear =
  (size: Size): CostFunction =>
  (operands) => {
    const result = size(operands as readonly [OperandView, ...OperandView[]]);
    return { result, operations: 1 + PER_ELEMENT * (elementsOf(operands) + result.elements) };
  };

/** The bound of a result whose axes follow from those of the first operand; `rank` alone may be private. */
const byAxes =
  (dimsAfter: (dims: readonly number[], args: readonly OperandView[]) => Dims, dimsBefore: (view: OperandView) => Dims): Size =>
  ([array, ...args]) => {
    const dims = dimsBefore(array);
    const after = dims && dimsAfter(dims, args);
    return after === undefined ? { elements: boundOf(array).elements } : boundOfShape(after);
  };

const dimsOfReceiver = (view: OperandView): Dims => view.bound.dims;
const onReceiver = (dimsAfter: (dims: readonly number[], args: readonly OperandView[]) => Dims) =>
  linear(byAxes(dimsAfter, dimsOfReceiver));
const onArgument = (dimsAfter: (dims: readonly number[], args: readonly OperandView[]) => Dims) => linear(byAxes(dimsAfter, dimsOf));

const scalar = linear(() => SCALAR_BOUND);
/** Of a property that reads no element. */
const metadata: CostFunction = () => ({ result: SCALAR_BOUND, operations: 1 });
const sameArgument = linear(([array]) => boundOf(array));
const sameReceiver = linear(([array]) => array.bound);

const flat: Size = ([array]) => boundOfShape([boundOf(array).elements]);

const reversed = (dims: readonly number[]): Dims => dims.toReversed();

const permuted = (dims: readonly number[], axes: readonly unknown[]): Dims => axes.map((axis) => dims[axis as number] ?? 0);

const turned = (dims: readonly number[], [turns, axes]: readonly OperandView[]): Dims => {
  const [a, b] = (axes === undefined ? [0, 1] : numbersOf([axes])) as readonly [number, number];
  if ((Number(turns?.value ?? 1) || 1) % 2 === 0) return dims;
  return dims.map((length, axis) => (axis === a ? dims[b] : axis === b ? dims[a] : length) as number);
};

const reshaped: Size = ([array, ...rest]) => {
  const shape = numbersOf(rest) as readonly number[];
  const { elements } = boundOf(array);
  const others = shape.filter((length) => length !== -1).reduce((product, length) => product * length, 1);
  const dims = shape.map((length) => (length === -1 ? Math.floor(elements / Math.max(1, others)) : length));
  return others <= elements ? { elements, dims } : UNBOUNDED;
};

/** A vector becomes the diagonal of a matrix, a matrix gives its diagonal. */
const diagonal = (view: OperandView, dims: Dims): Bound => {
  if (dims === undefined || dims.length === 0) return { elements: boundOf(view).elements ** 2 };
  return boundOfShape(dims.length === 1 ? [dims[0] as number, dims[0] as number] : [Math.min(...dims)]);
};

const picked = (dims: readonly number[], args: readonly OperandView[]): Dims =>
  dims.filter((_, axis) => !(Number(args[axis]?.value ?? -1) >= 0));

/** Changes the length of each axis for which a number is given. */
const eachAxis =
  (lengthAfter: (length: number, position: number) => number) =>
  (dims: readonly number[], args: readonly OperandView[]): Dims =>
    dims.map((length, axis) => (typeof args[axis]?.value === 'number' ? lengthAfter(length, args[axis].value) : length));

const from = eachAxis((length, start) => (start < 0 ? length : Math.max(0, length - start)));
const upTo = eachAxis((length, end) => (end < 0 ? length : Math.min(length, end)));
const stepped = eachAxis((length, step) => Math.ceil(length / Math.abs(step)));

const sliced = (dims: readonly number[], args: readonly OperandView[]): Dims =>
  dims.map((length, axis) => rangeLength(args[axis]?.value as number | null | undefined | readonly (number | null)[], length));

/** What a range leaves of an axis that is at most so long: ends counted from different sides meet elsewhere when it is shorter. */
function rangeLength(range: number | null | undefined | readonly (number | null)[], length: number): number {
  const rest = (start: number) => (start < 0 ? Math.min(length, -start) : Math.max(0, length - start));
  if (range === null || range === undefined) return length;
  if (typeof range === 'number') return rest(range);
  const [first = null, second = null, third = null, fourth = null] = range;
  const start = first ?? 0;
  const isOpen = range.length === 4 && second === null && third === null;
  const step = Math.abs((isOpen ? fourth : third) ?? 1) || 1;
  if (isOpen) return Math.ceil(rest(start) / step);
  // An end of 0 or none makes numjs read the start as the end.
  if (second === null || second === 0)
    return Math.ceil((start === 0 && first === null ? length : start < 0 ? length : Math.min(start, length)) / step);
  return Math.ceil(Math.min(length, Math.max(0, mostBetween(start, second, length))) / step);
}

/** Both from one side is plain; else, and where a shorter axis makes numjs take an end for none, the longest that can come. */
function mostBetween(start: number, end: number, length: number): number {
  if (end > 0) return start < 0 ? -start : end - start;
  return start < 0 ? Math.max(end - start, -end) : Math.max(length + end - start, -end, start);
}

const rangeSize: Size = (operands) => {
  const numbers = operands.map(({ value }) => value).filter((value) => typeof value === 'number');
  const [start = 0, stop = 0, step = 1] = numbers.length === 1 ? [0, ...numbers] : numbers;
  const steps = Math.max(0, (stop - start) / step);
  // Each addition may be short by half a unit in the last place; whole numbers are exact.
  const isExact = [start, stop, step].every(Number.isSafeInteger);
  const slip = (2 ** -53 * Math.max(Math.abs(start), Math.abs(stop))) / Math.abs(step);
  return boundOfShape([isExact ? Math.ceil(steps) : Math.ceil(steps * (1 + slip / (1 - Math.min(slip, 0.5)))) + (steps > 0 ? 1 : 0)]);
};

const joined: CostFunction = (operands) => {
  const arrays = listed(operands);
  if (arrays === undefined) {
    const { elements } = boundOf(operands[0] as OperandView);
    return { result: { elements }, operations: 1 + PER_ELEMENT * elements * elements };
  }
  const shapes = arrays.map((view) => (isScalar(view) ? [1] : dimsOf(view)));
  const rank = shapes[0]?.length ?? 0;
  const isEven = rank > 0 && shapes.every((dims) => dims?.length === rank);
  const elements = elementsOf(arrays);
  const result = isEven ? { elements, dims: joinedDims(shapes as readonly (readonly number[])[]) } : { elements };
  // Each array is appended to a copy of those before it.
  return { result, operations: 1 + PER_ELEMENT * elements * arrays.length };
};

/** All axes but the last are equal, or numjs refuses. */
function joinedDims(shapes: readonly (readonly number[])[]): readonly number[] {
  const [first = []] = shapes;
  return [...first.slice(0, -1), shapes.reduce((sum, lengths) => sum + (lengths.at(-1) as number), 0)];
}

/** What is joined: the items of a single list, or all arguments; `undefined` for a private list. */
function listed(operands: readonly OperandView[]): readonly OperandView[] | undefined {
  return operands.length === 1 ? itemsOf(operands[0] as OperandView) : operands;
}

const stacked: CostFunction = (operands) => {
  const [arrays, axisView] = operands as readonly [OperandView, OperandView?];
  const bound = boundOf(arrays);
  const [count, ...inner] = bound.dims ?? [];
  const axis = Number(axisView?.value ?? 0);
  const at = axis < 0 ? axis + inner.length + 1 : axis;
  const result = count === undefined ? bound : { elements: bound.elements, dims: inner.toSpliced(at, 0, count) };
  // Numbers are joined one by one.
  return { result, operations: 1 + PER_ELEMENT * bound.elements * (inner.length === 0 ? Math.max(1, bound.elements) : 1) };
};

/** The product of two arrays of one or two axes. Without known axes each element might meet each. */
const product =
  (dimsOfFirst: (view: OperandView) => Dims): CostFunction =>
  (operands) => {
    const [a, b] = operands as readonly [OperandView, OperandView];
    const left = dimsOfFirst(a);
    const right = dimsOf(b);
    const rows = left?.length === 1 ? 1 : left === undefined ? boundOf(a).elements : (left[0] ?? 1);
    const columns = right?.length === 1 ? 1 : right === undefined ? boundOf(b).elements : (right[1] ?? 1);
    const kept = [...(left?.length === 2 ? [rows] : []), ...(right?.length === 2 ? [columns] : [])];
    const isKnown = left !== undefined && right !== undefined;
    const result = isKnown ? boundOfShape(kept.length === 0 ? [1] : kept) : { elements: rows * columns };
    return { result, operations: 1 + 2 * (boundOf(a).elements * columns + boundOf(b).elements * rows) };
  };

/** Only where the filter covers the array; a private filter may be as short as nothing. */
const convolved =
  (dimsOfFirst: (view: OperandView) => Dims): CostFunction =>
  (operands) => {
    const [array, filter] = operands as readonly [OperandView, OperandView];
    const dims = dimsOfFirst(array);
    const lengths = isConstant(filter) ? dimsOf(filter) : undefined;
    const { elements } = boundOf(array);
    const after = dims?.map((length, axis) => Math.max(0, length - (lengths?.[axis] ?? 0) + 1));
    return {
      result: after === undefined ? { elements: elements + 1 } : boundOfShape(after),
      operations: 6 * fourierSteps(elements + boundOf(filter).elements),
    };
  };

const transformed: CostFunction = ([array]) => {
  const result = boundOf(array as OperandView);
  return { result, operations: 2 * fourierSteps(result.elements) };
};

/** An upper bound of one transform, lengths that are no power of two padded (Bluestein) included. */
function fourierSteps(elements: number): number {
  return 64 * (elements + 1) * Math.ceil(Math.log2(elements + 2));
}

/** Images give a plane; a grey image with its third axis keeps it. */
const plane = (dims: readonly number[]): Dims => (dims.length === 3 && dims[2] !== 1 ? dims.slice(0, 2) : dims);

const unpacked: Size = ([array]) => (array.bound.dims?.length === 0 ? { elements: 1, dims: [0] } : array.bound);

const each = (names: string, cost: CostFunction): Record<string, CostFunction> =>
  Object.fromEntries(names.split(' ').map((name) => [`numjs.${name}`, cost]));
const receiverEach = (names: string, cost: CostFunction) => each(names.replaceAll(/\w+/g, 'NdArray.$&'), cost);

const SAME =
  'array NdArray.new int8 uint8 int16 uint16 int32 uint32 float32 float64 abs arccos arcsin arctan cos sin tan tanh exp log sqrt round ' +
  'negative add subtract multiply divide power mod remainder sigmoid leakyRelu clip softmax flip';

/** The costs of numjs's entries, by path: every allowed one. */
export const costs: Readonly<Record<string, CostFunction>> = {
  ...each(SAME, sameArgument),
  ...receiverEach('exp log sqrt round negative add subtract multiply divide pow mod assign clone', sameReceiver),
  ...each('sum mean std max min equal', scalar),
  ...receiverEach('sum mean std max min equal', scalar),
  ...receiverEach('size ndim dtype get', metadata),
  'numjs.NdArray.shape': ([array]) => ({ result: boundOfShape([array?.bound.dims?.length ?? 32]), operations: 1 }),
  'numjs.arange': linear(rangeSize),
  ...each(
    'zeros ones',
    linear(([shape]) => boundOfPublicShape(numbersOf([shape]))),
  ),
  'numjs.identity': linear(([n]) => boundOfPublicShape([n.value, n.value])),
  'numjs.random': linear((operands) => (operands.length === 0 ? boundOfShape([1]) : boundOfPublicShape(numbersOf(operands)))),
  'numjs.concatenate': joined,
  'numjs.stack': stacked,
  'numjs.flatten': linear(flat),
  'numjs.NdArray.flatten': linear(flat),
  ...each('reshape NdArray.reshape', linear(reshaped)),
  'numjs.transpose': onArgument((dims, [axes]) => (axes === undefined ? dims : permuted(dims, numbersOf([axes])))),
  'numjs.NdArray.transpose': onReceiver((dims, args) => (args.length === 0 ? reversed(dims) : permuted(dims, numbersOf(args)))),
  'numjs.NdArray.T': onReceiver(reversed),
  'numjs.rot90': onArgument(turned),
  'numjs.diag': linear(([array]) => diagonal(array, dimsOf(array))),
  'numjs.NdArray.diag': linear(([array]) => diagonal(array, array.bound.dims)),
  'numjs.NdArray.pick': onReceiver(picked),
  'numjs.NdArray.lo': onReceiver(from),
  'numjs.NdArray.hi': onReceiver(upTo),
  'numjs.NdArray.step': onReceiver(stepped),
  'numjs.NdArray.slice': onReceiver(sliced),
  ...receiverEach('tolist valueOf', linear(unpacked)),
  'numjs.broadcast': linear((operands) => ({ elements: Math.max(...operands.map((view) => numbersOf([view]).length)) })),
  'numjs.dot': product(dimsOf),
  'numjs.NdArray.dot': product(dimsOfReceiver),
  ...each('convolve fftconvolve', convolved(dimsOf)),
  ...receiverEach('convolve fftconvolve', convolved(dimsOfReceiver)),
  ...each('fft ifft', transformed),
  ...each('images.sat images.ssat images.sobel images.scharr images.rgb2gray', onReceiver(plane)),
  'numjs.images.flip': sameReceiver,
  ...each('images.areaSum images.areaValue', metadata),
};
