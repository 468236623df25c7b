import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface InstalledModule {
  /** The folder that it is found from. */
  readonly folder: string;
  readonly remove: () => void;
}

/** Installs one module as a library of its name in a temporary folder, with declarations where there are some. */
export function installModule(name: string, code: string, declarations?: string): InstalledModule {
  const folder = mkdtempSync(join(tmpdir(), `redback-${name}-`));
  const root = join(folder, 'node_modules', name);
  mkdirSync(root, { recursive: true });
  const types = declarations === undefined ? {} : { types: './index.d.ts' };
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name, version: '1.0.0', type: 'module', exports: './index.js', ...types }));
  writeFileSync(join(root, 'index.js'), code);
  if (declarations !== undefined) writeFileSync(join(root, 'index.d.ts'), declarations);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
