import type { SeenMember, Snapshot } from '../surface/snapshot.ts';

/**
 * A fresh snapshot with the earlier one's word on how time grows, for each member of which all else was seen alike. Times are
 * measured, and one near a border falls to either side of it: without this, two crawls of one library could differ.
 */
export function keepTimes(fresh: Snapshot, earlier: Snapshot | undefined): Snapshot {
  const known = new Map(earlier?.members.map((member) => [member.path, member]));
  return { ...fresh, members: fresh.members.map((member) => keepTime(member, known.get(member.path))) };
}

function keepTime(member: SeenMember, earlier: SeenMember | undefined): SeenMember {
  const time = earlier?.probe?.growth?.time;
  const growth = member.probe?.growth;
  if (member.probe === null || growth == null || time === undefined) return member;
  const kept: SeenMember = { ...member, probe: { ...member.probe, growth: { ...growth, time } } };
  return JSON.stringify(kept) === JSON.stringify(earlier) ? kept : member;
}
