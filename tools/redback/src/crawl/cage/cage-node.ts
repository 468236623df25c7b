import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { SyftError } from '@syft-libs/ast';

/** The Node that libraries run under. It need not be the one that runs RedBack. */
export interface CageNode {
  readonly file: string;
  /** `26.10.0`. */
  readonly version: string;
  /** From 26 on the permission model holds sockets too; before, patches inside the process do. */
  readonly holdsSockets: boolean;
}

const OLDEST = 22;
const SOCKETS_SINCE = 26;

/**
 * The Node for cages: the given file, else the pinned Node 26 that comes with RedBack on Linux, else the Node that runs this.
 * The first is preferred to the last so that evidence is alike whoever crawls. Throws `BAD_CONFIG` for a file that is no Node
 * with a permission model.
 */
export function findCageNode(file?: string): CageNode {
  if (file === undefined) return describeNode(pinnedNode() ?? process.execPath);
  if (!existsSync(file)) throw new SyftError('BAD_CONFIG', 'cannot use cage node: no such file');
  return describeNode(file);
}

function describeNode(file: string): CageNode {
  const version = file === process.execPath ? process.versions.node : askVersion(file);
  const major = Number.parseInt(version, 10);
  if (!(major >= OLDEST)) throw new SyftError('BAD_CONFIG', `cannot use cage node: version ${OLDEST} or later is needed`);
  return { file, version, holdsSockets: major >= SOCKETS_SINCE };
}

const versions = new Map<string, string>();

/** Asked once for each file: every cage wants to know. */
function askVersion(file: string): string {
  const known = versions.get(file);
  if (known !== undefined) return known;
  try {
    const version = execFileSync(file, ['-p', 'process.versions.node'], { env: {}, encoding: 'utf8', timeout: 10_000 }).trim();
    versions.set(file, version);
    return version;
  } catch (cause) {
    throw new SyftError('BAD_CONFIG', 'cannot use cage node: it does not start', { cause });
  }
}

function pinnedNode(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`node-26-${process.platform}-${process.arch}/bin/node`);
  } catch {
    return undefined;
  }
}
