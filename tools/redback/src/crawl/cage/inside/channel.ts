/**
 * The cage's end of the conversation. It runs in one process with foreign code, so all that it needs is taken before that code
 * is loaded, and each line carries the token that only this module was told.
 */
import fs from 'node:fs';
import { Socket } from 'node:net';

const { writeSync } = fs;
const { parse, stringify } = JSON;
const { concat, alloc } = Buffer;
const { wait } = Atomics;
const arm = setImmediate;
const CHANNEL = 3;
const NEWLINE = 10;

/** Tells a part of an answer, once errors that it has left behind for this turn are told. */
export type TellPart = (value: unknown) => Promise<void>;

/** Answers one kind of question, in parts where it likes. What it throws is told by its name alone. */
export type CageHandler = (input: never, tell: TellPart) => unknown;

/** Answers questions until the parent hangs up, then ends the process. */
export function serveCage(handlers: Readonly<Record<string, CageHandler>>): void {
  let token = '';
  let isGreeted = false;
  const send = (message: Record<string, unknown>) => write(`${stringify({ token, ...message })}\n`);
  const exit = process.exit.bind(process);

  // Rejections that nobody handles arrive here too. Foreign code can take the listener away: then its error ends the process.
  process.on('uncaughtException', (error: unknown) => send({ kind: 'stray', error: nameOf(error) }));

  // Errors that a call has left behind for this turn are told before what came of it.
  const endOfTurn = () => new Promise((resolve) => arm(() => arm(resolve)));

  const answer = async (line: string) => {
    const { id, ask, input } = parse(line) as { id: number; ask: string; input: unknown };
    try {
      const handler = handlers[ask] as ((input: unknown, tell: TellPart) => unknown) | undefined;
      if (handler === undefined) throw new TypeError('unknown question');
      const value = await handler(input, async (part) => {
        await endOfTurn();
        send({ kind: 'part', id, value: part });
      });
      await endOfTurn();
      send({ kind: 'answer', id, value });
    } catch (error) {
      send({ kind: 'failure', id, error: nameOf(error) });
    }
  };

  listen(
    (line) => {
      if (isGreeted) return void answer(line);
      isGreeted = true;
      token = (parse(line) as { token: string }).token;
    },
    () => exit(0),
  );
}

/** The name of what was thrown, read without firing a getter; a thrown value that is no error goes by its type. */
export function nameOf(error: unknown): string {
  try {
    if (typeof error !== 'object' || error === null) return `Thrown_${error === null ? 'null' : typeof error}`;
    const code = ownOrInherited(error, 'name');
    return typeof code === 'string' ? code : 'Error';
  } catch {
    return 'Error';
  }
}

function ownOrInherited(value: object, key: string): unknown {
  for (let at: object | null = value; at !== null; at = Reflect.getPrototypeOf(at)) {
    const descriptor = Reflect.getOwnPropertyDescriptor(at, key);
    if (descriptor !== undefined) return descriptor.value;
  }
  return undefined;
}

function write(text: string): void {
  let bytes = Buffer.from(text);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(CHANNEL, bytes));
    } catch (error) {
      // The pipe is full until the parent has read some of it.
      if ((error as { code?: unknown }).code !== 'EAGAIN') throw error;
      wait(pause, 0, 0, 1);
    }
  }
}

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Reads through the event loop: a read that waits in a thread would keep the process from exiting. */
function listen(onLine: (line: string) => void, onEnd: () => void): void {
  let pending = alloc(0);
  const input = new Socket({ fd: CHANNEL, readable: true, writable: false });
  input.on('data', (chunk: Buffer) => {
    pending = concat([pending, chunk]);
    for (let end = pending.indexOf(NEWLINE); end >= 0; end = pending.indexOf(NEWLINE)) {
      const line = pending.toString('utf8', 0, end);
      pending = pending.subarray(end + 1);
      onLine(line);
    }
  });
  input.on('end', onEnd);
  input.on('error', onEnd);
}
