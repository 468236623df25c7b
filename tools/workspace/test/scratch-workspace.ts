import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { workspaceRoot } from '../src/workspace.ts';

const NOT_COPIED = ['node_modules', 'dist', '.reports'];

/** A copy of a part of the workspace, for a test to break; it goes with `using`. */
export class ScratchWorkspace {
  readonly root = mkdtempSync(join(tmpdir(), 'syft-scratch-'));

  /** Copies files and folders of the workspace, without what is built and installed. */
  constructor(...paths: readonly string[]) {
    for (const path of paths) {
      cpSync(join(workspaceRoot, path), join(this.root, path), { recursive: true, filter: (file) => !NOT_COPIED.includes(basename(file)) });
    }
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  edit(path: string, change: (text: string) => string): void {
    const before = this.read(path);
    const after = change(before);
    if (after === before) throw new Error(`nothing changed in ${path}`);
    this.write(path, after);
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { recursive: true });
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
