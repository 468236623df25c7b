import { findInstalledLibrary } from '../../src/crawl/cage/read-grants.ts';
import { resolveLibrary } from '../../src/crawl/entry-points.ts';
import { mergeLibrary } from '../../src/crawl/merge/merge-library.ts';
import type { Merged } from '../../src/crawl/merge/merged.ts';
import { measureMembers, sweepMeasured } from '../../src/crawl/probe/measure-members.ts';
import { probeLibrary } from '../../src/crawl/probe/probe-library.ts';
import { silentProgress } from '../../src/crawl/progress.ts';
import { CageSession } from '../../src/crawl/runtime/cage-session.ts';
import { noInsights } from '../../src/crawl/runtime/insights.ts';
import { walkLibrary } from '../../src/crawl/runtime/walk-library.ts';
import { crawlDeclarations } from '../../src/crawl/static/crawl-declarations.ts';
import type { ProbeFacts, SeenMember } from '../../src/surface/snapshot.ts';

/** A library that was probed, its members by their paths below the root. */
export interface ProbedLibrary {
  readonly merged: Merged;
  readonly member: (path: string) => SeenMember | undefined;
  /** Throws for a member that was not probed. */
  readonly facts: (path: string) => ProbeFacts;
}

export interface ProbeInstalledOptions {
  /** A folder from which the library is found. */
  readonly from?: string;
  /** Paths below the root of the members to probe: all unless given. */
  readonly only?: RegExp;
  /** Entry points to load: all unless given. */
  readonly subpaths?: readonly string[];
}

const HERE = new URL('../..', import.meta.url).pathname;

/** Walks, reads and probes an installed library, or some members of it. */
export async function probeInstalled(name: string, { from = HERE, only, subpaths }: ProbeInstalledOptions = {}): Promise<ProbedLibrary> {
  const resolved = resolveLibrary(name, `${from}/x`);
  const entryPoints = resolved.entryPoints.filter(({ subpath }) => subpaths === undefined || subpaths.includes(subpath));
  const library = findInstalledLibrary(name, from);
  const root = resolved.root;
  const walked = await walkLibrary({ library, root, subpaths: entryPoints.map(({ subpath }) => subpath) });
  const loaded = walked.entryPoints.filter(({ loads }) => loads !== 'none').map(({ subpath }) => subpath);
  const whole = { ...resolved, entryPoints: entryPoints.filter(({ subpath }) => loaded.includes(subpath)) };
  const all = mergeLibrary(crawlDeclarations(whole, { from }), walked);
  const some = {
    ...all,
    members: all.members.filter(({ path }) => !path.startsWith(`${root}.`) || (only?.test(path.slice(root.length + 1)) ?? true)),
  };
  const insights = noInsights();
  const open = (where?: 'elsewhere') =>
    new CageSession({ library, root, subpaths: loaded, insights, ...(where === 'elsewhere' && { elsewhere: true }) });
  const { merged: probed, observed, book } = await probeLibrary(some, { open, insights, progress: silentProgress });
  const paths = [...observed.keys()];
  const measured = await measureMembers(probed, { open, progress: silentProgress, paths, isThorough: true, observed, book });
  const merged = await sweepMeasured(measured, { open, progress: silentProgress, paths });
  const member = (path: string) => merged.members.find((one) => one.path === `${root}.${path}`);
  return {
    merged,
    member,
    facts: (path) => {
      const facts = member(path)?.probe;
      if (facts === null || facts === undefined) throw new TypeError(`${path} was not probed`);
      return facts;
    },
  };
}
