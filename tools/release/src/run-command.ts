import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** How a command is run: where, and with what beside the environment of this process; `undefined` takes a variable away. */
export interface CommandOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds until it is killed. */
  readonly timeout?: number;
}

/** What a command left behind; `output` is both streams, as they came. */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly output: string;
}

const TIMEOUT = 600_000;

/** Runs a command to its end, whatever that is. Throws only when it cannot be started. */
export async function tryCommand(file: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const env = { ...process.env, ...options.env };
  const child = spawn(file, args, { cwd: options.cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: options.timeout ?? TIMEOUT });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [code, stdout] = await Promise.all([ended, text(child.stdout)]);
  return { code, stdout, output };
}

/** Runs a command that has to succeed, and gives what it printed. Throws with all of its output otherwise. */
export async function runCommand(file: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const result = await tryCommand(file, args, options);
  if (result.code === 0) return result;
  throw new Error(`\`${[file, ...args].join(' ')}\` ended with ${result.code} in ${options.cwd}:\n${result.output}`);
}
