// Where support packages that were loaded beside their libraries wait for `connect`. It hangs on a symbol that all copies of the
// core share, so that it does not matter which copy a support package, autoload or the client has got.
import { CONTRACT, isSupportPackage } from './contract.ts';
import type { SupportPackage } from './define-support.ts';
import type { Surface } from './surface.ts';

/** What `lib(name)` gives, by the name of the library. Empty here: each support package's `./autoload` adds its own. */
// biome-ignore lint/suspicious/noEmptyInterface: it is there to be filled.
export interface AutoloadedLibraries {}

/** A library and the support package that was loaded for it. */
export interface AutoloadedLibrary {
  readonly support: SupportPackage;
  readonly root: string;
}

/** By the name under which programs import the library. Frozen, and without a prototype. */
export type AutoloadSnapshot = Readonly<Record<string, AutoloadedLibrary>>;

export interface AutoloadRegistry {
  /**
   * Says which libraries a support package that was found brings, by its package.json: from now on it brings no others, and no package that
   * was not announced brings these.
   */
  announce(name: string, libraries: readonly string[]): void;
  /** Takes a support package. The first one that brings a library keeps it. Never throws. */
  register(support: SupportPackage): void;
  /** Why a support package was not taken, by its name; `undefined` when it was, and a word when it never came. */
  problemOf(name: string): string | undefined;
  /** Adds what finishes loads that have begun; `ready` waits for it. */
  addLoader(load: () => Promise<void>): void;
  /** Resolves when nothing waits to be loaded. Never rejects. */
  ready(): Promise<void>;
  /** What is there now. Later registrations do not change it. */
  snapshot(): AutoloadSnapshot;
}

/** Changes when a registry of one copy of the core can no longer serve another. */
const REGISTRY: unique symbol = Symbol.for('@syft-libs/autoload-registry/1') as never;

type Holder = { [REGISTRY]?: AutoloadRegistry };

const NOTHING: AutoloadSnapshot = Object.freeze(Object.create(null));

/** The registry of this realm, made when it is first asked for. */
export function autoloadRegistry(): AutoloadRegistry {
  const holder = globalThis as Holder;
  if (!Object.hasOwn(holder, REGISTRY)) Object.defineProperty(holder, REGISTRY, { value: createRegistry() });
  return holder[REGISTRY] as AutoloadRegistry;
}

/** For the `./autoload` of a support package: offers it to every later `connect`. */
export function registerSupport(support: SupportPackage): void {
  autoloadRegistry().register(support);
}

/** All that was autoloaded, once that is done; nothing where nothing ever was. */
export async function autoloadedLibraries(): Promise<AutoloadSnapshot> {
  // Makes no registry, so that a page without autoload does not carry the code for it.
  const registry = (globalThis as Holder)[REGISTRY];
  await registry?.ready();
  return registry?.snapshot() ?? NOTHING;
}

function createRegistry(): AutoloadRegistry {
  const libraries = new Map<string, AutoloadedLibrary>();
  const outcomes = new Map<string, string | undefined>();
  const announced = new Map<string, ReadonlySet<string>>();
  const loaders = new Set<() => Promise<void>>();
  return Object.freeze({
    announce: (name: string, brought: readonly string[]) => void announced.set(name, new Set([...(announced.get(name) ?? []), ...brought])),
    register(support: SupportPackage) {
      if (!isSupportPackage(support)) return;
      const taken = support.surfaces.find(({ library }) => libraries.has(library));
      const problem =
        taken === undefined ? (contractProblem(support) ?? strayProblem(support, announced)) : takenProblem(taken, libraries, support);
      if (!outcomes.has(support.name) || problem === undefined) outcomes.set(support.name, problem);
      if (problem !== undefined || taken !== undefined) return;
      for (const { library, root } of support.surfaces) libraries.set(library, Object.freeze({ support, root }));
    },
    problemOf: (name: string) => (outcomes.has(name) ? outcomes.get(name) : 'it registered no support package of its name'),
    addLoader: (load: () => Promise<void>) => void loaders.add(load),
    async ready() {
      await Promise.allSettled([...loaders].map((load) => load()));
    },
    snapshot: () => Object.freeze(Object.assign(Object.create(null) as object, Object.fromEntries(libraries))) as AutoloadSnapshot,
  });
}

function contractProblem({ contract }: SupportPackage): string | undefined {
  return contract === CONTRACT ? undefined : `it was made for contract ${contract}, the core has ${CONTRACT}`;
}

/** A library that the package does not name in its package.json, or one that others name and it was never found. */
function strayProblem({ name, surfaces }: SupportPackage, announced: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  const own = announced.get(name);
  const isStray = (library: string): boolean =>
    own === undefined ? [...announced.values()].some((brought) => brought.has(library)) : !own.has(library);
  const stray = surfaces.find(({ library }) => isStray(library));
  return stray && `it brings ${stray.library}, which its package.json does not name`;
}

/** The same package may come twice; another one, or another copy, may not take what the first has brought. */
function takenProblem(
  { library }: Surface,
  libraries: ReadonlyMap<string, AutoloadedLibrary>,
  support: SupportPackage,
): string | undefined {
  const holder = (libraries.get(library) as AutoloadedLibrary).support;
  return holder === support ? undefined : `${library} has come with ${holder.name} already`;
}
