import { everyPart, formatType, parseSignature, parseType, unionOf } from '@syft-libs/ast';
import type { Sample } from '../../surface/sample.ts';
import type { SeenMember, SeenType, Travel } from '../../surface/snapshot.ts';
import { inOrder, type Merged, nameIn, ownerIn } from '../merge/merged.ts';
import { otherContents } from '../probe/other-contents.ts';
import type { CageSession } from '../runtime/cage-session.ts';
import { compareMembers, type Pair } from './compare-members.ts';
import { refsIn } from './field-types.ts';
import { findMemory } from './find-memory.ts';
import type { Finding } from './find-structure.ts';
import type { TypeSample } from './type-samples.ts';

export type PairTravel = Extract<Travel, { readonly kind: 'pair' }>;

/** A method that tells all that an instance holds, and the type of what it gives. */
interface Exporter {
  readonly name: string;
  readonly type: string;
}

/** What makes an instance of that. */
interface Importer {
  readonly path: string;
  readonly how: PairTravel['how'];
}

interface PairInput {
  readonly type: SeenType;
  readonly samples: readonly TypeSample[];
  readonly merged: Merged;
  readonly session: CageSession;
}

const MOST_EXPORTERS = 8;
const MOST_IMPORTERS = 6;
const MOST_PAIRS = 6;
/** What tells all of one instance may leave out what is twice, or nothing, in another. */
const MOST_CONTENTS = 4;
const FEW = 2;
/** Of instances so many have to travel: some were made of numbers that are none. */
const USUAL = 0.75;

/**
 * For a class that keeps what it holds to itself: a method that gives it all as plain data, or as an instance that travels, and
 * something that makes an instance of that again. They hold when what is made anew answers every member as the original does,
 * for instances of several sizes.
 */
export async function findPair(input: PairInput): Promise<Finding | null> {
  const { type, samples } = input;
  if (type.exportedAs === null || type.builtin !== null || samples.length < 2 || samples.some(({ parts }) => parts.className === null))
    return null;
  // What its instances remember, no export would tell.
  const memory = await findMemory({ ...input, instances: samples.map(({ recipe }) => recipe) });
  if (memory !== null) return { travel: null, problem: `its instances remember calls: ${memory} gives something else after others` };
  for (const exporter of exportersOf(input)) {
    for (const importer of importersOf(exporter, input)) {
      if (!(await holds(exporter, importer, input))) continue;
      const className = samples[0]?.parts.className as string;
      const travel: PairTravel = {
        kind: 'pair',
        exporter: exporter.name,
        type: exporter.type,
        importer: importer.path,
        how: importer.how,
        ...(className !== nameIn(type.id) && { className }),
      };
      return { travel, needs: refsIn(parseType(exporter.type)), problem: null };
    }
  }
  return null;
}

/** Own and inherited methods that take nothing and change nothing: those that begin with `to` first, then those of nearer classes. */
function exportersOf({ type, merged }: PairInput): readonly Exporter[] {
  const owners = [type.id, ...type.extends];
  const kin = new Set([...owners, ...merged.types.filter((other) => other.extends.includes(type.id)).map(({ id }) => id)]);
  const rank = ({ path }: SeenMember) => [/^to[A-Z0-9]/.test(nameIn(path)) ? 0 : 1, owners.indexOf(ownerIn(path))] as const;
  const able = merged.members.filter((member) => owners.includes(ownerIn(member.path)) && isExporter(member));
  const sorted = able.sort((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1] || inOrder(a.path, b.path));
  const names = new Set<string>();
  return sorted
    .filter(({ path }) => !names.has(nameIn(path)) && names.add(nameIn(path)))
    .flatMap((member) => {
      const given = unionOf((member.probe?.results ?? []).map((result) => parseType(result.type)));
      const isOpen = !everyPart(given, ({ kind }) => kind !== 'unknown' && kind !== 'callback');
      const holdsKin = refsIn(given).some((id) => kin.has(id));
      // A single number or truth is what many members give, and never all there is.
      return isOpen || holdsKin || given.kind === 'prim' || given.kind === 'union'
        ? []
        : [{ name: nameIn(member.path), type: formatType(given) }];
    })
    .slice(0, MOST_EXPORTERS);
}

