import { SyftError } from '../errors.ts';
import type { Codec } from '../serde/codec.ts';
import type { Bound } from './bounds.ts';
import { CONTRACT, SUPPORT } from './contract.ts';
import type { Surface } from './surface.ts';

/** One operand as guards and costs see it: its public bound, and its value where that is public. */
export interface OperandView {
  readonly bound: Bound;
  /** The plain value of a constant, or of a readable pointer in a `public` place; else `undefined`. */
  readonly value: unknown;
  readonly isPublic: boolean;
  /** For a list operand, its items; a pointer among them is seen by its bound alone. */
  readonly items?: readonly OperandView[];
}

/** What a call will cost at most. `operations` are elementary steps of the library. */
export interface Cost {
  readonly result: Bound;
  readonly operations: number;
  /** Bytes an element of the result; 8 unless said otherwise. */
  readonly elementBytes?: number;
}

/** Bounds a call from public facts alone. Operands are in order, the receiver first. */
export type CostFunction = (operands: readonly OperandView[]) => Cost;

/** Refuses public arguments that the library would mishandle: returns why ("step is zero"), or `undefined`. */
export type Guard = (operands: readonly OperandView[]) => string | undefined;

/** A library as it was loaded. */
export interface LoadedLibrary {
  readonly root: string;
  readonly version: string;
  /** Its exports, united. */
  readonly module: unknown;
  /** One instance of each type whose members no export leads to, by type id. */
  readonly samples?: Readonly<Record<string, unknown>>;
}

/** Everything that makes one or more libraries usable remotely. Made by {@link defineSupport}. */
export interface SupportPackage<Remote = unknown> {
  readonly [SUPPORT]: true;
  readonly name: string;
  readonly contract: number;
  /** The URL of the module that exports this object: a worker loads it from there. */
  readonly module: string;
  readonly surfaces: readonly Surface[];
  readonly codecs: readonly Codec[];
  /** By full path. */
  readonly guards: Readonly<Record<string, Guard>>;
  readonly costs: Readonly<Record<string, CostFunction>>;
  /** Imports the libraries themselves; nothing else does. */
  load(): Promise<readonly LoadedLibrary[]>;
  /** Imports the manifest; domains and tools ask for it. */
  manifest(): Promise<unknown>;
  /** Only for the type checker: what `lib()` gives. */
  readonly remote?: Remote;
}

type SupportInput = Pick<SupportPackage, 'name' | 'module' | 'surfaces' | 'load' | 'manifest'> &
  Partial<Pick<SupportPackage, 'codecs' | 'guards' | 'costs'>>;

/** Makes a support package. Throws `BAD_MANIFEST` when two codecs share a tag, or a tag or path has a foreign root. */
export function defineSupport<Remote>(input: SupportInput): SupportPackage<Remote> {
  const roots = new Set(input.surfaces.map((surface) => surface.root));
  const codecs = input.codecs ?? [];
  const owned = [
    ...codecs.map((codec) => [codec.tag, '/'] as const),
    ...Object.keys({ ...input.guards, ...input.costs }).map((path) => [path, '.'] as const),
  ];
  for (const [name, separator] of owned) {
    if (!roots.has(name.split(separator)[0] as string)) {
      throw new SyftError('BAD_MANIFEST', `cannot define support ${input.name}: ${name} is under no root of its own`);
    }
  }
  if (new Set(codecs.map((codec) => codec.tag)).size !== codecs.length) {
    throw new SyftError('BAD_MANIFEST', `cannot define support ${input.name}: two codecs share a tag`);
  }
  const load = () => loadAndBind(input.load, codecs);
  return Object.freeze({ guards: {}, costs: {}, ...input, codecs, load, contract: CONTRACT, [SUPPORT]: true as const });
}

async function loadAndBind(load: SupportInput['load'], codecs: readonly Codec[]): Promise<readonly LoadedLibrary[]> {
  const libraries = await load();
  bindCodecs(codecs, libraries);
  return libraries;
}

/** Tells codecs of the libraries that were loaded, each of those of its root. */
export function bindCodecs(codecs: readonly Codec[], libraries: readonly Pick<LoadedLibrary, 'root' | 'module'>[]): void {
  for (const { root, module } of libraries) {
    for (const codec of codecs) if (codec.tag.startsWith(`${root}/`)) codec.bind?.(module);
  }
}
