// The Node versions beside the 24 of the workspace. They stand in a package of their own, because a package manager puts a `node` into
// the `.bin` of whoever depends on one, and scripts of that package would then run with it.
import { createRequire } from 'node:module';

export interface NodeProgram {
  readonly major: 22 | 24 | 26;
  /** Absolute. */
  readonly path: string;
}

/** One program of each line that we support, oldest first; the one of this process for its own line. */
export function nodePrograms(): readonly NodeProgram[] {
  const find = createRequire(import.meta.url);
  const own = Number(process.versions.node.split('.')[0]);
  return ([22, 24, 26] as const).map((major) => ({
    major,
    path: major === own ? process.execPath : find.resolve(`node-${major}-${process.platform}-${process.arch}/bin/node`),
  }));
}
