import { isSyftError } from '@syft-libs/ast';
import { type Progress, silentProgress } from '../crawl/progress.ts';
import { FolderTree, type Tree } from '../generators/tree.ts';
import { printSnapshot, snapshotPath } from '../snapshot-file/snapshot-file.ts';
import { crawlAgain } from './crawl-again.ts';
import { derivePackage, expectedText, leftoverFiles, ownFiles, type PackageInput } from './derive-package.ts';
import { type Finding, firstDifference } from './finding.ts';
import { keepTimes } from './keep-times.ts';
import { CONFIG_FILE, type ConfigProblem, decisionProblems, loadDecisions } from './load-decisions.ts';
import { type KeptSnapshot, readKept } from './observe-library.ts';
import { packageNameOf } from './package-name.ts';

export interface SyncOptions {
  /** Crawl though nothing asks for it. */
  readonly crawl?: boolean;
  readonly progress?: Progress;
}

const SYNC = 'run `redback sync` and commit what it writes';
const CRAWL = 'run `redback sync`, which crawls again, and commit what it writes';
const CRAWL_ANYWAY = 'run `redback sync --crawl` and commit what it writes';
const MEND = `mend ${CONFIG_FILE}`;
const INSTALL = 'install the dependencies';

/**
 * Everything in which the support package at `folder` is not what `sync` makes today. Loads no library unless it is to crawl.
 * Throws `BAD_CONFIG` where there is no package at all.
 */
export async function checkPackage(folder: string, options: SyncOptions = {}): Promise<readonly Finding[]> {
  const tree = new FolderTree(folder);
  const name = packageNameOf(tree);
  const loaded = loadDecisions(folder);
  if (loaded.decisions === undefined) return configFindings(loaded.problems);
  const { decisions, text } = loaded;
  const kept = decisions.libraries.map((library) => readKept(tree, library));
  const drifts = kept.flatMap(driftFindings);
  const snapshots = kept.flatMap(({ snapshot }) => snapshot ?? []);
  // What is to be crawled again is made anew as a whole: that its files differ meanwhile follows from the one cause.
  if (kept.some(({ drift }) => drift !== undefined && drift.isMissing !== true)) return drifts;
  const crawled = options.crawl === true ? await crawlFindings(tree, { snapshots, decisions }, options.progress) : [];
  return [...drifts, ...crawled, ...fileFindings(tree, { name, decisions, snapshots }, text)];
}

function configFindings(problems: readonly ConfigProblem[]): readonly Finding[] {
  return problems.map(({ line, text }) => ({ file: CONFIG_FILE, line, text, fix: MEND }));
}

function driftFindings({ file, drift }: KeptSnapshot): readonly Finding[] {
  if (drift === undefined) return [];
  const { line, text, isMissing = false } = drift;
  return [{ file, line, text, fix: isMissing ? INSTALL : CRAWL }];
}

function fileFindings(tree: Tree, input: PackageInput, config: string): readonly Finding[] {
  try {
    const files = ownFiles(derivePackage(input));
    const differing = files.flatMap((file): readonly Finding[] => {
      const current = tree.read(file.path, 'utf8');
      if (current === null) return [{ file: file.path, line: 1, text: 'the file is not there', fix: SYNC }];
      const line = firstDifference(current, expectedText(file, current));
      return line === undefined ? [] : [{ file: file.path, line, text: 'it is not what its input generates', fix: SYNC }];
    });
    const leftover = leftoverFiles(tree, files).map((file) => ({ file, line: 1, text: 'nothing generates this file', fix: SYNC }));
    return [...differing, ...leftover];
  } catch (error) {
    if (!isSyftError(error)) throw error;
    return configFindings(decisionProblems(error.message, config));
  }
}

async function crawlFindings(
  tree: Tree,
  { snapshots, decisions }: Pick<PackageInput, 'snapshots' | 'decisions'>,
  progress: Progress = silentProgress,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const kept of snapshots) {
    const { library, observer } = kept;
    const { name, root } = library;
    const decided = decisions.libraries.find((one) => one.name === name);
    const fresh = keepTimes(await crawlAgain(decided ?? library, tree.root, progress), kept);
    const file = snapshotPath(root);
    // Another version of RedBack that crawls alike is no difference.
    const seen = printSnapshot({ ...fresh, observer: { ...fresh.observer, redback: observer.redback } });
    const line = firstDifference(tree.read(file, 'utf8') ?? '', seen);
    if (line !== undefined) findings.push({ file, line, text: `another crawl of ${name} sees something else`, fix: CRAWL_ANYWAY });
  }
  return findings;
}
