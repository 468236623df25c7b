// One entry that never comes to an end, and one behind it.
const HOLD = 10_000_000;

export const entries = [
  {
    path: 'numjs.zeros',
    growing: [],
    seen: () => {
      for (let turn = 0; turn < HOLD; turn++) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
      return [10, 'float64'];
    },
  },
  { path: 'numjs.ones', growing: [], seen: () => [10, 'float64'] },
];
