import { access, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { isRecord, SyftError } from '@syft-libs/ast';
import { readLock } from '../allowlist-lock.ts';

/** `domain.json`: what the command line opens a folder with. */
export interface DomainConfig {
  readonly name: string;
  /** Support packages by package name; `@syft-libs/js` is always among them. */
  readonly libraries: readonly string[];
  /** Where `start` listens. */
  readonly port: number;
}

export const CONFIG_FILE = 'domain.json';
export const DEFAULT_PORT = 8080;

const KEY_FILES = ['owner.key', 'domain.key'];

/** The folder that a command works on: as it was asked for, else from the environment, else the current one. */
export function resolveFolder(asked: string | undefined, environment: Readonly<Record<string, string | undefined>>): string {
  return resolve(asked ?? (environment['SYFT_DOMAIN'] || '.'));
}

/** Throws `BAD_CONFIG` for a folder that holds no domain. */
export async function assertInitialised(folder: string): Promise<void> {
  const present = await Promise.all(
    KEY_FILES.map((file) =>
      access(join(folder, file)).then(
        () => true,
        () => false,
      ),
    ),
  );
  if (present.every(Boolean)) return;
  const known = await stat(folder).catch(() => undefined);
  const reason = known === undefined ? 'there is no such folder' : known.isDirectory() ? 'no domain was made there' : 'it is no folder';
  throw new SyftError('BAD_CONFIG', `cannot open ${folder}: ${reason}; run syft-domain init, or say which folder with --dir`);
}

/**
 * Reads the configuration. A folder that a program made has none: then it is named after the folder, and its libraries are
 * those that its lock lets in. Throws `BAD_CONFIG` with every problem.
 */
export async function readConfig(folder: string): Promise<DomainConfig> {
  const text = await readFile(join(folder, CONFIG_FILE), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw new SyftError('BAD_CONFIG', `cannot read ${CONFIG_FILE}: ${cause.code ?? 'unknown reason'}`, { cause });
  });
  if (text !== undefined) return parseConfig(text);
  const lock = await readLock(folder);
  return { name: basename(folder), libraries: Object.keys(lock?.packages ?? {}), port: DEFAULT_PORT };
}

/** Throws `BAD_CONFIG` with every problem, one a line. */
export function parseConfig(text: string): DomainConfig {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new SyftError('BAD_CONFIG', `cannot read ${CONFIG_FILE}: not JSON`, { cause });
  }
  const record = isRecord(value) ? value : {};
  const { name, libraries = [], port = DEFAULT_PORT, ...unknown } = record;
  const problems = Object.keys(unknown).map((key) => `${key}: unknown key`);
  if (record !== value) problems.push('expected an object');
  if (typeof name !== 'string' || name.trim() === '') problems.push('name: expected a text');
  if (!Array.isArray(libraries) || !libraries.every((library) => typeof library === 'string'))
    problems.push('libraries: expected a list of package names');
  if (!isPort(port)) problems.push('port: expected a whole number from 0 to 65535');
  if (problems.length > 0)
    throw new SyftError(
      'BAD_CONFIG',
      `cannot read ${CONFIG_FILE}: ${problems.length} problem(s)\n${problems.map((line) => `  ${line}`).join('\n')}`,
    );
  return { name: name as string, libraries: libraries as readonly string[], port: port as number };
}

function isPort(port: unknown): port is number {
  return Number.isInteger(port) && (port as number) >= 0 && (port as number) <= 65_535;
}
