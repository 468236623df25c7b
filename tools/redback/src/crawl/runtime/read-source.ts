import { writesOuterState } from './outer-state.ts';
import type { RuntimeMember, ToldMember } from './runtime-walk.ts';

/** A member without its text, and with what reading that text as a program shows: the smell `outer state`. */
export function readSource({ source, ...member }: ToldMember): RuntimeMember {
  if (!writesOuterState(source)) return member;
  return { ...member, runtime: { ...member.runtime, smells: [...member.runtime.smells, 'outer state'] } };
}
