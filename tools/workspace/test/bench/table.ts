// A small table for numjs: what grows, what does not, what grows too fast, and what nobody may call.
const vector = (length: number) => ({
  type: 'numjs.NdArray',
  dtype: 'float64',
  shape: [length],
  data: Float64Array.from({ length }, (_, index) => (index % 97) + 1),
});

const disagreeing = (size: number) => [vector(size), vector(size + 1)];

export const entries = [
  { path: 'numjs.mean', growing: [(size: number) => [vector(size)]], seen: () => [vector(4)] },
  { path: 'numjs.zeros', growing: [], seen: () => [10, 'float64'] },
  { path: 'numjs.add', growing: [disagreeing], seen: () => disagreeing(4) },
  { path: 'numjs.subtract', growing: [disagreeing, (size: number) => [vector(size), 1]], seen: () => [vector(4), 1] },
  { path: 'numjs.multiply', growing: [disagreeing], seen: () => [vector(4), 2] },
  { path: 'numjs.convolve', growing: [(size: number) => [vector(size), vector(size)]], seen: () => [vector(4), vector(4)] },
  { path: 'numjs.empty', growing: [], seen: () => [10] },
];
