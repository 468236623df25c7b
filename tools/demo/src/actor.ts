/** The demo's processes: the conductor starts them, and asks them to do one task after another over Node's IPC channel. */

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** What a process can be asked to do, by name. Arguments and results are JSON. */
export type Tasks = Readonly<Record<string, (...input: never[]) => unknown>>;

interface Question {
  readonly number: number;
  readonly task: string;
  readonly input: readonly never[];
}

type Reply = { readonly number: number; readonly value: unknown } | { readonly number: number; readonly failure: string };

/** Runs in the process itself: answers the conductor, and ends when it is gone. */
export function serveTasks(tasks: Tasks): void {
  process.on('message', async ({ number, task, input }: Question) => {
    try {
      process.send?.({ number, value: (await tasks[task]?.(...input)) ?? null } satisfies Reply);
    } catch (error) {
      process.send?.({ number, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies Reply);
    }
  });
  process.on('disconnect', () => process.exit());
}

/** A process of the demo, as the conductor holds it. */
export class Actor<T extends Tasks> {
  readonly #child: ChildProcess;
  readonly #open = new Map<number, PromiseWithResolvers<unknown>>();
  #asked = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on('message', (reply: Reply) => {
      const waiting = this.#open.get(reply.number);
      if ('failure' in reply) waiting?.reject(new Error(reply.failure));
      else waiting?.resolve(reply.value);
    });
    child.on('exit', (code, signal) => {
      for (const { reject } of this.#open.values()) reject(new Error(`The process ended early, with ${signal ?? `code ${code}`}.`));
    });
  }

  /** Starts the module of this folder with that name. */
  static start<T extends Tasks>(module: string): Actor<T> {
    return new Actor<T>(fork(new URL(module, import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Asks for a task. Rejects with what went wrong there, or when the process ends before it has answered. */
  ask<Name extends keyof T & string>(task: Name, ...input: Parameters<T[Name]>): Promise<Awaited<ReturnType<T[Name]>>> {
    const number = ++this.#asked;
    const waiting = Promise.withResolvers<unknown>();
    this.#open.set(number, waiting);
    this.#child.send({ number, task, input } satisfies { [Key in keyof Question]: unknown }, (error) => {
      if (error !== null) waiting.reject(error);
    });
    return waiting.promise.finally(() => this.#open.delete(number)) as Promise<Awaited<ReturnType<T[Name]>>>;
  }

  /** Ends the process by a signal; resolves with the signal that ended it, when it is gone. */
  async kill(signal: NodeJS.Signals): Promise<string> {
    if (this.#child.exitCode !== null) return 'none: it had ended before';
    if (this.#child.signalCode !== null) return this.#child.signalCode;
    this.#child.kill(signal);
    const [, ended] = (await once(this.#child, 'exit')) as [number | null, string | null];
    return ended ?? 'none';
  }
}
