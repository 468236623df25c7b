import {
  formatUid,
  type GetOptions,
  type ObjectInfo,
  POINTER,
  type PointerRef,
  type ReleaseRequest,
  type RequestOptions,
  SyftError,
  type TypeRef,
} from '@syft-libs/ast';
import type { CallEntry } from '../lib/call-entry.ts';
import type { Epoch } from '../session/epoch.ts';

/** The location behind pointers, as far as they need it. */
export interface PointerHost {
  call(entry: CallEntry, operands: readonly unknown[]): RemotePointer;
  get(pointer: PointerState, options: GetOptions & { readonly as?: 'plain' }): Promise<unknown>;
  request(pointer: PointerState, options: RequestOptions): Promise<ReleaseRequest<unknown>>;
  describe(pointer: PointerState): Promise<ObjectInfo>;
  delete(pointer: PointerState): Promise<void>;
  narrow(pointer: PointerState, type: string): RemotePointer;
}

/** What a pointer knows, for good. */
export interface PointerState {
  readonly host: PointerHost;
  /** The session that gave the counter; a pointer with a prefix of its own outlives it. */
  readonly epoch: Epoch;
  readonly counter: number;
  readonly prefix: string | undefined;
  readonly type: TypeRef;
  /** The type as text. */
  readonly typeName: string;
  readonly readable: boolean;
}

/** Reads a pointer's state; `undefined` for anything that is not a pointer of this package. */
export let stateOf: (value: unknown) => PointerState | undefined;

/** The uid of the object behind a pointer. */
export function uidOf({ prefix, epoch, counter }: PointerState): string {
  return formatUid(prefix ?? epoch.prefix, counter);
}

/**
 * What all pointers have in common. It stands for an object elsewhere and holds no value: whatever would turn it into
 * one (arithmetic, comparison, concatenation) throws, and what prints it prints its type and uid.
 */
export class RemotePointer {
  static {
    stateOf = (value) => (typeof value === 'object' && value !== null && #state in value ? value.#state : undefined);
  }

  readonly #state: PointerState;

  constructor(state: PointerState) {
    this.#state = state;
  }

  get [POINTER](): PointerRef {
    const { prefix, counter } = this.#state;
    return { prefix, counter };
  }

  get(options: GetOptions & { readonly as?: 'plain' } = {}): Promise<unknown> {
    return this.#state.host.get(this.#state, options);
  }

  request(options: RequestOptions): Promise<ReleaseRequest<unknown>> {
    return this.#state.host.request(this.#state, options);
  }

  describe(): Promise<ObjectInfo> {
    return this.#state.host.describe(this.#state);
  }

  delete(): Promise<void> {
    return this.#state.host.delete(this.#state);
  }

  toString(): string {
    return `[pointer ${this.#state.typeName} ${uidOf(this.#state)}]`;
  }

  toJSON(): string {
    return this.toString();
  }

  valueOf(): this {
    return this;
  }

  [Symbol.toPrimitive](hint: string): string {
    if (hint === 'string') return this.toString();
    throw new SyftError('BAD_ARGUMENT', 'cannot turn pointer into a value: use its members, or get() or request() the value');
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  [Symbol.dispose](): void {
    this.delete().catch(() => undefined);
  }
}

// Nothing is inherited from Object: a member that a type has not is simply absent.
Object.setPrototypeOf(RemotePointer.prototype, null);
Object.defineProperty(RemotePointer.prototype, 'constructor', { value: undefined });
