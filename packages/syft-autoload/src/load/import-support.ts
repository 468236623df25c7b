import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { autoloadRegistry } from '@syft-libs/ast/autoload';
import type { PackageFile } from '../find/package-file.ts';

/** How long a support package may take to load, in milliseconds, unless the environment says otherwise. */
const DEADLINE = 10_000;

export function loadDeadline(): number {
  const given = Number(process.env['SYFT_AUTOLOAD_DEADLINE']);
  return given > 0 ? given : DEADLINE;
}

/** Imports the `./autoload` of a support package. Resolves to why that failed, or to nothing; never rejects, and ends in time. */
export async function importSupport({ name, dir }: PackageFile, milliseconds: number): Promise<string | undefined> {
  const loading = importEntry(name, dir);
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`its ./autoload did not end within ${milliseconds / 1_000} s`), milliseconds);
    // Whoever waits keeps the process alive; the deadline alone does not.
    timer.unref();
  });
  const problem = await Promise.race([loading, deadline]);
  clearTimeout(timer);
  return problem;
}

async function importEntry(name: string, dir: string): Promise<string | undefined> {
  try {
    // From inside the package, so that it is found wherever it is installed.
    const entry = createRequire(join(dir, 'package.json')).resolve(`${name}/autoload`);
    await import(pathToFileURL(entry).href);
    return autoloadRegistry().problemOf(name);
  } catch (error) {
    return `its ./autoload throws: ${describeError(error)}`;
  }
}

/** The first line of what was thrown, whatever that was. */
function describeError(error: unknown): string {
  try {
    return String(error).split('\n')[0] as string;
  } catch {
    return 'something that has no text';
  }
}
