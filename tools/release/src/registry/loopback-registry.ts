// A real registry for one rehearsal or test: on loopback, at a free port, with its packages in a folder of the caller's.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { runCommand } from '../run-command.ts';

const home = join(import.meta.dirname, '../../registry');
const program = join(home, 'node_modules/verdaccio/bin/verdaccio');

/** A registry that answers. */
export interface LoopbackRegistry extends AsyncDisposable {
  /** Where it answers, with a slash at the end. */
  readonly url: string;
}

export interface RegistryOptions {
  /** Packages that it refuses to take, by name. */
  readonly refuses?: readonly string[];
}

/** Installs the registry's program, where it is not yet. */
export async function installRegistry(): Promise<void> {
  if (!existsSync(program)) await runCommand('pnpm', ['install', '--frozen-lockfile', '--prefer-offline'], { cwd: home });
}

/**
 * Starts a registry whose packages live in `folder`, as they were left there. It holds our packages and asks no other registry: whoever
 * installs from it takes everything else from where the machine takes it.
 */
export async function startRegistry(folder: string, { refuses = [] }: RegistryOptions = {}): Promise<LoopbackRegistry> {
  await installRegistry();
  mkdirSync(folder, { recursive: true });
  const rules = [
    ...refuses.map((name) => `  '${name}': { access: $all, publish: nobody }`),
    `  '@syft-libs/*': { access: $all, publish: $all }`,
  ];
  const config = ['storage: ./storage', 'max_body_size: 200mb', 'log: { type: stdout, format: json, level: warn }', 'packages:', ...rules];
  writeFileSync(join(folder, 'config.yaml'), `${config.join('\n')}\n`);
  const port = await freePort();
  const args = [program, '--config', join(folder, 'config.yaml'), '--listen', `127.0.0.1:${port}`];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const url = `http://127.0.0.1:${port}/`;
  try {
    await answers(child, url);
  } catch (error) {
    await stop(child);
    throw error;
  }
  return { url, [Symbol.asyncDispose]: () => stop(child) };
}

async function answers(child: ChildProcess, url: string): Promise<void> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(100)) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    const answered = await fetch(new URL('-/ping', url)).catch(() => undefined);
    if (answered?.ok === true) return;
  }
  throw new Error(`the registry does not answer: ${output}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
