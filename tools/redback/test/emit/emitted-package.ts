import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EmittedFile } from '../../src/emit/emitted-file.ts';

const REDBACK = join(import.meta.dirname, '../..');
const ROOT = join(REDBACK, '../..');

/** A support package in a workspace of its own inside this one; disposing of it removes it. */
export interface WrittenPackage extends Disposable {
  readonly folder: string;
}

/** Writes a package where it finds the core, the libraries in `installed` (folders), and configs like the workspace's. */
export function writePackage(files: readonly EmittedFile[], installed: readonly string[]): WrittenPackage {
  const workspace = mkdtempSync(join(REDBACK, '.emitted-'));
  const folder = join(workspace, 'packages/it');
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@syft-libs'), { recursive: true });
  for (const name of ['ast', 'testing']) symlinkSync(join(ROOT, `packages/syft-${name}`), join(modules, '@syft-libs', name), 'dir');
  for (const library of installed)
    cpSync(library, join(modules, library.slice(library.lastIndexOf('/') + 1)), { recursive: true, dereference: true });
  writeFileSync(join(workspace, 'tsconfig.base.json'), `{ "extends": "${join(ROOT, 'tsconfig.base.json')}" }\n`);
  for (const preset of ['tsup', 'vitest']) symlinkSync(join(ROOT, `${preset}.preset.ts`), join(workspace, `${preset}.preset.ts`));
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, [Symbol.dispose]: () => rmSync(workspace, { recursive: true, force: true }) };
}

const LIBRARIES = join(import.meta.dirname, '../fixtures/emit-libs');

/** The package with the two libraries of `fixtures/emit-libs` installed. */
export function installTinyWorkspace(files: readonly EmittedFile[]): WrittenPackage {
  return writePackage(
    files,
    ['shape-lib', 'strided-lib'].map((name) => join(LIBRARIES, name)),
  );
}
