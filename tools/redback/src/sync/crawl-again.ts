import type { Progress } from '../crawl/progress.ts';
import type { LibraryIdentity, Snapshot } from '../surface/snapshot.ts';

/** Crawls a library under the root that it has. What a crawl stands on, a compiler, is loaded only now: most checks do without. */
export async function crawlAgain(
  { name, root }: Pick<LibraryIdentity, 'name' | 'root'>,
  from: string,
  progress: Progress,
): Promise<Snapshot> {
  const { crawlLibrary } = await import('../crawl/crawl-library.ts');
  return crawlLibrary(name, { from, root, progress });
}
