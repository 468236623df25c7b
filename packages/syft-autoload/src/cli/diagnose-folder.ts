import { Discovery } from '../find/discovery.ts';
import { nearestPackage } from '../find/locate-package.ts';
import { loadDeadline } from '../load/import-support.ts';
import type { AutoloadReport } from '../load/report.ts';
import { SupportQueue } from '../load/support-queue.ts';
import { hooksProblem } from '../load/watch-loads.ts';

/** Loads every support package that the application around a folder has, as if it loaded all their libraries. */
export async function diagnoseFolder(folder: string): Promise<AutoloadReport> {
  const problem = hooksProblem(process.versions.node);
  const notes = problem === undefined ? [] : [problem];
  const application = nearestPackage(folder);
  if (application === undefined) notes.push('there is no package.json in this folder, or above it: go to the folder of your application');
  const discovery = new Discovery();
  const queue = new SupportQueue(discovery, loadDeadline());
  if (application !== undefined) {
    discovery.look(application);
    queue.fillWithAll(application.dir);
    await queue.drain();
  }
  return { active: problem === undefined, supports: queue.report(), notes: [...notes, ...discovery.notes] };
}
