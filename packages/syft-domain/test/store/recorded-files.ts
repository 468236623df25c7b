import { basename } from 'node:path';
import { diskFiles, type FileLayer } from '../../src/store/file-layer.ts';

/** What a file layer was asked to do, in the order in which it was done. */
export type FileOperation =
  | { readonly kind: 'open' | 'sync' | 'remove'; readonly name: string }
  | { readonly kind: 'write'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'rename'; readonly name: string; readonly to: string }
  /** Covers the operations that were done before it began: the first `covers` of them. */
  | { readonly kind: 'syncFolder'; readonly covers: number };

/** The real disk, with a record of everything that was done to it. */
export function recordFiles(): { readonly files: FileLayer; readonly operations: readonly FileOperation[] } {
  const operations: FileOperation[] = [];
  const files: FileLayer = {
    ...diskFiles,
    async open(path) {
      const name = basename(path);
      const file = await diskFiles.open(path);
      operations.push({ kind: 'open', name });
      return {
        close: () => file.close(),
        async write(bytes) {
          await file.write(bytes);
          operations.push({ kind: 'write', name, bytes: bytes.slice() });
        },
        async sync() {
          await file.sync();
          operations.push({ kind: 'sync', name });
        },
      };
    },
    async rename(from, to) {
      await diskFiles.rename(from, to);
      operations.push({ kind: 'rename', name: basename(from), to: basename(to) });
    },
    async syncFolder(path) {
      const covers = operations.length;
      await diskFiles.syncFolder(path);
      operations.push({ kind: 'syncFolder', covers });
    },
    async remove(path) {
      await diskFiles.remove(path);
      operations.push({ kind: 'remove', name: basename(path) });
    },
  };
  return { files, operations };
}

interface Content {
  readonly written: Uint8Array[];
  durable: number;
}

/** A change of names: it survives a power cut for certain only once the folder was synced. */
interface NameChange {
  readonly index: number;
  readonly apply: (names: Map<string, Content>) => void;
}

/**
 * The files that a power cut after these operations may leave. Writes that were not synced are gone. Changes of names that
 * were not synced are kept where `keeps` says so, each on its own: file systems may order them as they like.
 */
export function filesAfterCut(operations: readonly FileOperation[], keeps: (index: number) => boolean): ReadonlyMap<string, Uint8Array> {
  const live = new Map<string, Content>();
  const durable = new Map<string, Content>();
  let pending: NameChange[] = [];
  const change = (index: number, apply: NameChange['apply']) => {
    apply(live);
    pending.push({ index, apply });
  };
  operations.forEach((operation, index) => {
    if (operation.kind === 'syncFolder') {
      for (const { index: at, apply } of pending) if (at < operation.covers) apply(durable);
      pending = pending.filter(({ index: at }) => at >= operation.covers);
      return;
    }
    const { name } = operation;
    const content = live.get(name) ?? { written: [], durable: 0 };
    if (operation.kind === 'open') change(index, (names) => names.set(name, content));
    else if (operation.kind === 'write') content.written.push(operation.bytes);
    else if (operation.kind === 'sync') content.durable = content.written.length;
    else {
      change(index, (names) => {
        names.delete(name);
        if (operation.kind === 'rename') names.set(operation.to, content);
      });
    }
  });
  for (const { index, apply } of pending) if (keeps(index)) apply(durable);
  return new Map([...durable].map(([name, { written, durable: count }]) => [name, Buffer.concat(written.slice(0, count))]));
}
