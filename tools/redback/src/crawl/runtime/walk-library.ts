import { isRecord, SyftError } from '@syft-libs/ast';
import type { Cage, CageAnswer } from '../cage/cage.ts';
import { endText, type LibraryCageOptions, openLibraryCage } from './library-cage.ts';
import { readSource } from './read-source.ts';
import type { RuntimeEntryPoint, RuntimeMember, RuntimeType, RuntimeWalk, ToldEntryPoint, ToldMember } from './runtime-walk.ts';

export interface WalkOptions extends LibraryCageOptions {
  /** `.` first, then the others by name. */
  readonly subpaths: readonly string[];
  /** Milliseconds for one entry point. */
  readonly deadline?: number;
}

const LOAD_DEADLINE = 20_000;
/** As many as an answer has room for, though each comes with its text. */
const MEMBERS_AT_ONCE = 100;
/** Changes that are named. */
const MOST_NAMED = 3;

/**
 * Loads every entry point of a library in a cage and walks what it exports. One that throws, hangs, exits or floods costs
 * itself alone: the others are loaded again in a fresh cage, in the same order, so that aliases hold across all of them.
 */
export async function walkLibrary(options: WalkOptions): Promise<RuntimeWalk> {
  const problems = new Map<string, string>();
  for (;;) {
    const cage = await openLibraryCage(options);
    try {
      const walk = await walkOnce(cage, options, problems);
      if (walk !== undefined) return walk;
    } finally {
      await cage.close();
    }
  }
}

/** One attempt in one cage; `undefined` after an entry point has ended it, which is then among the problems. */
async function walkOnce(cage: Cage, options: WalkOptions, problems: Map<string, string>): Promise<RuntimeWalk | undefined> {
  const entryPoints: RuntimeEntryPoint[] = [];
  for (const subpath of options.subpaths) {
    const problem = problems.get(subpath);
    if (problem !== undefined) {
      entryPoints.push({ subpath, loads: 'none', problem });
      continue;
    }
    const answer = await cage.ask('load', subpath, options.deadline ?? LOAD_DEADLINE);
    if (answer.kind !== 'answered') {
      problems.set(subpath, problemOf(answer));
      return undefined;
    }
    const strays = answer.strays.length === 0 ? null : `leaves ${answer.strays[0]} uncaught`;
    const { patches, ...entry } = answer.value as ToldEntryPoint;
    if (patches.length > 0) {
      // Nothing that it does can be told from what it has made of the language, here or on a domain.
      problems.set(subpath, `changes ${patches.slice(0, MOST_NAMED).join(', ')} for all code`);
      return undefined;
    }
    entryPoints.push({ ...entry, problem: entry.problem ?? strays });
  }
  const seen = await readWalk(cage);
  if (seen !== undefined) return { entryPoints, ...seen };
  // What ended it came late, from a timer maybe: the last that was loaded is the first suspect.
  const suspect = entryPoints.findLast(({ subpath }) => !problems.has(subpath));
  if (suspect === undefined) throw new SyftError('INTERNAL', 'cannot walk library: the cage ended without a library in it');
  problems.set(suspect.subpath, cage.end === undefined ? 'does not end' : endText(cage.end));
  return undefined;
}

async function readWalk(cage: Cage): Promise<Omit<RuntimeWalk, 'entryPoints'> | undefined> {
  const members: RuntimeMember[] = [];
  for (;;) {
    const answer = await cage.ask('members', { from: members.length, count: MEMBERS_AT_ONCE }, LOAD_DEADLINE);
    if (answer.kind !== 'answered' || !isListOfRecords(answer.value)) return undefined;
    members.push(...(answer.value as unknown as readonly ToldMember[]).map(readSource));
    if (answer.value.length < MEMBERS_AT_ONCE) break;
  }
  const types = await cage.ask('types', null, LOAD_DEADLINE);
  if (types.kind !== 'answered' || !isListOfRecords(types.value)) return undefined;
  const byPath = (a: RuntimeMember, b: RuntimeMember) => compare(a.path, b.path) || Number(a.isStatic) - Number(b.isStatic);
  return {
    members: members.sort(byPath),
    types: [...(types.value as unknown as readonly RuntimeType[])].sort((a, b) => compare(a.id, b.id)),
  };
}

function isListOfRecords(value: unknown): value is readonly Record<string, unknown>[] {
  return Array.isArray(value) && value.every(isRecord);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function problemOf(answer: CageAnswer): string {
  return answer.kind === 'ended' ? endText(answer.end) : answer.kind === 'failed' ? `throws ${answer.error}` : '';
}
