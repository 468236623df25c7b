import { parseSignature } from '@syft-libs/ast';
import type { Sample } from '../../surface/sample.ts';
import type { SeenMember } from '../../surface/snapshot.ts';
import { inOrder, type Merged, nameIn, ownerIn } from '../merge/merged.ts';
import { type CageSession, type SessionOutcome, whatCame } from '../runtime/cage-session.ts';
import type { Recipe } from './recipe-book.ts';

const MOST_INSTANCES = 12;
const MOST_METHODS = 40;
const DEADLINE = 400;
/** Lists, records and plain values, without a library's own type, a function or anything that has no word. */
const SENDABLE = /^(?!.*(?:\bunknown\b|\bcallback\b|[\w$]\.[\w$])).+$/;

interface Look {
  readonly name: string;
  readonly different: number;
  readonly elements: number;
  readonly depth: number;
}

/**
 * The method through which instances of a class that shows no fields are told apart best: it takes nothing, gives plain data,
 * leaves the instance as it was, and of those that do it shows the most. `null` when none shows a difference.
 */
export async function findLens(type: string, recipes: readonly Recipe[], { merged, session }: { merged: Merged; session: CageSession }) {
  const instances = spread(
    recipes.filter((recipe) => recipe.type === type).map(({ sample }) => sample),
    MOST_INSTANCES,
  );
  const looks: Look[] = [];
  for (const member of candidates(type, merged)) {
    const path = `${type}.${nameIn(member.path)}`;
    const first = await session.callMany(
      instances.map((receiver) => ({ path, receiver, args: [] })),
      DEADLINE,
    );
    const again = await session.callMany(
      instances.map((of) => ({ path, receiver: { $: 'changed', of, path, args: [] } as const, args: [] })),
      DEADLINE,
    );
    const isSteady = first.every((outcome, index) => whatCame(outcome) === whatCame(again[index] as SessionOutcome));
    const given = first.flatMap((outcome) => (outcome.kind === 'returned' && outcome.returns === null ? [outcome.value] : []));
    if (!isSteady || given.length === 0 || given.some((value) => !SENDABLE.test(value.type) && value.elements > 0)) continue;
    looks.push({
      name: nameIn(member.path),
      different: new Set(given.map(({ digest }) => digest)).size,
      elements: given.reduce((sum, { elements }) => sum + elements, 0),
      depth: Math.max(...given.map(({ shape }) => shape?.length ?? 0)),
    });
  }
  const [best] = looks.sort((a, b) => b.different - a.different || b.elements - a.elements || b.depth - a.depth || inOrder(a.name, b.name));
  return best !== undefined && best.different > 1 ? best.name : null;
}

/** Methods without parameters, those of the class itself first, then by how near their class is. */
function candidates(type: string, { types, members }: Merged): readonly SeenMember[] {
  const owners = [type, ...(types.find(({ id }) => id === type)?.extends ?? [])];
  const rank = ({ path }: SeenMember) => owners.indexOf(ownerIn(path));
  const able = members.filter((member) => rank(member) >= 0 && takesNothing(member) && givesData(member));
  const names = new Set<string>();
  return able
    .sort((a, b) => rank(a) - rank(b) || inOrder(a.path, b.path))
    .filter(({ path }) => !names.has(nameIn(path)) && names.add(nameIn(path)))
    .slice(0, MOST_METHODS);
}

function takesNothing({ kind, isStatic, isPrivate, runtime, ownName }: SeenMember): boolean {
  return kind === 'method' && !isStatic && !isPrivate && ownName === null && runtime?.arity === 0 && runtime.access === 'value';
}

function givesData({ declared }: SeenMember): boolean {
  if (declared === null || declared.signatures.length === 0) return true;
  return declared.signatures
    .map((text) => parseSignature(text))
    .some(({ params, returns }) => params.length === 0 && returns.kind === 'list');
}

/** So many, from all over the list. */
function spread(samples: readonly Sample[], most: number): readonly Sample[] {
  const step = Math.max(1, samples.length / most);
  return Array.from({ length: Math.min(most, samples.length) }, (_, index) => samples[Math.floor(index * step)] as Sample);
}
