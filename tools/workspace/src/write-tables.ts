// Writes the tables of the root README that come from the packages: `pnpm -C tools/workspace tables`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeWithTable } from './fresh/supported-table.ts';
import { workspaceRoot } from './workspace.ts';

for (const { file, text } of readmeWithTable()) writeFileSync(join(workspaceRoot, file), text);
