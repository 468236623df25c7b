import { createHash } from 'node:crypto';
import { type Encoded, SyftError } from '@syft-libs/ast';
import type { StoredObject } from '../object/stored-object.ts';
import { type ComputerOptions, type Failure, ObjectComputer } from './object-computer.ts';

export type SessionValuesOptions = Omit<ComputerOptions, 'failed'> & {
  /** Told of the failure of an object of this session; where it was readable, its maker may learn the code. */
  readonly failed: (object: StoredObject, failure: Failure) => void;
  /** Told of what kept a VM from starting. */
  readonly broken: (error: unknown) => void;
};

/** Values up to this size are hashed when their holder first sees them. */
const HASHED_BYTES = 1024 * 1024;

/**
 * Makes a session's values, those that its person may read apart from those that they may not: in two VMs that share
 * nothing. So no private size can push a readable value out, or stop its call, and no readable one waits for a private.
 */
export class SessionValues {
  readonly #readable: ObjectComputer;
  readonly #sealed: ObjectComputer;
  readonly #broken: (error: unknown) => void;
  #batch: StoredObject[] = [];
  #isScheduled = false;
  /** The library, or the engine, that has changed since the values were made. */
  outdated: string | undefined;

  constructor({ failed, broken, ...options }: SessionValuesOptions) {
    this.#broken = broken;
    const computer = (readable: boolean): ObjectComputer =>
      new ObjectComputer({
        ...options,
        failed: (object, failure) => {
          // A readable input of a private value is made again beside it; how that ends is no news of the input.
          if (object.prefix !== options.prefix || object.readable !== readable || object.failure !== undefined) return;
          object.failure = failure;
          failed(object, failure);
        },
      });
    this.#readable = computer(true);
    this.#sealed = computer(false);
  }

  /** Takes an object to compute with those that come in the same turn. */
  add(object: StoredObject): void {
    this.#batch.push(object);
  }

  /** Starts to compute what was added, at the end of this turn: a call for one of the values then goes along. */
  runSoon(): void {
    if (this.#isScheduled || this.#batch.length === 0) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      this.run();
    });
  }

  /** Starts to compute what was added since the last call. */
  run(): void {
    const { readable, sealed } = this.#takeBatch();
    this.#start(this.#readable, readable);
    this.#start(this.#sealed, sealed);
  }

  /**
   * The encoded value of an object. What was computed has the one standard NaN: an engine gives a NaN any bits, and others
   * once it has warmed up, on whosever values. A computed value that was seen before has to be the same again.
   */
  async encode(object: StoredObject, options: { readonly canonical?: boolean } = {}): Promise<Encoded> {
    const isComputed = object.origin.kind === 'call';
    if (this.outdated !== undefined && isComputed) {
      throw new SyftError('LOST', `cannot give value: ${this.outdated} has changed since it was made`);
    }
    const canonical = isComputed || options.canonical === true;
    const { readable, sealed } = this.#takeBatch();
    this.#start(object.readable ? this.#sealed : this.#readable, object.readable ? sealed : readable);
    const computer = object.readable ? this.#readable : this.#sealed;
    const encoded = await computer.encode(object, { canonical, first: object.readable ? readable : sealed });
    if (isComputed) checkSeen(object, encoded);
    return encoded;
  }

  forget(objects: readonly StoredObject[]): void {
    this.run();
    this.#readable.forget(objects);
    this.#sealed.forget(objects);
  }

  /** Gives both VMs back. */
  async release(): Promise<void> {
    await Promise.all([this.#readable.release(), this.#sealed.release()]);
  }

  #takeBatch(): { readonly readable: readonly StoredObject[]; readonly sealed: readonly StoredObject[] } {
    const batch = this.#batch;
    this.#batch = [];
    const first = batch[0]?.readable;
    if (batch.every(({ readable }) => readable === first))
      return first === true ? { readable: batch, sealed: [] } : { readable: [], sealed: batch };
    return { readable: batch.filter(({ readable }) => readable), sealed: batch.filter(({ readable }) => !readable) };
  }

  #start(computer: ObjectComputer, objects: readonly StoredObject[]): void {
    if (objects.length > 0) computer.run(objects).catch(this.#broken);
  }
}

function checkSeen(object: StoredObject, { head, parts }: Encoded): void {
  if (head.byteLength + parts.reduce((sum, part) => sum + part.byteLength, 0) > HASHED_BYTES) return;
  const hash = createHash('sha256').update(head);
  for (const part of parts) hash.update(part);
  const digest = hash.digest('base64');
  if (object.seen !== undefined && object.seen !== digest) {
    throw new SyftError('LOST', 'cannot give value: recomputed, it came out differently');
  }
  object.seen = digest;
}
