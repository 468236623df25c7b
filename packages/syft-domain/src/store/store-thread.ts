// The thread that owns the database. It takes all calls that wait, keeps their commits in one transaction, then reads: so a
// read sees every commit handed in before it, and all that it sees is durable.
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { type Fault, faultOf } from './fault.ts';
import type { DatabaseOptions } from './open-database.ts';
import { type Commit, RecordDatabase } from './record-database.ts';
import type { StoreCall, StoreReply } from './store-calls.ts';

/** Values that one transaction takes together, some 20 ms of work. Bounds how long a commit waits for those that share its sync. */
const GROUP_BYTES = 2 * 1024 * 1024;
/** Calls that one transaction takes together. */
const GROUP_CALLS = 1_024;

class StoreThread {
  readonly #port: MessagePort;
  readonly #database: RecordDatabase;
  #broken: Fault | undefined;
  #inbox: StoreCall[] = [];

  constructor(port: MessagePort, database: RecordDatabase) {
    this.#port = port;
    this.#database = database;
    port.on('message', (calls: readonly StoreCall[]) => {
      this.#inbox = this.#inbox.concat(calls);
      while (this.#inbox.length > 0) this.#run(this.#takeGroup());
    });
  }

  /** The calls that wait, as many of the first as one transaction may take. */
  #takeGroup(): readonly StoreCall[] {
    while (this.#inbox.length < GROUP_CALLS) {
      const next = receiveMessageOnPort(this.#port) as { readonly message: readonly StoreCall[] } | undefined;
      if (next === undefined) break;
      this.#inbox = this.#inbox.concat(next.message);
    }
    let count = 0;
    for (let bytes = 0; count < this.#inbox.length && count < GROUP_CALLS && bytes < GROUP_BYTES; count++) {
      bytes += weigh(this.#inbox[count] as StoreCall);
    }
    return this.#inbox.splice(0, count);
  }

  #run(calls: readonly StoreCall[]): void {
    const commits = calls.filter((call) => call.name === 'commit');
    const faults = this.#commit(commits.map((call) => call.args));
    const replies = commits.map(({ id }, index) => replyWith(id, faults[index]));
    for (const call of calls) if (call.name !== 'commit') replies.push(this.#answer(call));
    this.#port.postMessage(replies);
    if (calls.some(({ name }) => name === 'close')) this.#port.close();
  }

  #commit(commits: readonly Commit[]): readonly (Fault | undefined)[] {
    if (commits.length === 0) return [];
    if (this.#broken !== undefined) return commits.map(() => this.#broken);
    const faults = this.#database.commitAll(commits);
    this.#broken = faults.find((fault) => fault?.fatal === true);
    return faults;
  }

  #answer(call: Exclude<StoreCall, { readonly name: 'commit' }>): StoreReply {
    if (this.#broken !== undefined && call.name !== 'close') return { id: call.id, fault: this.#broken };
    try {
      return { id: call.id, result: this.#read(call) };
    } catch (error) {
      const fault = faultOf(error);
      if (fault.fatal === true) this.#broken = fault;
      return { id: call.id, fault };
    }
  }

  #read(call: Exclude<StoreCall, { readonly name: 'commit' }>): unknown {
    const database = this.#database;
    switch (call.name) {
      case 'get':
        return database.get(call.args.table, call.args.key);
      case 'scan':
        return database.scan(call.args.table, call.args.prefix);
      case 'audit':
        return database.audit(call.args.after, call.args.limit);
      case 'verify':
        return database.verify(call.args.from, call.args.known, call.args.limit);
      case 'close':
        return database.close();
    }
  }
}

function replyWith(id: number, fault: Fault | undefined): StoreReply {
  return fault === undefined ? { id } : { id, fault };
}

function weigh(call: StoreCall): number {
  if (call.name !== 'commit') return 0;
  return call.args.changes.reduce((bytes, change) => bytes + (change.kind === 'put' ? change.value.length : 0), 0);
}

function start(port: MessagePort): void {
  try {
    const database = new RecordDatabase(workerData as DatabaseOptions);
    new StoreThread(port, database);
    port.postMessage([{ id: 0 } satisfies StoreReply]);
  } catch (error) {
    port.postMessage([{ id: 0, fault: faultOf(error) } satisfies StoreReply]);
  }
}

if (parentPort !== null) start(parentPort);
