import { RECEIVER_SMELL } from '../../surface/smells.ts';
import { writesOuterState, writesReceiver } from './outer-state.ts';
import type { RuntimeMember, ToldMember } from './runtime-walk.ts';

/** A member without its text, and with what reading that text as a program shows. */
export function readSource({ source, ...member }: ToldMember): RuntimeMember {
  const found = [
    ...(writesOuterState(source) ? ['outer state'] : []),
    ...(member.kind === 'method' && writesReceiver(source) ? [RECEIVER_SMELL] : []),
  ];
  if (found.length === 0) return member;
  return { ...member, runtime: { ...member.runtime, smells: [...member.runtime.smells, ...found] } };
}
