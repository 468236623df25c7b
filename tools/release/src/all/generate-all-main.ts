// Writes the generated part of `@syft-libs/all`; `--check` says instead what of it is not as it would be written.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { report, workspaceRoot } from '../../../workspace/src/workspace.ts';
import { generateAll, staleAll } from './all-package.ts';

const FIX = 'run `pnpm nx run @syft-libs/release:all`, then `pnpm install`, and commit what they write';

if (process.argv.includes('--check')) {
  const text = 'it is not what the folders of the support packages make of it';
  report(
    'all',
    staleAll(workspaceRoot).map((file) => ({ file, line: 1, text, fix: FIX })),
  );
} else {
  for (const [file, text] of generateAll(workspaceRoot)) {
    mkdirSync(dirname(join(workspaceRoot, file)), { recursive: true });
    writeFileSync(join(workspaceRoot, file), text);
  }
}
