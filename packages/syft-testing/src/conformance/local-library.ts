import { types } from 'node:util';
import {
  type AllowlistEntry,
  argumentType,
  type Bound,
  boundOfValue,
  buildAllowlist,
  CallMatcher,
  type Codec,
  CodecRegistry,
  DEFAULT_LIMITS,
  decodeValue,
  encodeValue,
  formatType,
  isSyftError,
  type Limits,
  type ManifestMember,
  type OperandView,
  parseManifest,
  resultOfCall,
  type Signature,
  type SupportPackage,
  SyftError,
  TagTable,
  type TypedArray,
  type TypeRef,
  type TypeTable,
  type ValueChecks,
  valueFits,
  withNumberLists,
} from '@syft-libs/ast';
import { withSeededRandom } from '@syft-libs/domain';
import { stopAfter } from '../domain/stop-after.ts';

/** What a call comes to. */
export type Expected = { readonly code: string } | { readonly value: unknown };

/**
 * What a call should come to, worked out without a domain. `mistyped`: it gave what is not of the type that the manifest says.
 * `sizes`: elements of what it gave, and those that its cost says it gives at most.
 */
export type LocalOutcome = Expected & {
  readonly mistyped?: { readonly type: string; readonly value: unknown };
  readonly sizes?: { readonly real: number; readonly declared: number };
};

export interface LocalCall {
  readonly entry: AllowlistEntry;
  /** Plain values; the receiver first. */
  readonly operands: readonly unknown[];
  /** Operands that the domain sees as pointers: by their public bound alone. */
  readonly asPointers: readonly boolean[];
  /** For a random entry: what its choices follow from. */
  readonly seed?: Uint8Array;
}

/**
 * A support package's library in this process, called with private copies of plain operands: what a domain's answers are
 * held against. It shares the allowlist and the codecs with the domain, and nothing that runs calls.
 */
export class LocalLibrary {
  readonly entries: readonly AllowlistEntry[];
  /** All members of the manifests, refused ones too. */
  readonly members: readonly ManifestMember[];
  readonly registry: CodecRegistry;
  readonly #types: TypeTable;
  readonly #checks: ValueChecks;
  readonly #modules: ReadonlyMap<string, unknown>;
  readonly #matcher: CallMatcher;
  readonly #limits: Limits;
  readonly #tags = new TagTable();

