import { join } from 'node:path';
import { chunkVectors, frameVectors } from './frame-vectors.ts';
import { handshakeVectors } from './handshake-vectors.ts';
import { valueVectors } from './value-vectors.ts';

/** Where the published vectors stand. */
export const VECTORS_DIR = join(import.meta.dirname, '../../vectors');

/** Every file of vectors with its text, the same on every run. */
export async function makeVectors(): Promise<ReadonlyMap<string, string>> {
  const files = { values: valueVectors(), frames: frameVectors(), handshake: await handshakeVectors(), chunks: chunkVectors() };
  return new Map(
    Object.entries(files).map(([name, content]) => [`${name}.json`, `${JSON.stringify({ protocol: 1, ...content }, null, 1)}\n`]),
  );
}
