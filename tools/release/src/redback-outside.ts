// What RedBack's own README promises outside of the workspace: an empty folder, one library, and a support package that passes its tests.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Outside } from './outside.ts';

const LIBRARY = 'simple-statistics';

/** Installs RedBack, makes a support package with it, and runs that package's tests. Throws where one of the three fails. */
export async function makeSupportOutside(outside: Outside): Promise<void> {
  const folder = outside.empty('contributor');
  await outside.run(folder, 'pnpm add --save-dev @syft-libs/redback');
  await outside.run(folder, `pnpm exec redback new ${LIBRARY}`);
  const made = join(folder, `syft-${LIBRARY}`);
  if (!existsSync(made)) throw new Error(`redback made no ${made}`);
  for (const script of ['typecheck', 'build', 'test']) await outside.run(made, `npm run ${script}`);
}
