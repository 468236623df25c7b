import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** What a served process answers: by name of the question. */
export type Answers = Readonly<Record<string, (argument: never) => unknown>>;

interface Question {
  readonly ask: string;
  readonly argument: unknown;
}

interface Answer {
  readonly value?: unknown;
  readonly error?: string;
}

/** A server in a process of its own, which answers one question at a time. Ends with its parent. */
export class ChildServer<Hello> implements AsyncDisposable {
  readonly hello: Hello;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, hello: Hello) {
    this.#child = child;
    this.hello = hello;
  }

  /** Starts a module with an argument and waits for its hello. Rejects when it ends before. */
  static async start<Hello>(module: URL, argument: unknown): Promise<ChildServer<Hello>> {
    const child = fork(module, [JSON.stringify(argument)], { serialization: 'advanced' });
    const ended = once(child, 'exit').then(() => {
      throw new Error(`${module.pathname.split('/').at(-1)} ended before it served`);
    });
    const [hello] = (await Promise.race([once(child, 'message'), ended])) as [Hello];
    ended.catch(() => undefined);
    return new ChildServer(child, hello);
  }

  async ask<Value>(question: string, argument?: unknown): Promise<Value> {
    this.#child.send({ ask: question, argument } satisfies Question);
    const [{ value, error }] = (await once(this.#child, 'message')) as [Answer];
    if (error !== undefined) throw new Error(error);
    return value as Value;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }
}

/** The argument that the parent started this process with. */
export function serverArgument<Argument>(): Argument {
  return JSON.parse(process.argv[2] ?? 'null') as Argument;
}

/** Says hello to the parent, then answers its questions until it is gone. */
export function serveParent(hello: unknown, answers: Answers): void {
  process.on('message', async ({ ask, argument }: Question) => {
    try {
      process.send?.({ value: await answers[ask]?.(argument as never) } satisfies Answer);
    } catch (error) {
      process.send?.({ error: String(error) } satisfies Answer);
    }
  });
  process.on('disconnect', () => process.exit());
  process.send?.(hello);
}
