import type { AuditInput, Store, StoreChange } from './store.ts';

/** How long a frame may wait for others before it is written, in milliseconds. The client is promised 50. */
const WAIT = 5;

/** How much may wait: beyond it what is there is written at once. */
const MOST_BYTES = 4 * 1024 * 1024;

/** One session's frames on their way to the disk. */
export interface FrameRecord {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/**
 * Gathers the frames of a few milliseconds into one commit, so that a round trip does not pay for a write. Order is kept:
 * whoever commits anything else writes what waits first.
 */
export class CommitBuffer {
  readonly #store: Store;
  readonly #audit: (frames: readonly FrameRecord[]) => readonly AuditInput[];
  #frames: FrameRecord[] = [];
  #settled: ((error?: unknown) => void)[] = [];
  #bytes = 0;
  #timer: NodeJS.Timeout | undefined;

  /** `audit` says what the audit records of some frames that are written together. */
  constructor(store: Store, audit: (frames: readonly FrameRecord[]) => readonly AuditInput[]) {
    this.#store = store;
    this.#audit = audit;
  }

  /** Takes a frame; tells when it is durable, or why it is not. */
  append(frame: FrameRecord, settled: (error?: unknown) => void): void {
    this.#frames.push(frame);
    this.#settled.push(settled);
    this.#bytes += frame.bytes.byteLength;
    if (this.#bytes > MOST_BYTES) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), WAIT);
  }

  /** Hands over what waits. The store keeps the order, so whatever is committed next comes after it. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#frames.length === 0) return;
    const frames = this.#frames;
    const settled = this.#settled;
    this.#frames = [];
    this.#settled = [];
    this.#bytes = 0;
    const changes = frames.map(({ key, bytes }): StoreChange => ({ kind: 'put', table: 'frames', key, value: bytes }));
    this.#store.commit(changes, this.#audit(frames)).then(
      () => settled.forEach((tell) => void tell()),
      (error: unknown) => settled.forEach((tell) => void tell(error)),
    );
  }

  /** The store, in step with the frames: its commits and its reads come after what waits. */
  inStep(): Store {
    const store = this.#store;
    const after = <Result>(task: () => Promise<Result>): Promise<Result> => {
      this.flush();
      return task();
    };
    return {
      get: (table, key) => after(() => store.get(table, key)),
      scan: (table, prefix) => after(() => store.scan(table, prefix)),
      commit: (changes, audit) => after(() => store.commit(changes, audit)),
      putBlob: (name, parts) => store.putBlob(name, parts),
      getBlob: (name) => store.getBlob(name),
      deleteBlob: (name) => store.deleteBlob(name),
      listBlobs: () => store.listBlobs(),
      audit: (from, limit) => after(() => store.audit(from, limit)),
      verifyAudit: () => after(() => store.verifyAudit()),
      close: () => after(() => store.close()),
    };
  }
}
