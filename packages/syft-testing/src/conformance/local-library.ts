import {
  type AllowlistEntry,
  argumentType,
  type Bound,
  boundOfValue,
  buildAllowlist,
  CallMatcher,
  type Codec,
  CodecRegistry,
  isSyftError,
  type Limits,
  type ManifestMember,
  type OperandView,
  parseManifest,
  resultOfCall,
  type Signature,
  type SupportPackage,
  type TypedArray,
  type TypeRef,
  type TypeTable,
  type ValueChecks,
  valueFits,
  withNumberLists,
} from '@syft-libs/ast';
import { withSeededRandom } from '@syft-libs/domain';
import { stopAfter } from '../domain/stop-after.ts';

/** What a call should come to, worked out without a domain. */
export type Expected = { readonly code: string } | { readonly value: unknown };

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

  /** Checks a call as its caller could, then makes it. */
  async run(call: LocalCall): Promise<Expected> {
    const { entry, operands } = call;
    try {
      const signature = this.#matcher.match(entry, operands);
      const refused = this.#refusal(call, signature);
      return refused === undefined ? await this.#call(call, signature) : { code: refused };
    } catch (error) {
      return { code: isSyftError(error) ? error.code : 'INTERNAL' };
    }
  }

  #refusal({ entry, operands: given, asPointers }: LocalCall, signature: Signature): string | undefined {
    const shift = entry.receiver === undefined ? 0 : 1;
    const operands = given.map((operand, index) => withNumberLists(operand, placeAt(entry, signature, index), this.#checks));
    const views = operands.map((operand, index) => {
      const isPublic = index >= shift && paramAt(signature, index - shift)?.public === true;
      return asPointers[index] === true ? hidden(boundOfValue(operand)) : constant(operand, isPublic);
    });
    if (entry.guard?.(views) !== undefined) return 'BAD_ARGUMENT';
    const { result, operations, elementBytes = 8 } = entry.cost(views);
    const fits = result.elements * elementBytes <= this.#limits.callBytes && operations <= this.#limits.callOperations;
    return fits ? undefined : 'LIMIT';
  }

  async #call({ entry, operands, seed }: LocalCall, signature: Signature): Promise<Expected> {
    const call = entry.call as (operands: readonly unknown[]) => unknown;
    try {
      const live = operands.map((operand, index) => {
        const place = placeAt(entry, signature, index);
        return this.#revive(withNumberLists(copyOf(operand), place, this.#checks), place);
      });
      const made = stopAfter(this.#limits.callDeadline, () => (seed === undefined ? call(live) : withSeededRandom(seed, () => call(live))));
      if (made === 'stopped') return { code: 'DEADLINE' };
      const returned = await made.value;
      const value = resultOfCall(entry.mutates, live, returned);
      const fits = valueFits(value, signature.returns, { accepts: this.#types.subtypes, detect: this.#checks.detect });
      return fits ? { value } : { code: 'LIBRARY_FAILED' };
    } catch {
      return { code: 'LIBRARY_FAILED' };
    }
  }

  /** The library's own object where a place asks for one. */
  #revive(value: unknown, type: TypeRef): unknown {
    if (type.kind === 'union') return this.#revive(value, type.of.find((member) => this.#fits(value, member)) ?? { kind: 'unknown' });
    if (type.kind === 'list' && Array.isArray(value)) return value.map((item) => this.#revive(item, type.of));
    const codec = type.kind === 'ref' ? this.#reviver(type.id, value) : undefined;
    return codec?.revive === undefined ? value : codec.revive(value, this.#modules.get(codec.tag.slice(0, codec.tag.indexOf('/'))));
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
