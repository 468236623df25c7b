import type { LibraryDecisions } from '@syft-libs/ast';
import type { Progress } from '../crawl/progress.ts';
import type { Snapshot } from '../surface/snapshot.ts';

/** What decisions say of a library that its crawl has to know. */
export type CrawledLibrary = Pick<LibraryDecisions, 'name' | 'root' | 'module' | 'types' | 'members'>;

/** Crawls a library under the root that it has. What a crawl stands on, a compiler, is loaded only now: most checks do without. */
export async function crawlAgain(library: CrawledLibrary, from: string, progress: Progress): Promise<Snapshot> {
  const { crawlLibrary } = await import('../crawl/crawl-library.ts');
  const { name, root, module } = library;
  const own = module !== undefined && { module };
  return crawlLibrary(name, { from, root, progress, tables: tablesOf(library), decided: library, ...own });
}

/** The exported objects that are the members of a type of the grammar, by name below the root. */
export function tablesOf({ types = {} }: Pick<LibraryDecisions, 'types'>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(types).flatMap(([name, { membersOf }]) => (membersOf === undefined ? [] : [[name, membersOf]])));
}
