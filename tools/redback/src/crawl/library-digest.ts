import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * SHA-256, hexadecimal, over the names and contents of a package's own files below its real folder. What is installed inside it
 * is not its own. The same on every machine for the same files.
 */
export function digestLibrary(folder: string): string {
  const hash = createHash('sha256');
  for (const file of ownFiles(folder, '')) {
    const content = readFileSync(join(folder, file));
    // Lengths keep one file's end and the next one's begin apart.
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function ownFiles(folder: string, below: string): readonly string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : ownFiles(folder, path);
      return entry.isFile() ? [path] : [];
    });
}
