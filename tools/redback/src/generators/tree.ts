import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The files that a generator reads and writes, as far as ours need them: Nx's own tree is one. Paths are relative to `root`. */
export interface Tree {
  readonly root: string;
  read(path: string, encoding: 'utf8'): string | null;
  write(path: string, content: string): void;
  exists(path: string): boolean;
  isFile(path: string): boolean;
  delete(path: string): void;
  /** Names in a folder; none where there is no such folder. */
  children(path: string): string[];
}

/** What `flush` has done, by path, in order of the paths. */
export interface TreeChange {
  readonly path: string;
  readonly kind: 'create' | 'update' | 'delete';
}

/** A folder of the disk as a {@link Tree}: nothing is written before `flush`. */
export class FolderTree implements Tree {
  readonly root: string;
  /** `null` stands for a file that is to go. */
  readonly #changes = new Map<string, string | null>();

  constructor(root: string) {
    this.root = root;
  }

  read(path: string, _encoding: 'utf8'): string | null {
    const changed = this.#changes.get(path);
    if (changed !== undefined) return changed;
    const file = join(this.root, path);
    return isFileOnDisk(file) ? readFileSync(file, 'utf8') : null;
  }

  write(path: string, content: string): void {
    this.#changes.set(path, content);
  }

  exists(path: string): boolean {
    const changed = this.#changes.get(path);
    if (changed !== undefined) return changed !== null;
    return existsSync(join(this.root, path)) || this.#writtenBelow(path).length > 0;
  }

  isFile(path: string): boolean {
    const changed = this.#changes.get(path);
    return changed === undefined ? isFileOnDisk(join(this.root, path)) : changed !== null;
  }

  delete(path: string): void {
    this.#changes.set(path, null);
  }

  children(path: string): string[] {
    const folder = join(this.root, path);
    const found = new Set(existsSync(folder) ? readdirSync(folder) : []);
    for (const name of this.#writtenBelow(path)) found.add(name.slice(path.length + 1).split('/')[0] ?? '');
    return [...found].filter((name) => this.exists(`${path}/${name}`)).sort();
  }

  /** What `flush` would do. A file that is written as it stands is no change. */
  get changes(): readonly TreeChange[] {
    return [...this.#changes]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .flatMap(([path, content]) => this.#changeOf(path, content));
  }

  /** Writes and deletes what was asked for, and tells what it was. */
  flush(): readonly TreeChange[] {
    const { changes } = this;
    for (const { path, kind } of changes) {
      const file = join(this.root, path);
      if (kind === 'delete') rmSync(file, { recursive: true });
      else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, this.#changes.get(path) ?? '');
      }
    }
    this.#changes.clear();
    return changes;
  }

  #changeOf(path: string, content: string | null): readonly TreeChange[] {
    const file = join(this.root, path);
    if (content === null) return existsSync(file) ? [{ path, kind: 'delete' }] : [];
    if (!isFileOnDisk(file)) return [{ path, kind: 'create' }];
    return readFileSync(file, 'utf8') === content ? [] : [{ path, kind: 'update' }];
  }

  #writtenBelow(path: string): readonly string[] {
    return [...this.#changes].filter(([name, content]) => content !== null && name.startsWith(`${path}/`)).map(([name]) => name);
  }
}

function isFileOnDisk(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}
