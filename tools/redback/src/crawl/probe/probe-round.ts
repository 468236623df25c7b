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
  readonly tick: () => void;
}

const LANES = 2;
/** Members that share a process. Which ones do is settled by their order alone, so that no timing decides what they see. */
const CHUNK = 16;

/** Probes members side by side; each sees the same recipes and, of other members, only those of its chunk. */
export async function probeRound(targets: readonly ProbeTarget[], context: RoundContext): Promise<ReadonlyMap<string, ProbedMember>> {
  const chunks = Array.from({ length: Math.ceil(targets.length / CHUNK) }, (_, index) => targets.slice(index * CHUNK, (index + 1) * CHUNK));
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
  let isCodeMade = false;
  try {
    for (const target of targets) {
      // Code that a member made is there for the next one: that one would seem to make none.
      if (isCodeMade) await session.close();
      const member = await probeMember(target, { session, book, names, questions });
      isCodeMade ||= member.generated;
      probed.set(target.member.path, member);
      tick();
    }
  } finally {
    await session.close();
  }
  return probed;
}
