import {
  type AutoloadSnapshot,
  CodecRegistry,
  formatType,
  isSupportPackage,
  parseType,
  type SupportPackage,
  type Surface,
  SyftError,
  type TypeRef,
  TypeTable,
  typeOfValue,
} from '@syft-libs/ast';
import { PointerClasses } from '../pointer/pointer-classes.ts';
import { buildModule, type CallModule } from './build-module.ts';
import { CallEntry } from './call-entry.ts';
import { findRevivers, type RevivingCodec, reviveValue } from './revive-value.ts';

/** The support packages that a location knows: their entries as modules and pointer members, their codecs, their types. */
export class LibraryTable {
  readonly registry = new CodecRegistry();
  readonly types = new TypeTable();
  readonly classes = new PointerClasses(this.types);
  readonly #call: CallModule;
  readonly #autoloaded: AutoloadSnapshot;
  readonly #revivers = new Map<RevivingCodec, SupportPackage>();
  readonly #modules = new Map<SupportPackage, object>();
  readonly #roots = new Map<string, SupportPackage>();
  /** Libraries that were loaded for their codecs. */
  readonly #loaded = new Map<RevivingCodec, unknown>();

  constructor(call: CallModule, autoloaded: AutoloadSnapshot) {
    this.#call = call;
    this.#autoloaded = autoloaded;
  }

  /**
   * The module of a package's library; of a package for several, a record of them by root. Throws `BAD_MANIFEST` when
   * another package has the root, or gives members to the same type, already.
   */
  add(support: SupportPackage): object {
    if (!isSupportPackage(support)) throw new SyftError('BAD_ARGUMENT', 'cannot use library: expected a support package');
    const known = this.#modules.get(support);
    if (known !== undefined) return known;
    for (const { root } of support.surfaces) {
      if (this.#roots.has(root)) throw new SyftError('BAD_MANIFEST', `cannot use ${support.name}: root ${root} is taken`);
    }
    this.types.add(support.surfaces.flatMap(({ types }) => types));
    for (const codec of support.codecs) {
      this.registry.register(codec);
      if (codec.revive !== undefined) this.#revivers.set(codec as RevivingCodec, support);
    }
    const modules = Object.create(null) as Record<string, object>;
    for (const surface of support.surfaces) {
      this.#roots.set(surface.root, support);
      modules[surface.root] = this.#addSurface(surface);
    }
    const [first, ...others] = Object.values(modules);
    const module = first !== undefined && others.length === 0 ? first : Object.freeze(modules);
    this.#modules.set(support, module);
    return module;
  }

  /** The module of an autoloaded library. Throws `NOT_LOADED` when there is none of that name. */
  named(library: string): object {
    const found = this.#autoloaded[library];
    if (found === undefined)
      throw new SyftError('NOT_LOADED', `cannot use ${library}: no support package came with it; see \`syft-autoload doctor\``);
    const module = this.add(found.support) as Record<string, object>;
    return found.support.surfaces.length === 1 ? module : (module[found.root] as object);
  }

  readonly detect = (id: string, value: unknown): boolean => this.registry.byType(id)?.detect(value) ?? false;

  /** The type of a value that is uploaded, as the domain will see it. */
  typeOf(value: unknown): TypeRef {
    return parseType(formatType(typeOfValue(value, this.registry)));
  }

  /** Makes library values of plain ones, loading the libraries that it takes. Throws `UNSUPPORTED` when one does not load. */
  async revive(value: unknown): Promise<unknown> {
    if (typeof value !== 'object' || value === null) return value;
    const libraries = new Map<RevivingCodec, unknown>();
    for (const codec of findRevivers(value, [...this.#revivers.keys()]))
      libraries.set(codec, this.#loaded.get(codec) ?? (await this.#load(codec)));
    return reviveValue(value, libraries);
  }

  async #load(codec: RevivingCodec): Promise<unknown> {
    const [root] = codec.tag.split('/');
    try {
      const loaded = await this.#revivers.get(codec)?.load();
      const library = loaded?.find((candidate) => candidate.root === root);
      if (library !== undefined) {
        this.#loaded.set(codec, library.module);
        return library.module;
      }
    } catch (cause) {
      throw new SyftError('UNSUPPORTED', `cannot load ${root}: get the value with { as: 'plain' }`, { cause });
    }
    throw new SyftError('UNSUPPORTED', `cannot load ${root}: its support package has no such library`);
  }

  #addSurface(surface: Surface): object {
    const entries = surface.entries.map((entry) => new CallEntry(entry, surface, this.types));
    for (const entry of entries) if (entry.receiver !== undefined) this.classes.addMember(entry.receiver, entry);
    return buildModule(
      entries.filter((entry) => entry.receiver === undefined),
      this.#call,
    );
  }
}
