import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SyftError } from '@syft-libs/ast';
import { rootOf } from '../crawl/entry-points.ts';
import type { Progress } from '../crawl/progress.ts';
import { installWithNpm } from '../generators/support-package/install.ts';
import { exactVersion, lookupIn } from '../generators/support-package/registry.ts';
import { CRAWL_FOLDER, parseSnapshot } from '../snapshot-file/snapshot-file.ts';
import type { Snapshot } from '../surface/snapshot.ts';
import { crawlAgain } from '../sync/crawl-again.ts';

/** Where to have a snapshot from: a file or a version, as text; what a support package keeps; or what is installed. */
export type SnapshotSource = string | { readonly keptIn: string } | { readonly installedIn: string };

export interface FindOptions {
  /** Its settings say where the registry is. */
  readonly folder: string;
  readonly cwd: string;
  readonly progress: Progress;
}

interface Library {
  readonly name: string;
  /** First segment of every path. */
  readonly root: string;
}

/** The two snapshots of a comparison. */
export interface SnapshotPair {
  readonly before: Snapshot;
  readonly after: Snapshot;
}

/**
 * Reads or makes two snapshots of a library, the second under the root of the first. What lies on the disk is read before anything is
 * crawled, which takes minutes. Throws `BAD_ARGUMENT` for a source that has no snapshot of the library, `NOT_FOUND` for a version that
 * the registry does not have or where it gives no answer.
 */
export async function findSnapshots(
  name: string,
  sources: { readonly from: SnapshotSource; readonly to: SnapshotSource },
  options: FindOptions,
): Promise<SnapshotPair> {
  const [kept, other] = [readSnapshot(name, sources.from, options), readSnapshot(name, sources.to, options)];
  const before = kept ?? (await makeSnapshot({ name, root: rootOf(name) }, sources.from, options));
  const after = other ?? (await makeSnapshot({ name, root: before.library.root }, sources.to, options));
  return { before, after };
}

/** A snapshot that is there already; `undefined` where one has to be made. */
function readSnapshot(name: string, source: SnapshotSource, { cwd }: FindOptions): Snapshot | undefined {
  if (typeof source !== 'string') return 'keptIn' in source ? keptSnapshot(name, source.keptIn) : undefined;
  const file = resolve(cwd, source);
  if (!existsSync(file)) {
    if (source.endsWith('.json')) throw new SyftError('BAD_ARGUMENT', `cannot read snapshot: there is no file ${source}`);
    return undefined;
  }
  const snapshot = parseSnapshot(readFileSync(file, 'utf8'), source);
  if (snapshot.library.name === name) return snapshot;
  throw new SyftError('BAD_ARGUMENT', `cannot compare ${name}: ${source} is a snapshot of ${snapshot.library.name}`);
}

async function makeSnapshot(library: Library, source: SnapshotSource, { folder, progress }: FindOptions): Promise<Snapshot> {
  if (typeof source === 'string') return fetchSnapshot(library, { wanted: source, folder }, progress);
  return crawlAgain(library, 'installedIn' in source ? source.installedIn : source.keptIn, progress);
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
  library: Library,
  { wanted, folder: settings }: { readonly wanted: string; readonly folder: string },
  progress: Progress,
): Promise<Snapshot> {
  progress.stage(`asking for ${library.name} ${wanted}`);
  const version = await exactVersion(lookupIn(settings), library.name, wanted);
  const folder = mkdtempSync(join(tmpdir(), 'redback-version-'));
  try {
    const json = { name: 'redback-version', version: '0.0.0', private: true, dependencies: { [library.name]: version } };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(json));
    progress.stage(`installing ${library.name} ${version}`);
    await installWithNpm(folder).catch((cause: unknown) => {
      const what = `cannot fetch ${library.name} ${version}`;
      throw new SyftError('INTERNAL', `${what}: npm cannot install it; \`npm install ${library.name}@${version}\` says why`, { cause });
    });
    return await crawlAgain(library, folder, progress);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
