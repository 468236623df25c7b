import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { SyftError } from '@syft-libs/ast';

/** Where a table's text comes from: a file's path, a `file:` URL, or the text itself. */
export type TableSource = string | URL | { readonly text: string };

/** The text as a stream of UTF-8 bytes. A file that cannot be opened fails while it is read; see {@link sourceError}. */
export function openSource(source: TableSource): Readable {
  if (typeof source === 'string') return createReadStream(source, { highWaterMark: 256 * 1024 });
  if (!(source instanceof URL)) return Readable.from([Buffer.from(source.text)]);
  if (source.protocol !== 'file:') throw new SyftError('BAD_ARGUMENT', 'cannot read table: only file: URLs are read');
  return openSource(fileURLToPath(source));
}

/** A failure of the file system in our words; other errors come back as they are. */
export function sourceError(error: unknown): unknown {
  const { code, syscall, path } = error as { readonly code?: unknown; readonly syscall?: unknown; readonly path?: unknown };
  if (typeof code !== 'string' || typeof syscall !== 'string') return error;
  return new SyftError('BAD_ARGUMENT', `cannot read table: ${typeof path === 'string' ? path : 'the file'} does not open (${code})`, {
    cause: error,
  });
}
