// Writes the conformance vectors. Run by `pnpm vectors`; a test compares what stands there with what this would write.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeVectors, VECTORS_DIR } from './vectors/make-vectors.ts';

mkdirSync(VECTORS_DIR, { recursive: true });
for (const [name, text] of await makeVectors()) writeFileSync(join(VECTORS_DIR, name), text);