  private constructor(
    support: SupportPackage,
    parts: Pick<LocalLibrary, 'entries' | 'members'> & { types: TypeTable; modules: ReadonlyMap<string, unknown>; limits: Limits },
  ) {
    const { entries, members, types, modules, limits } = parts;
    this.entries = entries;
    this.members = members;
    this.#types = types;
    this.#checks = { accepts: types.accepts, detect: (id, value) => this.#detects(id, value) };
    this.registry = new CodecRegistry(support.codecs);
    this.#tags.addAll(this.registry.libraryTags());
    this.#modules = modules;
    this.#limits = limits;
    this.#matcher = new CallMatcher({
      ...this.#checks,
      factsOf: () => ({ type: { kind: 'unknown' }, readable: true }),
    });
  }

  static async load(support: SupportPackage, limits: Limits): Promise<LocalLibrary> {
    const [manifest, loaded] = [parseManifest(await support.manifest()), await support.load()];
    const allowlist = buildAllowlist([{ support, manifest, loaded }]);
    const members = manifest.libraries.flatMap((library) => library.members);
    const modules = new Map(loaded.map(({ root, module }) => [root, module] as const));
    return new LocalLibrary(support, { entries: allowlist.entries, members, types: allowlist.types, modules, limits });
  }

  /** The entry that a receiver's member of the name is: a class that extends the entry's own may have one itself. */
  entryFor(entry: AllowlistEntry, [receiver]: readonly unknown[]): AllowlistEntry {
    if (entry.receiverType?.kind !== 'ref' || typeof receiver !== 'object' || receiver === null) return entry;
    const type = this.registry.find(receiver)?.type;
    const name = this.#remoteName(entry);
    const owners = type === undefined ? [] : [type, ...this.#types.bases(type)];
    const owner = owners.find((id) => this.entries.some((one) => ownerOf(one.path) === id && this.#remoteName(one) === name));
    return this.entries.find((one) => ownerOf(one.path) === owner && this.#remoteName(one) === name) ?? entry;
  }

  #remoteName({ path }: AllowlistEntry): string | undefined {
    return this.members.find((member) => member.path === path)?.remoteName;
  }

  /** Checks a call as its caller could, then makes it. */
  async run(call: LocalCall): Promise<LocalOutcome> {
    const { entry, operands } = call;
    try {
      const signature = this.#matcher.match(entry, operands);
      const admitted = this.#admit(call, signature);
      return typeof admitted === 'string' ? { code: admitted } : await this.#call(call, signature, admitted);
    } catch (error) {
      return { code: isSyftError(error) ? error.code : 'INTERNAL' };
    }
  }

  /** What the result is declared to be at most, or the code that the call is refused with. */
  #admit({ entry, operands: given, asPointers }: LocalCall, signature: Signature): Bound | string {
    const shift = entry.receiver === undefined ? 0 : 1;
    const operands = given.map((operand, index) => withNumberLists(operand, placeAt(entry, signature, index), this.#checks));
    const views = operands.map((operand, index) => {
      const isPublic = index >= shift && paramAt(signature, index - shift)?.public === true;
      return asPointers[index] === true ? hidden(boundOfValue(operand)) : constant(operand, isPublic);
    });
    if (entry.guard?.(views) !== undefined) return 'BAD_ARGUMENT';
    const { result, operations, elementBytes = 8 } = entry.cost(views);
    const fits = result.elements * elementBytes <= this.#limits.callBytes && operations <= this.#limits.callOperations;
    return fits ? result : 'LIMIT';
  }

  async #call({ entry, operands, seed }: LocalCall, signature: Signature, declared: Bound): Promise<LocalOutcome> {
    const call = entry.call as (operands: readonly unknown[]) => unknown;
    const live = operands.map((operand, index) => {
      const place = placeAt(entry, signature, index);
      return this.#live(withNumberLists(this.#received(operand), place, this.#checks), place);
    });
    try {
      const made = stopAfter(this.#limits.callDeadline, () => (seed === undefined ? call(live) : withSeededRandom(seed, () => call(live))));
      if (made === 'stopped') return { code: 'DEADLINE' };
      const returned = await made.value;
      const value = resultOfCall(entry.mutates, live, returned);
      const type = formatType(signature.returns);
      if (types.isPromise(made.value) !== signature.async) {
        return { code: 'LIBRARY_FAILED', mistyped: { type: signature.async ? `Promise<${type}>` : type, value } };
      }
      const fits = valueFits(value, signature.returns, { accepts: this.#types.subtypes, detect: this.#checks.detect });
      // A list of holes that long is kept by nobody, whatever its type.
      if (!fits && isEndless(value)) return { code: 'LIBRARY_FAILED' };
      if (!fits) return { code: 'LIBRARY_FAILED', mistyped: { type, value } };
      return { value, sizes: { real: boundOfValue(this.#kept(value)).elements, declared: declared.elements } };
    } catch {
      return { code: 'LIBRARY_FAILED' };
    }
  }

  /** A private copy of an operand; of a structure and of records as they come over the wire, where records have no prototype. */
  #received(operand: unknown): unknown {
    if (Array.isArray(operand)) return operand.map((item) => this.#received(item));
    const codec = typeof operand === 'object' && operand !== null ? this.registry.find(operand) : undefined;
    const isRecord = codec?.type === 'ast.Record';
    return !isRecord && (codec?.revive === undefined || codec.schema === 'ArrayBody') ? copyOf(operand) : this.plainOf(operand);
  }

  /** An operand as the library takes it. Throws `BAD_ARGUMENT` for one that the library makes nothing of. */
  #live(value: unknown, place: TypeRef): unknown {
    try {
      return this.#revive(value, place);
    } catch (cause) {
      throw isSyftError(cause) && cause.code !== 'BAD_DATA' ? cause : new SyftError('BAD_ARGUMENT', 'cannot make operand', { cause });
    }
  }

  /** A value in plain form. Throws for what no codec can vouch for: a domain neither keeps nor sends it. */
  #kept(value: unknown): unknown {
    if (Array.isArray(value)) for (const item of value) this.#isolate(item);
    else this.#isolate(value);
    return this.plainOf(value);
  }

  /** A value as a caller without the library would hold it. */
  plainOf(value: unknown): unknown {
    const context = { registry: this.registry, tags: this.#tags };
    return decodeValue(encodeValue(value, context), context, DEFAULT_LIMITS);
  }

  #isolate(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    const codec = this.registry.find(value);
    codec?.isolate?.(value, () => true, this.#moduleOf(codec));
  }

  #moduleOf({ tag }: Codec): unknown {
    return this.#modules.get(tag.slice(0, tag.indexOf('/')));
  }

  /** The library's own object where a place asks for one. */
  #revive(value: unknown, type: TypeRef): unknown {
    if (type.kind === 'union') return this.#revive(value, type.of.find((member) => this.#fits(value, member)) ?? { kind: 'unknown' });
    if (type.kind === 'list' && Array.isArray(value)) return value.map((item) => this.#revive(item, type.of));
    const codec = type.kind === 'ref' ? this.#reviver(type.id, value) : undefined;
    return codec?.revive === undefined ? value : codec.revive(value, this.#moduleOf(codec));
  }

  /** The codec that makes a value live where a type is asked for: its own, if it is of a type that extends that one. */
  #reviver(id: string, value: unknown): Codec | undefined {
    const own = this.registry.find(value);
    return own !== undefined && this.#types.subtypes(id).includes(own.type) ? own : this.registry.byType(id);
  }

  #fits(value: unknown, type: TypeRef): boolean {
    return valueFits(value, type, this.#checks);
  }

  #detects(id: string, value: unknown): boolean {
    return this.registry.byType(id)?.detect(value) === true;
  }
}

const LONGEST = 2 ** 24;

function isEndless(value: unknown): boolean {
  return Array.isArray(value) && (value.length > LONGEST || value.some(isEndless));
}

function ownerOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.'));
}

/** What an operand has to fit. */
function placeAt({ receiverType }: AllowlistEntry, signature: Signature, index: number): TypeRef {
  const place =
    receiverType === undefined ? argumentType(signature, index) : index === 0 ? receiverType : argumentType(signature, index - 1);
  return place ?? { kind: 'unknown' };
}

function paramAt({ params }: Signature, index: number): Signature['params'][number] | undefined {
  return params[Math.min(index, params.length - 1)];
}

function hidden(bound: Bound): OperandView {
  return { bound, value: undefined, isPublic: false };
}

function constant(value: unknown, isPublic: boolean): OperandView {
  const view = { bound: boundOfValue(value), value, isPublic };
  return Array.isArray(value) ? { ...view, items: value.map((item) => constant(item, isPublic)) } : view;
}

/** A plain value with memory of its own. */
export function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) return (value as TypedArray).slice();
  if (Array.isArray(value)) return value.map(copyOf);
  if (value instanceof Date || value instanceof Map || value instanceof Set || value instanceof ArrayBuffer) return structuredClone(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item)]));
}
