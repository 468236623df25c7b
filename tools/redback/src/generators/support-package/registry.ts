import { isRecord, isSyftError, SyftError } from '@syft-libs/ast';
import { resolveLibrary } from '../../crawl/entry-points.ts';
import { runProgram } from './run-program.ts';

/** Answers which version of a package the registry would install; `undefined` where it has none. Throws `NOT_FOUND` where nobody answers. */
export type VersionLookup = (name: string, wanted?: string) => Promise<string | undefined>;

const VERSION = /^\d+\.\d+\.\d+[\w.+-]*$/;

/**
 * Asks npm, in the folder whose settings say where the registry is. `wanted` is a version or a tag. What npm prints beside the
 * version is shown to nobody, since it may name a private registry.
 */
export function lookupIn(folder: string): VersionLookup {
  return async (name, wanted = 'latest') => {
    const { code, stdout } = await runProgram('npm', ['view', `${name}@${wanted}`, 'version', '--json'], folder);
    const answer = readJson(stdout);
    if (code !== 0) {
      const { error } = isRecord(answer) ? answer : {};
      if (isRecord(error) && error['code'] === 'E404') return undefined;
      throw new SyftError('NOT_FOUND', `cannot find library ${name}: npm gets no answer from the registry; \`npm ping\` says why`);
    }
    // A range has several; the last one is the newest.
    const version: unknown = Array.isArray(answer) ? answer.at(-1) : answer;
    return typeof version === 'string' && VERSION.test(version) ? version : undefined;
  };
}

/** Answers with what is installed, as seen from a folder; it has no other version. */
export function lookupInstalled(folder: string): VersionLookup {
  return async (name, wanted) => {
    try {
      const { version } = resolveLibrary(name, folder);
      return wanted === undefined || wanted === version ? version : undefined;
    } catch (error) {
      if (isSyftError(error)) return undefined;
      throw error;
    }
  };
}

/** As a lookup. Throws `NOT_FOUND` where the registry has no such package or version. */
export async function exactVersion(lookup: VersionLookup, name: string, wanted: string | undefined): Promise<string> {
  const version = await lookup(name, wanted);
  if (version !== undefined) return version;
  if (wanted === undefined) throw new SyftError('NOT_FOUND', `cannot find library ${name}: there is no such package; check its name`);
  throw new SyftError(
    'NOT_FOUND',
    `cannot find library ${name} ${wanted}: there is no such version; \`npm view ${name} versions\` lists them`,
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The package that declares another one's types: `@types/scope__lib` for `@scope/lib`. */
export function typesPackageOf(name: string): string {
  return `@types/${name.replace(/^@/, '').replace('/', '__')}`;
}
