import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A library of three functions, with declarations. */
export const SMALL_LIB: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "small-lib", "version": "1.2.3", "main": "index.js", "types": "index.d.ts" }\n',
  'index.js': 'exports.add = (x, y) => x + y;\nexports.twice = (x) => 2 * x;\nexports.log = (x) => console.log(x);\n',
  'index.d.ts':
    'export function add(x: number, y: number): number;\nexport function twice(x: number): number;\nexport function log(x: string): void;\n',
};

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A fresh folder that passes for the workspace of Syft libs. */
export function makeWorkspace(): string {
  const root = mkdtempSync(join(tmpdir(), 'redback-workspace-'));
  writeFiles(root, {
    'pnpm-workspace.yaml':
      "packages:\n  - packages/*\n\n# Kept.\ncatalog:\n  '@types/node': 24.0.0\n  ws: ^8.0.0\n\nnodeVersion: 24.21.0\n",
    'packages/syft-ast/package.json': '{ "name": "@syft-libs/ast" }\n',
  });
  return root;
}

/** Puts the small library where everything below a folder finds it. */
export function installSmallLib(root: string): void {
  writeFiles(join(root, 'node_modules/small-lib'), SMALL_LIB);
}

/** A copy of a folder, removed when it is disposed of. */
export function copyFolder(folder: string): { readonly root: string } & Disposable {
  const root = mkdtempSync(join(tmpdir(), 'redback-copy-'));
  cpSync(folder, root, { recursive: true });
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) };
}
