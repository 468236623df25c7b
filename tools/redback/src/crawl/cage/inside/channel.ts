/**
 * The cage's end of the conversation. It runs in one process with foreign code, so all that it needs is taken before that code
 * is loaded, and each line carries the token that only this module was told.
 */
import fs from 'node:fs';

const { read, writeSync } = fs;
const { parse, stringify } = JSON;
const { concat, alloc, byteLength } = Buffer;
const arm = setImmediate;
const CHANNEL = 3;
const NEWLINE = 10;

/** Answers one kind of question. What it throws is told by its name alone. */
export type CageHandler = (input: never) => unknown;

/** Answers questions until the parent hangs up, then ends the process. */
export function serveCage(handlers: Readonly<Record<string, CageHandler>>): void {
  let token = '';
  let isGreeted = false;
  const send = (message: Record<string, unknown>) => write(`${stringify({ token, ...message })}\n`);
  const exit = process.reallyExit.bind(process) as (code: number) => never;

  process.setUncaughtExceptionCaptureCallback((error: unknown) => (process._rawDebug((error as any).stack),send)({ kind: 'stray', error: nameOf(error) }));

  const answer = async (line: string) => {
    const { id, ask, input } = parse(line) as { id: number; ask: string; input: unknown };
    try {
      const handler = handlers[ask] as ((input: unknown) => unknown) | undefined;
      if (handler === undefined) throw new TypeError('unknown question');
      const value = await handler(input);
      // Errors that the call has left behind for this turn are told before its answer.
      await new Promise((resolve) => arm(() => arm(resolve)));
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
  while (byteLength(bytes) > 0) bytes = bytes.subarray(writeSync(CHANNEL, bytes));
}

function listen(onLine: (line: string) => void, onEnd: () => void): void {
  let pending = alloc(0);
  const chunk = alloc(64 * 1024);
  const next = () =>
    read(CHANNEL, chunk, 0, chunk.length, null, (error, count) => {
      if (error !== null || count === 0) return onEnd();
      pending = concat([pending, chunk.subarray(0, count)]);
      for (let end = pending.indexOf(NEWLINE); end >= 0; end = pending.indexOf(NEWLINE)) {
        const line = pending.toString('utf8', 0, end);
        pending = pending.subarray(end + 1);
        onLine(line);
      }
      next();
    });
  next();
}
