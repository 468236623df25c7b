import { Worker } from 'node:worker_threads';
import { SyftError } from '@syft-libs/ast';
import type { Fault } from './fault.ts';
import type { DatabaseOptions } from './open-database.ts';
import type { StoreCall, StoreCallName, StoreCalls, StoreReply } from './store-calls.ts';

interface Waiting {
  readonly doing: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: SyftError) => void;
}

const DOING: Readonly<Record<StoreCallName | 'open', string>> = {
  open: 'open the store',
  get: 'read the store',
  scan: 'read the store',
  commit: 'commit to the store',
  audit: 'read the audit',
  verify: 'verify the audit',
  close: 'close the store',
};

/** The main thread's end of the store's thread. Calls arrive there in their order; those of one turn travel as one message. */
export class ThreadClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #outbox: StoreCall[] = [];
  #lastId = 0;
  #ended = false;

  /** Starts the thread and opens the database. Rejects with `LOCKED`, `CORRUPT`, `BAD_CONFIG` or `INTERNAL`. */
  static async start(options: DatabaseOptions): Promise<ThreadClient> {
    const client = new ThreadClient(options);
    await new Promise((resolve, reject) => client.#waiting.set(0, { doing: DOING.open, resolve, reject }));
    client.#worker.unref();
    return client;
  }

  private constructor(options: DatabaseOptions) {
    const { url, execArgv } = threadFile();
    this.#worker = new Worker(url, { workerData: options, execArgv, name: 'syft-store' });
    this.#worker.on('message', (replies: readonly StoreReply[]) => this.#settle(replies));
    this.#worker.on('error', (cause) => this.#end(cause));
    this.#worker.on('exit', () => this.#end(undefined));
  }

  /** Rejects with the fault that the thread met, as a `SyftError`. */
  call<Name extends StoreCallName>(name: Name, args: StoreCalls[Name]['args']): Promise<StoreCalls[Name]['result']> {
    return new Promise<unknown>((resolve, reject) => {
      const doing = DOING[name];
      if (this.#ended) return reject(ended(doing, undefined));
      const id = ++this.#lastId;
      // The thread keeps the process alive only while somebody waits for it.
      if (this.#waiting.size === 0) this.#worker.ref();
      this.#waiting.set(id, { doing, resolve, reject });
      this.#outbox.push({ id, name, args } as StoreCall);
      if (this.#outbox.length === 1) queueMicrotask(() => this.#flush());
    }) as Promise<StoreCalls[Name]['result']>;
  }

  /** Waits for the calls before it, folds the log, ends the thread. */
  async close(): Promise<void> {
    const exited = new Promise((resolve) => this.#worker.once('exit', resolve));
    try {
      await this.call('close', {});
    } finally {
      this.#worker.ref();
      await exited;
    }
  }

  #flush(): void {
    const calls = this.#outbox;
    this.#outbox = [];
    this.#worker.postMessage(calls);
  }

  #settle(replies: readonly StoreReply[]): void {
    for (const { id, result, fault } of replies) {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (fault === undefined) waiting?.resolve(result);
      else waiting?.reject(toError(waiting.doing, fault));
    }
    if (this.#waiting.size === 0) this.#worker.unref();
  }

  #end(cause: unknown): void {
    this.#ended = true;
    for (const { doing, reject } of this.#waiting.values()) reject(ended(doing, cause));
    this.#waiting.clear();
  }
}

/** The thread's file beside this one: in the source it is TypeScript, in the build it stands in the folder `store`. */
function threadFile(): { readonly url: URL; readonly execArgv: string[] } {
  return import.meta.url.endsWith('.ts')
    ? { url: new URL('./store-thread.ts', import.meta.url), execArgv: ['--conditions=@syft-libs/source'] }
    : { url: new URL('./store/store-thread.js', import.meta.url), execArgv: [] };
}

function toError(doing: string, { code, reason, detail }: Fault): SyftError {
  return new SyftError(code, `cannot ${doing}: ${reason}`, detail === undefined ? undefined : { cause: new Error(detail) });
}

function ended(doing: string, cause: unknown): SyftError {
  return new SyftError('INTERNAL', `cannot ${doing}: its thread has ended`, { cause });
}
