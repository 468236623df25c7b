// A small table for numjs: what grows, what does not, what grows too fast, and what nobody may call.
const vector = (length: number) => ({
  type: 'numjs.NdArray',
  dtype: 'float64',
  shape: [length],
  data: Float64Array.from({ length }, (_, index) => (index % 97) + 1),
});

export const entries = [
  { path: 'numjs.mean', grows: true, operands: (size: number) => [vector(size)] },
  { path: 'numjs.zeros', grows: false, operands: () => [10, 'float64'] },
  { path: 'numjs.add', grows: true, operands: (size: number) => [vector(size), vector(size + 1)] },
  { path: 'numjs.convolve', grows: true, operands: (size: number) => [vector(size), vector(size)] },
  { path: 'numjs.empty', grows: false, operands: () => [10] },
];
