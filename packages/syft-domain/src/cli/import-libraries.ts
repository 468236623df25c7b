import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isSupportPackage, type SupportPackage, SyftError } from '@syft-libs/ast';

/**
 * Imports support packages by name: as they are installed around the domain's folder, else beside this command line.
 * Throws `BAD_CONFIG` for one that is not installed, does not load or exports no support package.
 */
export async function importLibraries(names: readonly string[], folder: string): Promise<readonly SupportPackage[]> {
  const supports: SupportPackage[] = [];
  for (const name of new Set(names)) supports.push(...(await importLibrary(name, folder)));
  return [...new Set(supports)];
}

async function importLibrary(name: string, folder: string): Promise<readonly SupportPackage[]> {
  const file = [join(folder, 'package.json'), import.meta.url].map((base) => find(name, base)).find((found) => found !== undefined);
  if (file === undefined) throw cannotImport(name, 'it is installed neither around the folder nor beside syft-domain');
  let module: Readonly<Record<string, unknown>>;
  try {
    module = await import(pathToFileURL(file).href);
  } catch (cause) {
    throw cannotImport(name, cause instanceof Error ? (cause.message.split('\n')[0] as string) : 'it failed', cause);
  }
  const supports = Object.values(module).filter(isSupportPackage);
  if (supports.length === 0) throw cannotImport(name, 'it exports no support package');
  return supports;
}

function find(name: string, base: string): string | undefined {
  try {
    return createRequire(base).resolve(name);
  } catch {
    return undefined;
  }
}

function cannotImport(name: string, reason: string, cause?: unknown): SyftError {
  return new SyftError('BAD_CONFIG', `cannot load library ${name}: ${reason}`, { cause });
}
