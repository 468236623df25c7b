// A library with everything on purpose that makes a VM's life hard.

/** An array in the library's own type: wraps a typed array without copying it, as array libraries do. */
export class Vec {
  readonly isVec = true;
  readonly data: Float64Array;
  declare readonly size: number;

  constructor(data: Float64Array) {
    this.data = data;
    Object.defineProperty(this, 'size', { get: () => data.length, enumerable: true });
  }

  sum(): number {
    return this.data.reduce((sum, x) => sum + x, 0);
  }

  reverse(): this {
    this.data.reverse();
    return this;
  }
}

/** A vector of one element, or so it says. */
export class Unit extends Vec {
  readonly isUnit = true;

  override sum(): number {
    return 1;
  }
}

const hoard: unknown[] = [];
const LEVELS = [1, 2, 3];
const ORIGIN = new Vec(Float64Array.of(0, 0));

export const fix = {
  Vec,
  Unit,
  PI: 3.5,
  LEVELS,
  ORIGIN,
  moveOrigin: (x: number) => {
    ORIGIN.data.fill(x);
    return x;
  },
  zero: () => 0,
  inc: (x: number) => x + 1,
  add: (a: Vec, b: Vec | number) => new Vec(a.data.map((x, i) => x + (typeof b === 'number' ? b : (b.data[i] as number)))),
  sum: (a: Vec) => a.sum(),
  fill(a: Vec, x: number) {
    a.data.fill(x);
  },
  same: (a: Vec) => a,
  firstHalf: (a: Vec) => new Vec(a.data.subarray(0, a.data.length / 2)),
  window: (a: Float64Array) => a.subarray(1, 3),
  pair: (a: Vec) => [a, a],
  sameList: (list: number[]) => list,
  sortList: (list: number[]) => list.sort((a, b) => a - b),
  isFrozen: (list: number[]) => Object.isFrozen(list),
  concat: (list: readonly Vec[]) => new Vec(Float64Array.from(list.flatMap(({ data }) => [...data]))),
  wrapped: (record: { readonly of: Vec; readonly by?: number }) => new Vec(record.of.data.map((x) => x * (record.by ?? 1))),
  kind: (x: number | Vec | string) => (typeof x === 'object' ? 'vec' : typeof x),
  either: (x: Vec | readonly number[]) => (x instanceof Vec ? 'vec' : 'list'),
  isPlainList: (list: readonly number[]) => Array.isArray(list) && list.every((item, at) => typeof item === 'number' && at in list),
  rows: (lists: readonly (readonly number[])[]) => lists.map((list) => list.map((item) => item)),
  sizeOf: (x: Float64Array | readonly number[]) => (ArrayBuffer.isView(x) ? 'floats' : 'list'),
  asList: (a: Vec) => a.data,
  unit: (a: Vec) => new Unit(a.data.slice(0, 1)),
  anyUnit: () => new Unit(Float64Array.of(5)),
  unitOn: (a: Vec) => new Unit(a.data),
  notUnit: () => new Vec(Float64Array.of(5)),
  className: (a: Vec) => a.constructor.name,
  max: (...xs: number[]) => Math.max(...xs),
  count: (...args: unknown[]) => args.length,
  random: (n: number) => new Vec(Float64Array.from({ length: n }, () => Math.random())),
  later: (x: number) => new Promise<number>((resolve) => setTimeout(() => resolve(x + 1), 5)),
  never: () => new Promise<number>(() => undefined),
  // biome-ignore lint/suspicious/noThenProperty: a result that looks like a promise is what it is for.
  thenable: (a: Vec) => Object.assign(new Vec(a.data.slice()), { then: (resolve: (value: unknown) => void) => resolve('hijacked') }),
  rejected: () => Promise.reject(new Error('nobody waits for this')),
  fail(a: Vec) {
    throw new Error(`cannot: the secret is ${a.data[0]}`);
  },
  failOddly() {
    throw {
      toString: () => {
        throw new Error('no text');
      },
    };
  },
  claimLost() {
    throw Object.assign(new Error('gone'), { name: 'SyftError', code: 'LOST' });
  },
  half: (text: string) => text[0],
  wrong: () => 'a string where a number was promised',
  unsendable: () => () => 1,
  itself() {
    const list: unknown[] = [];
    list.push(list);
    return list;
  },
  nans: () =>
    new Vec(new Float64Array(new BigUint64Array([0x7ff8_dead_beef_0001n, 0xfff8_0000_0000_0000n, 0x3ff0_0000_0000_0000n]).buffer)),
  nanRecord: () => ({ a: new Float32Array(new Uint32Array([0x7fc1_2345]).buffer), b: [Number.NaN, 1] }),
  spin(milliseconds: number) {
    const end = Date.now() + milliseconds;
    while (Date.now() < end);
    return 0;
  },
  loop() {
    for (;;);
  },
  hoardBuffers() {
    for (;;) hoard.push(new Float64Array(1e6));
  },
  hoardObjects() {
    for (;;) hoard.push({ at: hoard.length });
  },
  hoardOneArray() {
    for (;;) hoard.push(1.5);
  },
  litter(times: number) {
    for (let at = 0; at < times; at++) new Float64Array(1e6).fill(at);
    return times;
  },
  exit: () => process.exit(3),
  crashLater(x: number) {
    setTimeout(() => {
      throw new Error('long after the call');
    }, 1);
    return x;
  },
  print(a: Vec) {
    console.log(`secret ${a.data[0]}`);
    return process.env['PATH'] === undefined;
  },
};
