import type { CageSession } from '../runtime/cage-session.ts';
import { type ProbeContext, type ProbedMember, probeMember } from './probe-member.ts';
import type { ProbeTarget } from './probe-target.ts';
import type { RecipeBook } from './recipe-book.ts';
import type { TypeNames } from './type-fit.ts';

export interface RoundContext {
  readonly open: () => CageSession;
  readonly book: RecipeBook;
  readonly names: TypeNames;
  readonly questions: ProbeContext['questions'];
  readonly tick: (count: number) => void;
}

const LANES = 2;
/** Members that share a process. Which ones do is settled by their order alone, so that no timing decides what they see. */
const CHUNK = 16;
/** A large library takes long to load: its members share fewer processes. */
const MOST_CHUNKS = 16;
/** Members after which all that the library exports is looked at. */
const GROUP = 8;

/** Probes members side by side; each sees the same recipes and, of other members, only those of its chunk. */
export async function probeRound(targets: readonly ProbeTarget[], context: RoundContext): Promise<ReadonlyMap<string, ProbedMember>> {
  const size = Math.max(CHUNK, Math.ceil(targets.length / MOST_CHUNKS));
  const chunks = Array.from({ length: Math.ceil(targets.length / size) }, (_, index) => targets.slice(index * size, (index + 1) * size));
  const probed = new Map<string, ProbedMember>();
  let next = 0;
  const lane = async () => {
    for (let chunk = chunks[next++]; chunk !== undefined; chunk = chunks[next++]) {
      for (const [path, member] of await probeChunk(chunk, context)) probed.set(path, member);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return new Map([...probed].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function probeChunk(
  targets: readonly ProbeTarget[],
  { open, book, names, questions, tick }: RoundContext,
): Promise<ReadonlyMap<string, ProbedMember>> {
  const session = open();
  const probed = new Map<string, ProbedMember>();
  try {
    for (let index = 0; index < targets.length; index += GROUP) {
      const group = targets.slice(index, index + GROUP);
      for (const [path, member] of await probeGroup(group, { session, book, names, questions })) probed.set(path, member);
      tick(group.length);
    }
  } finally {
    await session.close();
  }
  return probed;
}

/**
 * Probes members one after another. Where something has changed that is near none of those that were called, each is probed
 * alone, and that one which did it once more with a look at everything after each call.
 */
async function probeGroup(targets: readonly ProbeTarget[], context: ProbeContext): Promise<ReadonlyMap<string, ProbedMember>> {
  const { session } = context;
  const probed = new Map<string, ProbedMember>();
  for (const target of targets) {
    const member = await probeMember(target, context);
    probed.set(target.member.path, member);
    // Code that a member made is there for the next one: that one would seem to make none.
    if (member.generated) await session.renew();
  }
  if (!(await session.hasModuleChanged())) return probed;
  if (targets.length > 1) {
    for (const target of targets) for (const [path, member] of await probeGroup([target], context)) probed.set(path, member);
    return probed;
  }
  session.lookClosely(true);
  for (const target of targets) probed.set(target.member.path, await probeMember(target, context));
  session.lookClosely(false);
  return probed;
}
