import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import type { Duplex, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { cageCommand, hasNamespaces } from './cage-command.ts';
import { type CageReply, parseReply } from './cage-messages.ts';
import { type CageNode, findCageNode } from './cage-node.ts';
import { watchMemory } from './memory-watch.ts';
import { ProcessorClock } from './processor-time.ts';

export interface CageLimits {
  /** Bytes that the process may hold in memory. */
  readonly memory: number;
  /** Bytes that it may print over one question. Less than a pipe holds, since a loop without a pause fills no more of it. */
  readonly output: number;
  /** Bytes of one answer. */
  readonly answer: number;
}

export const CAGE_LIMITS: CageLimits = { memory: 512 * 2 ** 20, output: 64 * 1024, answer: 32 * 2 ** 20 };

export interface CageOptions {
  /** The module that runs inside; it calls `serveCage`. */
  readonly script: URL;
  /** Paths that may be read besides the script's own. */
  readonly reads: readonly string[];
  readonly node?: CageNode;
  readonly limits?: Partial<CageLimits>;
  /** In another zone, with another language. */
  readonly elsewhere?: true;
  /** Kernel namespaces around the process: by default where the system lets this user have them. */
  readonly namespaces?: boolean;
}

/** How a cage's process ended. `forged`: it wrote something that is no message of this cage, or too long a one. */
export type CageEnd =
  | { readonly how: 'exit'; readonly code: number }
  | { readonly how: 'signal'; readonly signal: string }
  | { readonly how: 'deadline' | 'memory' | 'flood' | 'forged' | 'closed' };

/** What comes of asking a cage. After `ended` it takes no further questions. `strays` are errors nobody caught since the last answer. */
export type CageAnswer =
  | { readonly kind: 'answered'; readonly value: unknown; readonly strays: readonly string[] }
  | { readonly kind: 'failed'; readonly error: string; readonly strays: readonly string[] }
  | { readonly kind: 'ended'; readonly end: CageEnd };

/** A part of an answer that is still to come; `strays` are errors nobody caught since the part before. */
export interface CagePart {
  readonly value: unknown;
  readonly strays: readonly string[];
}

interface Waiting {
  readonly id: number;
  readonly deadline: number;
  readonly settle: (answer: CageAnswer) => void;
  readonly hear: (part: CagePart) => void;
  timer: NodeJS.Timeout;
}

const HERE = { TZ: 'UTC' };
const ELSEWHERE = { TZ: 'Pacific/Auckland', LC_ALL: 'de_DE.UTF-8' };
/** A process that is kept waiting by a busy machine gets so many times its deadline. */
const PATIENCE = 8;
const SHORTEST_WAIT = 20;

/**
 * A throwaway process in which foreign code runs: its own process group, no environment, no input, no writes, no sockets, no
 * processes, bounded in memory, time and output. Asked one thing at a time by JSON lines on a descriptor of their own. Nothing
 * that comes out is evaluated; what is no message of this cage ends it.
 */
export class Cage {
  readonly #child: ChildProcess;
  readonly #channel: Duplex;
  readonly #clock: ProcessorClock;
  readonly #token = randomUUID();
  readonly #limits: CageLimits;
  readonly #stopWatch: () => void;
  readonly #exited: Promise<void>;
  #end: CageEnd | undefined;
  #waiting: Waiting | undefined;
  #strays: string[] = [];
  #asked = 0;
  #printed = 0;
  #text = '';
  #isHeapFull = false;

  constructor({ script, reads, node = findCageNode(), limits, elsewhere, namespaces = hasNamespaces() }: CageOptions) {
    this.#limits = { ...CAGE_LIMITS, ...limits };
    const file = fileURLToPath(script);
    const heap = Math.ceil(this.#limits.memory / 2 ** 20);
    const command = cageCommand({ node, script: file, reads: [...scriptReads(file), ...reads], heap, namespaces });
    this.#child = spawn(command.file, command.args, {
      // Nothing of ours; the zone is fixed so that two crawls see one clock.
      env: elsewhere === true ? ELSEWHERE : HERE,
      cwd: tmpdir(),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    this.#clock = new ProcessorClock(this.#child.pid ?? 0);
    this.#channel = this.#child.stdio[3] as Duplex;
    this.#exited = new Promise((resolve) => this.#child.once('close', () => resolve()));
    this.#stopWatch = watchMemory(this.#child.pid ?? 0, this.#limits.memory, () => this.#kill({ how: 'memory' }));
    this.#listen();
    this.#channel.write(`${JSON.stringify({ token: this.#token })}\n`);
  }

  /** How it ended; `undefined` while it runs. */
  get end(): CageEnd | undefined {
    return this.#end;
  }

  /**
   * Asks one thing and waits for the answer, for at most `deadline` milliseconds from the question or the part before: then the
   * process group is killed. Where the system tells, milliseconds of processor time are meant, so that what else the machine
   * does decides nothing.
   */
  async ask(question: string, input: unknown, deadline: number, hear: Waiting['hear'] = () => undefined): Promise<CageAnswer> {
    if (this.#waiting !== undefined) throw new TypeError('a cage is asked one thing at a time');
    if (this.#end !== undefined) return { kind: 'ended', end: this.#end };
    const id = ++this.#asked;
    this.#printed = 0;
    const answer = new Promise<CageAnswer>((settle) => {
      this.#waiting = { id, deadline, settle, hear, timer: this.#startTimer(deadline) };
    });
    this.#channel.write(`${JSON.stringify({ id, ask: question, input })}\n`);
    return answer;
  }

  #startTimer(deadline: number): NodeJS.Timeout {
    const before = this.#clock.usedAtMost();
    const latest = performance.now() + deadline * PATIENCE;
    const check = () => {
      const used = before === null ? null : this.#clock.used();
      const left = used === null || before === null ? 0 : Math.min(deadline - (used - before), latest - performance.now());
      if (left <= 0) return this.#kill({ how: 'deadline' });
      if (this.#waiting !== undefined) this.#waiting.timer = setTimeout(check, Math.max(left, SHORTEST_WAIT));
    };
    return setTimeout(check, deadline);
  }

  /** Kills the process group and waits until it is gone. */
  async close(): Promise<void> {
    this.#kill({ how: 'closed' });
    await this.#exited;
  }

  #listen(): void {
    this.#channel.setEncoding('utf8');
    this.#channel.on('data', (text: string) => this.#receive(text));
    // A process that died has a broken pipe: its exit tells more.
    this.#channel.on('error', () => undefined);
    for (const stream of [this.#child.stdout, this.#child.stderr] as readonly (Readable | null)[]) {
      stream?.on('data', (chunk: Buffer) => this.#count(chunk));
      stream?.on('error', () => undefined);
    }
    this.#child.on('error', () => this.#finish({ how: 'exit', code: -1 }));
    this.#child.on('close', (code, signal) => this.#finish(this.#howExited(code, signal)));
  }

  #howExited(code: number | null, signal: string | null): CageEnd {
    // V8 says that its heap is full and aborts; the text is read for that alone.
    if (this.#isHeapFull) return { how: 'memory' };
    return signal === null ? { how: 'exit', code: code ?? -1 } : { how: 'signal', signal };
  }

  #count(chunk: Buffer): void {
    this.#printed += chunk.length;
    if (chunk.includes('JavaScript heap out of memory')) this.#isHeapFull = true;
    if (this.#printed > this.#limits.output) this.#kill({ how: 'flood' });
  }

  #receive(text: string): void {
    if (this.#end !== undefined) return;
    this.#text += text;
    for (let end = this.#text.indexOf('\n'); end >= 0; end = this.#text.indexOf('\n')) {
      const reply = end > this.#limits.answer ? undefined : parseReply(this.#text.slice(0, end), this.#token);
      this.#text = this.#text.slice(end + 1);
      if (reply === undefined || !this.#accept(reply)) this.#kill({ how: 'forged' });
    }
    if (this.#text.length > this.#limits.answer) this.#kill({ how: 'forged' });
  }

  #accept(reply: CageReply): boolean {
    if (reply.kind === 'stray') {
      this.#strays.push(reply.error);
      return this.#strays.length <= 1_000;
    }
    const waiting = this.#waiting;
    if (reply.id !== waiting?.id) return false;
    const strays = this.#strays;
    this.#strays = [];
    if (reply.kind === 'part') {
      clearTimeout(waiting.timer);
      this.#printed = 0;
      waiting.timer = this.#startTimer(waiting.deadline);
      waiting.hear({ value: reply.value, strays });
      return true;
    }
    this.#settle(
      reply.kind === 'failure' ? { kind: 'failed', error: reply.error, strays } : { kind: 'answered', value: reply.value, strays },
    );
    return true;
  }

  #settle(answer: CageAnswer): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    clearTimeout(waiting?.timer);
    waiting?.settle(answer);
  }

  #kill(end: CageEnd): void {
    if (this.#end !== undefined) return;
    const pid = this.#child.pid;
    try {
      if (pid === undefined || process.platform === 'win32') this.#child.kill('SIGKILL');
      else process.kill(-pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
    this.#finish(end);
  }

  #finish(end: CageEnd): void {
    if (this.#end !== undefined) return;
    this.#end = end;
    this.#stopWatch();
    this.#text = '';
    this.#settle({ kind: 'ended', end });
  }
}

/** The scripts that run inside lie in two folders of the source, or somewhere in `dist`, in chunks. */
function scriptReads(file: string): readonly string[] {
  const source = /^(.*\/crawl)\/(?:cage|runtime)\/inside\/[\w-]+\.ts$/.exec(file)?.[1];
  if (source !== undefined) return [`${source}/cage/inside`, `${source}/runtime/inside`];
  return [/^(.*\/dist)\//.exec(file)?.[1] ?? file];
}
