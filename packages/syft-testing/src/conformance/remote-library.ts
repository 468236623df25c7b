import {
  type AllowlistEntry,
  isSyftError,
  type Limits,
  type ManifestMember,
  messages,
  type Pointer,
  parseUid,
  prefixToBytes,
  type SupportPackage,
} from '@syft-libs/ast';
import type { Location } from '@syft-libs/client';
import { seedOfCall } from '@syft-libs/domain';
import { createMemoryDomain, type MemoryDomain } from '../domain/memory-domain.ts';
import type { RawPeer } from '../peer/raw-peer.ts';
import type { Expected, LocalCall } from './local-library.ts';

/** What a call came to, and what its random choices followed from. */
export interface Answered {
  readonly outcome: Expected;
  readonly seed: Uint8Array | undefined;
  /** The client refused it, so that the domain was never asked. */
  readonly unsent: boolean;
}

type Callable = (...operands: readonly unknown[]) => Pointer<unknown>;

/** A support package's library on a real domain in memory, called through a real client. */
export class RemoteLibrary implements AsyncDisposable {
  readonly #memory: MemoryDomain<'ada'>;
  readonly #client: Location;
  readonly #peer: RawPeer;
  readonly #module: object;
  readonly #secret: Uint8Array;
  readonly #roots: number;

  private constructor(
    memory: MemoryDomain<'ada'>,
    { peer, support, secret }: { peer: RawPeer; support: SupportPackage; secret: Uint8Array },
  ) {
    this.#memory = memory;
    this.#client = memory.clients.ada;
    this.#peer = peer;
    this.#module = this.#client.lib(support) as object;
    this.#secret = secret;
    this.#roots = support.surfaces.length;
  }

  static async open(support: SupportPackage, limits: Partial<Limits>): Promise<RemoteLibrary> {
    const memory = await createMemoryDomain({ libraries: [support], people: { ada: {} }, limits, seed: 20 });
    const { uid } = await (await memory.clients.ada.upload(0)).describe();
    // A session's secret is what the domain drew right after its prefix.
    const secret = memory.environment?.drawnAfter(prefixToBytes(parseUid(uid).prefix)) ?? new Uint8Array(0);
    return new RemoteLibrary(memory, { peer: await memory.peer('ada', { libraries: [support] }), support, secret });
  }

  /** Makes a call, and gets its result. */
  async run({ entry, operands, asPointers }: LocalCall, { remoteName }: ManifestMember): Promise<Answered> {
    let pointer: Pointer<unknown>;
    try {
      const given = await Promise.all(
        operands.map((operand, index) => (asPointers[index] === true ? this.#client.upload(operand) : operand)),
      );
      pointer = this.#call(entry, remoteName, given);
    } catch (error) {
      return { outcome: codeOf(error), seed: undefined, unsent: true };
    }
    using result = pointer;
    try {
      const value = await result.get();
      const seed = entry.effects.random ? seedOfCall(this.#secret, (await result.describe()).uid) : undefined;
      return { outcome: { value }, seed, unsent: false };
    } catch (error) {
      return { outcome: codeOf(error), seed: undefined, unsent: false };
    }
  }

  #call(entry: AllowlistEntry, remoteName: string, given: readonly unknown[]): Pointer<unknown> {
    const [receiver, ...rest] = given;
    if (entry.receiver !== undefined) {
      const member = (receiver as Readonly<Record<string, unknown>>)[remoteName];
      return entry.kind === 'property' ? (member as Pointer<unknown>) : Reflect.apply(member as Callable, receiver, rest);
    }
    const folders = entry.path.split('.').slice(this.#roots > 1 ? 0 : 1, -1);
    const owner = folders.reduce((value, segment) => (value as Readonly<Record<string, object>>)[segment] as object, this.#module);
    const member = (owner as Readonly<Record<string, unknown>>)[remoteName];
    return entry.kind === 'constant' || entry.kind === 'property' ? (member as Pointer<unknown>) : (member as Callable)(...given);
  }

  /** The fault that a call without a client's checks comes to, as bytes without the id; `undefined` when it is taken. */
  async faultOf(
    path: string,
    signature: string,
    operands: readonly unknown[],
  ): Promise<{ readonly code: string; readonly bytes: string } | undefined> {
    const peer = this.#peer;
    const id = peer.act(
      peer.declare(path, signature),
      operands.map((operand) => peer.encode(operand)),
    );
    await peer.settle();
    const fault = peer.messages().find((message) => message.fault?.id === id)?.fault;
    if (!fault) return undefined;
    const bytes = messages.Fault.encode({ ...fault, id: 0 }).finish();
    return { code: fault.code, bytes: Buffer.from(bytes).toString('latin1') };
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#memory[Symbol.asyncDispose]() as Promise<void>;
  }
}

function codeOf(error: unknown): { readonly code: string } {
  if (!isSyftError(error)) throw error;
  return { code: error.code };
}
