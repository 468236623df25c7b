import type { SeenType, Travel } from '../../surface/snapshot.ts';
import type { Merged } from '../merge/merged.ts';
import type { CageSession } from '../runtime/cage-session.ts';
import type { Insights } from '../runtime/insights.ts';
import { needsInstances } from './declared-fields.ts';
import { findArray } from './find-array.ts';
import { findPair } from './find-pair.ts';
import { type Finding, findStructure, type Structure } from './find-structure.ts';
import { type KnownTravel, sampleType } from './type-samples.ts';
import { widenKinds } from './widen-kinds.ts';

const MOST_ROUNDS = 2;

/**
 * Finds for each type with recipes how its instances can be taken apart and made again elsewhere, and says why where none was
 * found: as strided arrays, else as structures of their own data fields, else by what a method of theirs tells. A way holds when what is made anew answers every probed
 * member as the original does, and when all types that its fields name have a way themselves.
 */
export async function findTravel(merged: Merged, open: () => CageSession, insights: Pick<Insights, 'pairs'>): Promise<Merged> {
  const session = open();
  const findings = new Map<string, Finding>();
  try {
    const order = inOrderOfNeeds(merged);
    for (const type of order) {
      const finding = await findFor(type, { merged, session, findings });
      findings.set(type.id, finding);
      if (finding.travel?.kind !== 'pair') continue;
      // Others may hold one: it is taken along when they are rebuilt.
      insights.pairs[type.id] = finding.travel;
      await session.close();
    }
    markTwins(findings);
    // What holds one that does not travel may as well hold another: instances of the former kind are left out now.
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const stranded = refuseStranded(findings);
      for (const type of order) if (stranded.has(type.id)) findings.set(type.id, await findFor(type, { merged, session, findings }));
    }
    refuseStranded(findings);
  } finally {
    await session.close();
  }
  const types = merged.types.map((type): SeenType => {
    const finding = findings.get(type.id);
    return finding === undefined ? type : { ...type, travel: finding.travel, problem: finding.problem };
  });
  const whole = types.map((type) => (type.travel === null && type.recipes.length === 0 ? asItsKinds(type, types) : type));
  return { ...merged, types: widenKinds(whole) };
}

/** Types with recipes: first those that are made of plain values, then those that others may be needed for. */
function inOrderOfNeeds(merged: Merged): readonly SeenType[] {
  const types = merged.types.filter(({ recipes }) => recipes.length > 0);
  const needs = new Set(types.filter((type) => needsInstances(type, merged)));
  return [...types.filter((type) => !needs.has(type)), ...needs];
}

async function findFor(type: SeenType, known: KnownTravel): Promise<Finding> {
  const { merged, session } = known;
  const { samples, objection } = await sampleType(type, known);
  if (samples.length === 0) return { travel: null, problem: objection ?? 'no instance could be taken apart' };
  const array = await findArray({ type, samples, merged, session });
  if (array !== null) return { travel: array, needs: [], problem: null };
  const structure = await findStructure({ type, samples, merged, session });
  if (structure.travel !== null) return structure;
  return (await findPair({ type, samples, merged, session })) ?? structure;
}

/** Marks classes of one name and equal fields: to say whose an instance is takes the class itself. */
function markTwins(findings: Map<string, Finding>): void {
  const groups = new Map<string, string[]>();
  for (const [id, { travel }] of findings) {
    if (travel?.kind !== 'structure') continue;
    const look = `${classNameOf(id, travel)}(${travel.fields
      .filter(({ optional }) => optional !== true)
      .map(({ name }) => name)
      .join()})`;
    groups.set(look, [...(groups.get(look) ?? []), id]);
  }
  for (const id of [...groups.values()].filter((ids) => ids.length > 1).flat()) {
    const finding = findings.get(id);
    if (finding?.problem === null && finding.travel.kind === 'structure')
      findings.set(id, { ...finding, travel: { ...finding.travel, byClass: true } });
  }
}

function classNameOf(id: string, { className }: Structure): string {
  return className ?? id.slice(id.lastIndexOf('.') + 1);
}

/** What holds a value that does not travel does not travel either. Gives those that it refuses. */
function refuseStranded(findings: Map<string, Finding>): ReadonlySet<string> {
  const refused = new Set<string>();
  for (let isSteady = false; !isSteady; ) {
    isSteady = true;
    for (const [id, finding] of findings) {
      if (finding.travel === null) continue;
      const stranded = finding.needs.find((need) => (findings.get(need)?.travel ?? null) === null);
      if (stranded === undefined) continue;
      findings.set(id, { travel: null, problem: `it holds a ${stranded}, which has no way to travel` });
      refused.add(id);
      isSteady = false;
    }
  }
  return refused;
}

/** A type that only classes below it have instances of goes as they do, where those that travel are arrays of one making. */
function asItsKinds(type: SeenType, types: readonly SeenType[]): SeenType {
  const kinds = types.flatMap(({ extends: bases, travel }) => (bases.includes(type.id) && travel !== null ? [travel] : []));
  const [first] = kinds;
  if (first?.kind !== 'array' || !kinds.every((travel) => isSameMaking(travel, first))) return type;
  return { ...type, travel: first, problem: null };
}

function isSameMaking(travel: Travel, { view, factory, how, dtypes }: Extract<Travel, { readonly kind: 'array' }>): boolean {
  return (
    travel.kind === 'array' &&
    travel.view === view &&
    travel.factory === factory &&
    travel.how === how &&
    String(travel.dtypes) === String(dtypes)
  );
}
