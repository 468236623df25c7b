import { type AllowlistEntry, type Pointer, type Signature, type SupportPackage, SyftError } from '@syft-libs/ast';
import { connect, type Identity, type Location } from '@syft-libs/client';
import { Domain } from '@syft-libs/domain';
import { createIdentity } from '../subjects/remote-domain.ts';
import { isPublicPlace } from './direct-call.ts';
import { heldOperand } from './held-operand.ts';

/** So wide that no entry is measured by what a limit cuts off. */
const LIMITS = {
  callBytes: 2 ** 52,
  callOperations: 2 ** 52,
  callDeadline: 600_000,
  valueCount: 2 ** 31,
  vmIdle: 1,
  sessionIdle: 1,
  personBytes: 2 ** 52,
  sessionBytes: 2 ** 52,
  vmBytes: 2 ** 52,
} as const;

type Callable = (...operands: readonly unknown[]) => Pointer<unknown>;

/** A domain in this process, in memory, its calls in this thread, with real frames in between. */
export class BenchDomain implements AsyncDisposable {
  readonly #domain: Domain;
  readonly #identity: Identity;
  readonly #supports: readonly SupportPackage[];

  private constructor(domain: Domain, identity: Identity, supports: readonly SupportPackage[]) {
    this.#domain = domain;
    this.#identity = identity;
    this.#supports = supports;
  }

  static async open(supports: readonly SupportPackage[]): Promise<BenchDomain> {
    const domain = await Domain.open({ libraries: supports, vm: 'in-thread', limits: LIMITS });
    const identity = await createIdentity((await domain.invite({ name: 'scientist' })).invitation);
    return new BenchDomain(domain, identity, supports);
  }

  /** A session of its own; what it leaves behind goes when it is closed. */
  session(): Promise<Location> {
    return connect(this.#domain.connectInProcess(), { identity: this.#identity, libraries: this.#supports });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#domain.close();
  }
}

/** A call of one entry through a client, its private operands uploaded. */
export interface RemoteCall {
  /** Starts it once more; the result stays where it is. */
  start(): Pointer<unknown>;
  /** Resolves when all that was started before has run. */
  settle(): Promise<unknown>;
}

interface Call {
  readonly entry: AllowlistEntry;
  readonly signature: Signature;
  readonly remoteName: string;
  /** Plain, the receiver first. */
  readonly operands: readonly unknown[];
}

/** Uploads what a call works on, and makes it once. Throws the code that it comes to, where that is not a value. */
export async function prepareRemote(location: Location, support: SupportPackage, call: Call): Promise<RemoteCall> {
  const shift = call.entry.receiver === undefined ? 0 : 1;
  const counter = location.upload(0);
  const given = await Promise.all(
    call.operands.map((operand, index) => {
      return isPublicPlace(call.entry, call.signature, index) || (typeof operand !== 'object' && index >= shift)
        ? operand
        : location.upload(heldOperand(operand));
    }),
  );
  const start = starterOf(location, support, call, given);
  const fence = (await counter) as unknown as { add(by: number): Pointer<number> };
  // The next small call runs after all that came before it, and its value is fetched; so theirs need not be.
  const settle = (): Promise<unknown> => fence.add(1).get();
  await start().describe();
  await settle();
  return { start, settle };
}

function starterOf(
  location: Location,
  support: SupportPackage,
  { entry, remoteName }: Call,
  given: readonly unknown[],
): () => Pointer<unknown> {
  const [receiver, ...rest] = given;
  if (entry.receiver !== undefined) {
    const holder = receiver as Readonly<Record<string, unknown>>;
    if (entry.kind === 'property') return () => holder[remoteName] as Pointer<unknown>;
    return () => (holder[remoteName] as Callable)(...rest);
  }
  const folders = entry.path.split('.').slice(support.surfaces.length > 1 ? 0 : 1, -1);
  const owner = folders.reduce(
    (value, segment) => (value as Readonly<Record<string, object>>)[segment] as object,
    location.lib(support) as object,
  );
  const members = owner as Readonly<Record<string, unknown>>;
  if (typeof members[remoteName] !== 'function') {
    if (members[remoteName] === undefined) throw new SyftError('NOT_ALLOWED', `cannot measure ${entry.path}: no pointer has it`);
    return () => members[remoteName] as Pointer<unknown>;
  }
  return () => (members[remoteName] as Callable)(...given);
}
