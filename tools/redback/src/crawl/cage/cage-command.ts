import { spawnSync } from 'node:child_process';
import type { CageNode } from './cage-node.ts';

export interface CageCommandOptions {
  readonly node: CageNode;
  /** The module that runs inside. */
  readonly script: string;
  /** Folders and files that may be read. Nothing may be written. */
  readonly reads: readonly string[];
  /** The heap's limit, in MiB. */
  readonly heap: number;
  readonly namespaces: boolean;
}

/** What starts a cage, ready for `spawn`. */
export interface CageCommand {
  readonly file: string;
  readonly args: readonly string[];
}

/** Seconds of processor time after which the kernel ends a cage whose parent is gone, where nothing ends it at once. */
const ORPHAN_SECONDS = 600;

/**
 * The kernel's part, where there is a POSIX shell: files of size 0 at most, no core dumps, and an end to orphans. Node's
 * permission model lets some of V8's flags and `node:sqlite` create files, so it is not left to stand alone.
 */
const POSIX_LIMITS = `ulimit -c 0; ulimit -f 0; ulimit -t ${ORPHAN_SECONDS}; exec "$@"`;

/** The kernel's word to end a process when its parent does, however that ended. */
const SETPRIV = '/usr/bin/setpriv';
const END_WITH_PARENT = ['--pdeathsig', 'KILL'];

const UNSHARE = '/usr/bin/unshare';
const NAMESPACES = ['--user', '--pid', '--net', '--ipc', '--fork', '--kill-child'];

/** The command line of a cage: namespaces where asked for, the kernel's limits, then Node with its permission model closed. */
export function cageCommand({ node, script, reads, heap, namespaces }: CageCommandOptions): CageCommand {
  const nodeArgs = [
    '--permission',
    ...reads.map((path) => `--allow-fs-read=${path}`),
    `--max-old-space-size=${heap}`,
    // Loading a library makes much that lasts: with room for it from the start, less is moved about.
    '--min-semi-space-size=16',
    '--disable-sigusr1',
    '--no-warnings',
    script,
  ];
  if (process.platform === 'win32') return { file: node.file, args: nodeArgs };
  const limited = ['/bin/sh', '-c', POSIX_LIMITS, 'cage', node.file, ...nodeArgs];
  const apart = namespaces ? [UNSHARE, ...NAMESPACES, ...limited] : limited;
  const [file = '', ...args] = endsWithParent() ? [SETPRIV, ...END_WITH_PARENT, ...apart] : apart;
  return { file, args };
}

/**
 * True where this user may make namespaces without privileges (`unshare` of util-linux, and a kernel that lets it). Then no
 * process outside can be named by a signal and no network exists, whatever runs inside. Asked of the system once.
 */
export const hasNamespaces = askOnce(UNSHARE, NAMESPACES);

const endsWithParent = askOnce(SETPRIV, END_WITH_PARENT);

/** Whether a command of Linux runs another one as it is asked to. */
function askOnce(file: string, args: readonly string[]): () => boolean {
  let answer: boolean | undefined;
  return () =>
    (answer ??= process.platform === 'linux' && spawnSync(file, [...args, '/bin/true'], { stdio: 'ignore', timeout: 5_000 }).status === 0);
}
