/**
 * Milliseconds of processor time that this process spends on a task. Others on the machine do not lengthen it, as they do the
 * time on the wall; what a task waits for is not in it. Counts are of the whole process: nothing else may go on in it.
 */
export async function worked(task: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await task();
  return sinceThen(start);
}

/** The same for a task that does not wait. */
export function workedAtOnce(task: () => unknown): number {
  const start = process.cpuUsage();
  task();
  return sinceThen(start);
}

/** Never nothing: a task of less than a microsecond counts as half of one. */
function sinceThen(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return Math.max(0.5, user + system) / 1_000;
}
