import { type ChildProcess, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SyftError } from '@syft-libs/ast';
import { Cage, type CageEnd, type CageOptions } from './cage.ts';
import { hasNamespaces } from './cage-command.ts';
import { type CageNode, findCageNode } from './cage-node.ts';

export interface CageProof {
  /** For the evidence, alike on every machine with this Node: `node@26.10.0 permission+fs+net+child+worker patched+signals`. */
  readonly cage: string;
  /** What this machine adds: `pid+net namespaces`, `file size 0`. */
  readonly extras: readonly string[];
  /** Each attempt and what stopped it. */
  readonly checks: readonly { readonly attempt: string; readonly stoppedBy: string }[];
}

export interface ProofOptions {
  readonly node?: CageNode;
  readonly namespaces?: boolean;
}

const isSource = import.meta.url.endsWith('.ts');
const SCRIPT = new URL(isSource ? './inside/proof-main.ts' : './crawl/cage/inside/proof-main.js', import.meta.url);
const PROOF_MEMORY = 192 * 2 ** 20;
const ATTEMPT_DEADLINE = 5_000;

/** What has to end the process, by the question that provokes it, and how long it may take. */
const ENDINGS: readonly (readonly [question: string, how: CageEnd['how'], deadline: number])[] = [
  ['allocate', 'memory', 10_000],
  ['grow', 'memory', 20_000],
  ['loop', 'deadline', 150],
  ['flood', 'flood', 10_000],
];

/**
 * Tries in a cage what a library must not do, and looks from outside whether it happened. Throws `INTERNAL` that names the
 * first attempt that was not stopped: no library may be loaded then.
 */
export async function proveCage({ node = findCageNode(), namespaces = hasNamespaces() }: ProofOptions = {}): Promise<CageProof> {
  const options: CageOptions = { script: SCRIPT, reads: [], node, namespaces, limits: { memory: PROOF_MEMORY } };
  const attempts = await tryToReachOut(options);
  const endings = await Promise.all(
    ENDINGS.map(async ([question, how, deadline]) => {
      const answer = await withCage(options, (cage) => cage.ask(question, null, deadline));
      assertStopped(question, answer.kind === 'ended' && answer.end.how === how);
      return { attempt: question, stoppedBy: how };
    }),
  );
  return { cage: cageName(node), extras: extrasOf(namespaces), checks: [...attempts, ...endings] };
}

/** What the evidence says of the cage: the Node, and what holds what. */
export function cageName(node: CageNode): string {
  return node.holdsSockets
    ? `node@${node.version} permission+fs+net+child+worker patched+signals`
    : `node@${node.version} permission+fs+child+worker patched+net+signals`;
}

function extrasOf(namespaces: boolean): readonly string[] {
  return [...(namespaces ? ['pid+net+ipc namespaces'] : []), ...(process.platform === 'win32' ? [] : ['file size 0'])];
}

async function tryToReachOut(options: CageOptions): Promise<CageProof['checks']> {
  const folder = mkdtempSync(join(tmpdir(), 'redback-proof-'));
  const secret = join(folder, 'secret');
  writeFileSync(secret, 'outside');
  const listener = await listen();
  const victim = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  try {
    const targets = { file: join(folder, 'made'), folder, secret, port: listener.port, victim: victim.pid };
    // First what the permission model is said to hold, with nothing else in its way; then all of it, with the patches on.
    const alone = await withCage(options, (cage) => runAttempts(cage, targets, heldWithoutPatches(options)));
    const checks = await withCage(options, async (cage) => {
      await cage.ask('holdBack', null, ATTEMPT_DEADLINE);
      const names = await cage.ask('attempts', null, ATTEMPT_DEADLINE);
      if (names.kind !== 'answered') throw new SyftError('INTERNAL', 'cannot prove cage: it does not start');
      return runAttempts(cage, targets, names.value as readonly string[]);
    });
    assertStopped('write a file', readdirSync(folder).length === 1 && !existsSync(targets.file));
    assertStopped('connect a socket', listener.arrivals() === 0);
    assertStopped('kill another process', isAlive(victim));
    return [...alone.map(({ attempt, stoppedBy }) => ({ attempt: `${attempt}, without patches`, stoppedBy })), ...checks];
  } finally {
    victim.kill('SIGKILL');
    listener.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function heldWithoutPatches({ node, namespaces }: CageOptions): readonly string[] {
  return [
    ...['write a file', 'read a file', 'start a child', 'start a worker', 'load an add-on'],
    ...(node?.holdsSockets === true ? ['connect a socket', 'send a datagram', 'fetch a page', 'look a name up'] : []),
    ...(namespaces === true ? ['connect a socket', 'kill another process'] : []),
  ];
}

async function runAttempts(cage: Cage, targets: object, names: readonly string[]): Promise<CageProof['checks']> {
  const checks: { attempt: string; stoppedBy: string }[] = [];
  for (const name of names) {
    const answer = await cage.ask('attempt', { name, ...targets }, ATTEMPT_DEADLINE);
    assertStopped(name, answer.kind === 'answered' && answer.value !== 'done');
    checks.push({ attempt: name, stoppedBy: answer.kind === 'answered' ? String(answer.value) : '' });
  }
  return checks;
}

async function withCage<T>(options: CageOptions, use: (cage: Cage) => Promise<T>): Promise<T> {
  const cage = new Cage(options);
  try {
    return await use(cage);
  } finally {
    await cage.close();
  }
}

function assertStopped(attempt: string, isStopped: boolean): void {
  if (!isStopped) throw new SyftError('INTERNAL', `cannot prove cage: it did not stop "${attempt}"`);
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** A port on loopback that counts what reaches it, over TCP and UDP. */
async function listen(): Promise<{ readonly port: number; readonly arrivals: () => number; readonly close: () => void }> {
  let arrivals = 0;
  const server = createServer((socket) => {
    arrivals++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const datagrams = createSocket('udp4', () => void arrivals++);
  datagrams.on('error', () => undefined);
  datagrams.bind(port, '127.0.0.1');
  const close = () => {
    server.close();
    datagrams.close();
  };
  return { port, arrivals: () => arrivals, close };
}
