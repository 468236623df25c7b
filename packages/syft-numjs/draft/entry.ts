// What the draft says of one member of numjs. Signatures are written in the grammar of @syft-libs/ast (`parseSignature`).

/** A call that an example makes: `[receiver, ...args]` for methods and properties, the arguments for functions. */
export type Call = readonly unknown[];

export interface Entry {
  readonly path: string;
  readonly kind: 'function' | 'constructor' | 'method' | 'property' | 'constant';
  readonly aliasOf?: string;
  /** The name on a pointer, where the library's own is a reserved word. */
  readonly remoteName?: string;
  /** Overloads, first fit. Empty for members that are refused as a whole. */
  readonly signatures: readonly string[];
  /** Which operand the library writes to; `list:0` only when that argument is a plain list, which numjs takes as its buffer. */
  readonly mutates: readonly ('self' | `arg:${number}` | `list:${number}`)[];
  /** Operands whose memory the result may share. */
  readonly aliases: readonly ('self' | `arg:${number}`)[];
  readonly random: boolean;
  readonly io: 'none' | 'fs' | 'native';
  readonly rows: 'keep' | 'select' | 'reduce' | 'mix' | 'permute';
  readonly shapeDependsOnData: boolean;
  readonly disclosure: 'assign' | 'aggregate' | 'metadata';
  readonly verdict: 'allow' | 'refuse';
  readonly reason: string;
  /** Upper bound of the result's elements; see sizes.ts. Positions count as in {@link Call}. */
  readonly size: string;
  readonly cost: 'none' | 'linear' | 'dot' | 'fft' | 'convolve';
  /** Names of guards.ts. */
  readonly guards: readonly string[];
  /** Calls that succeed on the library as it is. */
  readonly ok: readonly Call[];
  /** Calls of fitting type that the library answers with an exception. */
  readonly throws: readonly Call[];
  /** Calls of fitting type that a guard must refuse: the library hangs, answers garbage or leaves the array. */
  readonly guarded: readonly Call[];
}

type Optional = 'aliasOf' | 'remoteName';
type Defaulted = Omit<Entry, 'path' | 'signatures' | Optional>;
export type Overrides = Partial<Omit<Entry, 'path' | 'signatures'>>;

const PURE: Defaulted = {
  kind: 'function',
  mutates: [],
  aliases: [],
  random: false,
  io: 'none',
  rows: 'mix',
  shapeDependsOnData: false,
  disclosure: 'assign',
  verdict: 'allow',
  reason: 'pure',
  size: 'same(0)',
  cost: 'linear',
  guards: [],
  ok: [],
  throws: [],
  guarded: [],
};

/** An allowed entry: pure and `mix` unless `overrides` say otherwise. */
export function allow(path: string, signatures: string | readonly string[], overrides: Overrides = {}): Entry {
  return { ...PURE, ...overrides, path, signatures: typeof signatures === 'string' ? [signatures] : signatures };
}

/** A refused entry with its reason. */
export function refuse(path: string, kind: Entry['kind'], reason: string, overrides: Overrides & { signature?: string } = {}): Entry {
  const { signature, ...rest } = overrides;
  const signatures = signature === undefined ? [] : [signature];
  return { ...PURE, size: 'none', cost: 'none', ...rest, kind, verdict: 'refuse', reason, path, signatures };
}