function isExporter({ kind, isStatic, isPrivate, ownName, probe, runtime }: SeenMember): boolean {
  if (kind !== 'method' || isStatic || isPrivate || ownName !== null || probe === null || runtime?.access !== 'value') return false;
  const isPure = probe.mutates.length === 0 && !probe.isAsync && !probe.isUnstable && !probe.changesModule && probe.crash === null;
  const isPlain = !(probe.usesRandom || probe.usesClock || probe.usesLocale || probe.generates || probe.callsBack);
  const takesNothing = probe.signatures.some((text) => parseSignature(text).params.every(({ optional }) => optional));
  return isPure && isPlain && takesNothing && probe.reached.length === 0;
}

/** The class itself, and what of the library was seen to give its instances for one argument: statics of the class first. */
function importersOf(exporter: Exporter, { type, merged }: PairInput): readonly Importer[] {
  const twin = exporter.name.replace(/^to/, 'from');
  const makes = ({ probe, isPrivate, aliasOf, kind }: SeenMember) =>
    kind === 'function' && !isPrivate && aliasOf === null && (probe?.results ?? []).some((result) => result.type === type.id);
  const rank = ({ path }: SeenMember) => (ownerIn(path) === type.id ? 0 : 2) + (nameIn(path) === twin ? 0 : 1);
  const functions = merged.members
    .filter(
      (member) =>
        makes(member) ||
        (ownerIn(member.path) === type.id && member.isStatic && member.kind !== 'property' && nameIn(member.path) === twin),
    )
    .sort((a, b) => rank(a) - rank(b) || inOrder(a.path, b.path));
  const own: Importer = { path: type.exportedAs as string, how: 'construct' };
  const called = functions.map((member): Importer => ({ path: pathOf(member), how: 'call' }));
  const hasTwin = functions.some(({ path }) => nameIn(path) === twin);
  return (hasTwin ? [...called.slice(0, 1), own, ...called.slice(1)] : [own, ...called]).slice(0, MOST_IMPORTERS);
}

function pathOf({ path, ownName }: SeenMember): string {
  return ownName === null ? path : `${ownerIn(path)}.${ownName}`;
}

/** What an instance exports, made an instance again. */
function remadeOf(recipe: Sample, { type, exporter, importer }: { type: SeenType; exporter: Exporter; importer: Importer }): Sample {
  const args: readonly Sample[] = [{ $: 'call', path: `${type.id}.${exporter.name}`, receiver: recipe, args: [] }];
  return importer.how === 'construct' ? { $: 'new', path: importer.path, args } : { $: 'call', path: importer.path, args };
}

async function holds(exporter: Exporter, importer: Importer, { type, samples, merged, session }: PairInput): Promise<boolean> {
  const pairs: Pair[] = [];
  for (const { recipe } of samples) {
    const remade = remadeOf(recipe, { type, exporter, importer });
    const parts = await session.takeApart(remade);
    if (parts !== null && parts.type !== type.id) return false;
    if (parts !== null) pairs.push({ original: recipe, remade });
  }
  // What does not let itself be made again fails when it is to travel; that has to be the exception.
  if (pairs.length < samples.length * USUAL) return false;
  // Every instance has to export again what it was made of; a few are asked for all that they can do.
  const path = `${type.id}.${exporter.name}`;
  const told = await session.callMany(
    pairs.flatMap(({ original, remade }) => [original, remade].map((receiver) => ({ path, receiver, args: [] }))),
  );
  const digests = told.map((outcome) => (outcome.kind === 'returned' ? outcome.value.digest : null));
  if (digests.some((digest, index) => digest === null || digest !== digests[index - (index % 2)])) return false;
  if (new Set(digests).size < 2) return false;
  const { answered, differs } = await compareMembers(pairs.slice(0, MOST_PAIRS), { type, merged, session });
  if (differs !== null || answered === 0) return false;
  const others = pairs.slice(0, FEW).flatMap(({ original }) => otherContents(original).slice(0, MOST_CONTENTS));
  const changed = others.map((original): Pair => ({ original, remade: remadeOf(original, { type, exporter, importer }) }));
  return (await compareMembers(changed, { type, merged, session })).differs === null;
}
