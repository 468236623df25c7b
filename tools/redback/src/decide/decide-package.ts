import { CONTRACT, type Decisions, parseManifest, SyftError } from '@syft-libs/ast';
import type { PackagePlan } from '../surface/package-plan.ts';
import type { Snapshot } from '../surface/snapshot.ts';
import { decideLibrary } from './decide-library.ts';
import { decisionsByName } from './decision-lookup.ts';
import { acceptProblems, libraryProblems } from './decision-problems.ts';
import { foldSameTypes } from './fold-same-types.ts';
import { KnownTypes } from './known-types.ts';

/**
 * Judges every member of some crawled libraries by the table of rules and a person's decisions, and plans their support package.
 * The same input gives the same plan. Throws `BAD_CONFIG` with every decision that cannot be followed.
 */
export function decidePackage(
  snapshots: readonly Snapshot[],
  decisions: Decisions,
  { packageName }: { readonly packageName: string },
): PackagePlan {
  const [first] = snapshots;
  if (first === undefined) throw new SyftError('BAD_CONFIG', 'cannot decide on package: no library was crawled');
  throwProblems(libraryProblems(decisions.libraries, snapshots));
  const byName = decisionsByName(decisions.libraries);
  const types = new KnownTypes(snapshots, byName);
  const decided = foldSameTypes(snapshots, byName).map((snapshot) => decideLibrary(snapshot, byName.get(snapshot.library.name), types));
  throwProblems([
    ...decisions.libraries.flatMap((library) => acceptProblems(library, types)),
    ...decided.flatMap(({ problems }) => problems),
  ]);
  const { redback: version, oracle, cage: node } = first.observer;
  const manifest = parseManifest({
    manifest: 1,
    contract: CONTRACT,
    crawler: { version, oracle, node },
    libraries: decided.map((one) => one.manifest),
  });
  const { tests } = decisions;
  return { packageName, manifest, libraries: decided.map(({ plan }) => plan), ...(tests !== undefined && { tests }) };
}

function throwProblems(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const lines = problems.map((problem) => `  ${problem}`).join('\n');
  throw new SyftError('BAD_CONFIG', `cannot follow decisions: ${problems.length} problem(s)\n${lines}`);
}
