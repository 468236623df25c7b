import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SyftError } from '@syft-libs/ast';
import { rootOf } from '../crawl/entry-points.ts';
import type { Progress } from '../crawl/progress.ts';
import { installWithNpm } from '../generators/support-package/install.ts';
import { CRAWL_FOLDER, parseSnapshot } from '../snapshot-file/snapshot-file.ts';
import type { Snapshot } from '../surface/snapshot.ts';
import { crawlAgain } from '../sync/crawl-again.ts';

/** Where to have a snapshot from: a file or a version, as text; what a support package keeps; or what is installed. */
export type SnapshotSource = string | { readonly keptIn: string } | { readonly installedIn: string };

export interface FindOptions {
  readonly folder: string;
  readonly cwd: string;
  readonly progress: Progress;
  /** First segment of every path, where it is known. */
  readonly root?: string;
}

/** Reads or makes a snapshot of a library. Throws `BAD_ARGUMENT` for a source that has none. */
export async function findSnapshot(name: string, source: SnapshotSource, options: FindOptions): Promise<Snapshot> {
  const { cwd, progress, root = rootOf(name) } = options;
  if (typeof source !== 'string') {
    return 'keptIn' in source ? keptSnapshot(name, source.keptIn) : crawlAgain({ name, root }, source.installedIn, progress);
  }
  const file = resolve(cwd, source);
  if (existsSync(file)) return parseSnapshot(readFileSync(file, 'utf8'), source);
  if (source.endsWith('.json')) throw new SyftError('BAD_ARGUMENT', `cannot read snapshot: there is no file ${source}`);
  return fetchSnapshot({ name, root }, source, progress);
}

function keptSnapshot(name: string, folder: string): Snapshot {
  const kept = join(folder, CRAWL_FOLDER);
  const snapshots = (existsSync(kept) ? readdirSync(kept) : []).map((file) => {
    return parseSnapshot(readFileSync(join(kept, file), 'utf8'), `${CRAWL_FOLDER}/${file}`);
  });
  const found = snapshots.find(({ library }) => library.name === name);
  if (found !== undefined) return found;
  throw new SyftError(
    'BAD_ARGUMENT',
    `cannot compare ${name}: no snapshot of it is kept here; use --from with a version or a file, or --dir`,
  );
}

/** Installs one version in a folder of its own, without running any script of it, and crawls it there. */
async function fetchSnapshot(
  library: { readonly name: string; readonly root: string },
  version: string,
  progress: Progress,
): Promise<Snapshot> {
  const folder = mkdtempSync(join(tmpdir(), 'redback-version-'));
  try {
    const json = { name: 'redback-version', version: '0.0.0', private: true, dependencies: { [library.name]: version } };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(json));
    progress.stage(`installing ${library.name} ${version}`);
    await installWithNpm(folder).catch((cause: unknown) => {
      const what = `cannot fetch ${library.name} ${version}`;
      throw new SyftError('BAD_ARGUMENT', `${what}: npm installs none; \`npm view ${library.name} versions\` lists what there is`, {
        cause,
      });
    });
    return await crawlAgain(library, folder, progress);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
