import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

/** What a process that runs programs is about to do. */
export interface DiaryEntry {
  /** Of the program. */
  readonly seed: number;
  /** The call that is made, in words; none before the first of a program. */
  readonly step?: string | undefined;
}

const LENGTH_BYTES = 4;

/**
 * A file with one entry: what its process began last. Each is written through before that begins, so that it can be read when the
 * process did not come back.
 */
export class Diary implements Disposable {
  readonly #file: number;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  write(entry: DiaryEntry): void {
    const text = Buffer.from(JSON.stringify(entry));
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32LE(text.byteLength);
    // What a longer entry leaves behind this one is not read.
    writeSync(this.#file, Buffer.concat([length, text]), 0, undefined, 0);
  }

  [Symbol.dispose](): void {
    closeSync(this.#file);
  }
}

/** The last entry of a diary; `undefined` for one that was never begun. */
export function readDiary(path: string): DiaryEntry | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return undefined;
  }
  if (bytes.byteLength < LENGTH_BYTES) return undefined;
  return JSON.parse(bytes.toString('utf8', LENGTH_BYTES, LENGTH_BYTES + bytes.readUInt32LE())) as DiaryEntry;
}
