import {
  encodeReference,
  formatType,
  formatUid,
  type GetOptions,
  type messages,
  type ObjectInfo,
  type ReleaseRequest,
  type RequestInfo,
  type RequestOptions,
  SyftError,
} from '@syft-libs/ast';
import type { CallEntry } from '../lib/call-entry.ts';
import type { LibraryTable } from '../lib/library-table.ts';

import { type PointerHost, type PointerState, type RemotePointer, uidOf } from '../pointer/remote-pointer.ts';
import type { Session } from '../session/session.ts';
import { Caller } from './caller.ts';
import { readObjectInfo, readRequestInfo } from './read-infos.ts';

type ValueOptions = GetOptions & { readonly as?: 'plain' };

/** What the pointers of one location do, and its requests. */
export class PointerService implements PointerHost {
  readonly caller: Caller;
  readonly #session: Session;
  readonly #libraries: LibraryTable;

  constructor(session: Session, libraries: LibraryTable) {
    this.#session = session;
    this.#libraries = libraries;
    this.caller = new Caller(session, libraries, this);
  }

  call(entry: CallEntry, operands: readonly unknown[]): RemotePointer {
    return this.caller.call(entry, operands);
  }

  async get(pointer: PointerState, options: ValueOptions): Promise<unknown> {
    this.#assertSound(pointer);
    const object = encodeReference({ prefix: pointer.prefix, counter: pointer.counter });
    const message = (call: number, offset: number): messages.ClientMessage.$Properties => ({ get: { call, object, offset } });
    const plain = await this.#session.download(message, { ...options, dependsOn: dependsOn(pointer) });
    return options.as === 'plain' ? plain : this.#libraries.revive(plain);
  }

  async request(pointer: PointerState, { reason }: RequestOptions): Promise<ReleaseRequest<unknown>> {
    this.#assertSound(pointer);
    if (typeof reason !== 'string') throw new SyftError('BAD_ARGUMENT', 'cannot request release: expected a reason');
    const { reasonLength } = this.#session.outgoing;
    if (reason.length > reasonLength) throw new SyftError('LIMIT', `cannot request release: the reason exceeds ${reasonLength} characters`);
    const { prefix } = this.#session.epoch;
    // The id is taken when the question leaves: ids have to arrive in order.
    const json = () => ({ id: formatUid(prefix, this.#session.nextIds()), object: uidOf(pointer), reason });
    const { id } = await this.#session.ask({ op: 'request', json, read: readRequestInfo }, { dependsOn: Number.POSITIVE_INFINITY });
    return this.releaseRequest(id);
  }

  describe(pointer: PointerState): Promise<ObjectInfo> {
    return this.describeObject(uidOf(pointer), dependsOn(pointer));
  }

  async delete(pointer: PointerState): Promise<void> {
    this.caller.assertKnown(pointer);
    await this.#session.delete(encodeReference({ prefix: pointer.prefix, counter: pointer.counter }));
  }

  narrow({ type, counter, prefix, readable, epoch }: PointerState, name: string): RemotePointer {
    const member = type.kind === 'union' ? type.of.find((candidate) => formatType(candidate) === name) : undefined;
    if (member === undefined) throw new SyftError('BAD_ARGUMENT', 'cannot narrow pointer: that is none of its types');
    return this.caller.pointer(counter, member, { readable, prefix, epoch });
  }

  describeObject(object: string, after: number): Promise<ObjectInfo> {
    return this.#session.ask({ op: 'describe', json: () => ({ object }), read: readObjectInfo }, { dependsOn: after });
  }

  /** A handle on a request that exists. */
  releaseRequest(id: string): ReleaseRequest<unknown> {
    const ask = (op: 'status' | 'cancel'): Promise<RequestInfo> => this.#session.ask({ op, json: () => ({ id }), read: readRequestInfo });
    return Object.freeze({
      id,
      value: async (options: ValueOptions = {}) => {
        const message = (call: number, offset: number): messages.ClientMessage.$Properties => ({ fetch: { call, request: id, offset } });
        const plain = await this.#session.download(message, options);
        return options.as === 'plain' ? plain : this.#libraries.revive(plain);
      },
      status: () => ask('status'),
      cancel: async () => {
        await ask('cancel');
      },
    });
  }

  /** Throws what is known to have gone wrong with an object. */
  #assertSound(pointer: PointerState): void {
    this.caller.assertKnown(pointer);
    const fault = pointer.prefix === undefined ? pointer.epoch.faults.get(pointer.counter) : undefined;
    if (fault !== undefined) throw new SyftError(fault.code, fault.message, { cause: fault });
  }
}

/** Objects of earlier sessions are there already. */
function dependsOn({ prefix, counter }: PointerState): number {
  return prefix === undefined ? counter : 0;
}
