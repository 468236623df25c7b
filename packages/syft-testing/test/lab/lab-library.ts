// A small library of vectors with the faults that real ones have: it throws texts with values in them, returns its argument,
// changes it in place, gives results whose length tells of the elements, takes as long as it is told to.

export class Vec {
  readonly isVec = true;
  readonly data: Float64Array;
  constructor(data: Float64Array) {
    this.data = data;
  }
  get size(): number {
    return this.data.length;
  }
  total(): number {
    return this.data.reduce((sum, item) => sum + item, 0);
  }
  scale(by: number): Vec {
    return new Vec(this.data.map((item) => item * by));
  }
  reverse(): this {
    this.data.reverse();
    return this;
  }
  /** Refused: text with values in it. */
  show(): string {
    return this.data.join();
  }
}

/** A vector that knows what it measures. Its total is rounded. */
export class Measure extends Vec {
  readonly isMeasure = true;
  override total(): number {
    return Math.round(super.total());
  }
  unit(): string {
    return 'mm';
  }
}

/** What lists of lists of truth values can do. */
export const truthRows = Object.freeze({
  countTrue(this: readonly (readonly boolean[])[]): number {
    return this.flat().filter(Boolean).length;
  },
});

const at = ({ data }: Vec, index: number): number => {
  if (!(index >= 0 && index < data.length)) throw new RangeError(`no element ${index}: the first is ${data[0]}, there are ${data.length}`);
  return data[index] as number;
};

export const lab = {
  Vec,
  Measure,
  EPSILON: 1e-9,
  mean: (list: readonly number[]) => list.reduce((sum, item) => sum + item, 0) / list.length,
  sorted: (list: number[]) => list.sort((a, b) => a - b),
  sums: (lists: readonly (readonly number[])[]) => lists.map((list) => list.reduce((sum, item) => sum + item, 0)),
  pickAll: ({ data }: Vec, places: readonly number[]) => places.map((place) => data[place] ?? Number.NaN),
  measure: ({ data }: Vec) => new Measure(data.slice()),
  signs: (list: readonly number[]) => [list.map((item) => item > 0)],
  at,
  elementAt: at,
  total: (v: Vec) => v.total(),
  add(a: Vec, b: Vec | number): Vec {
    if (typeof b === 'number') return new Vec(a.data.map((item) => item + b));
    if (a.data.length !== b.data.length) throw new Error(`lengths ${a.data.length} and ${b.data.length} differ: ${a.data}`);
    return new Vec(a.data.map((item, index) => item + (b.data[index] as number)));
  },
  same: (v: Vec) => v,
  /** A view on its argument's memory. */
  take: ({ data }: Vec, count: number) => new Vec(data.subarray(0, count)),
  positive: ({ data }: Vec) => new Vec(data.filter((item) => item > 0)),
  fill(v: Vec, value: number): void {
    v.data.fill(value);
  },
  zeros: (length: number) => new Vec(new Float64Array(length)),
  outer: (a: Vec, b: Vec) => new Vec(Float64Array.from(a.data, (item) => item * b.total())),
  random: (length: number) => new Vec(Float64Array.from({ length }, () => Math.random())),
  join: (list: readonly Vec[]) => new Vec(Float64Array.from(list.flatMap(({ data }) => [...data]))),
  halves: ({ data }: Vec) => [new Vec(data.slice(0, data.length / 2)), new Vec(data.slice(data.length / 2))],
  kind: (x: Vec | number) => (typeof x === 'number' ? 'number' : 'vector'),
  spin(milliseconds: number): number {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
    return milliseconds;
  },
  /** Refused: it calls what it is given. */
  map: ({ data }: Vec, change: (item: number) => number) => new Vec(data.map(change)),
  /** Refused: it reads files. */
  read: () => 'a file',
};
