import type { Effects, ManifestMember, MemberDecision, Signature, TypeRef } from '@syft-libs/ast';
import type { SeenMember, SeenType } from '../surface/snapshot.ts';

/** What the manifest calls the things that the cage holds back. */
const IO: readonly (readonly [kind: Effects['io'], names: RegExp])[] = [
  ['fs', /^(node:)?(fs|file)/],
  ['net', /^(node:)?(net|http|https|http2|tls|dns|dgram|fetch|websocket|eventsource|xmlhttprequest)/i],
  ['dom', /^(dom|document|window|localstorage|indexeddb)/i],
];

interface EffectContext {
  readonly decision: MemberDecision | undefined;
  readonly smells: readonly string[];
  /** Those that are left: what a parameter did that a person has dropped cannot be done. */
  readonly signatures: readonly Signature[];
}

/** The effects of a member as seen, less what a person has cleared. */
export function effectsOf({ probe }: SeenMember, { decision, smells, signatures }: EffectContext): Effects {
  const clears = decision?.clears ?? {};
  const isFickle = probe !== null && (probe.usesClock || probe.usesLocale || probe.isUnstable);
  return {
    mutates:
      clears.mutates !== undefined
        ? []
        : (probe?.mutates ?? []).filter((target) => decision?.dropParams === undefined || canTake(target, signatures)),
    // Whatever differs from call to call is kept and never computed anew, as chance is.
    random: (probe?.usesRandom ?? false) || smells.includes('Math.random') || (isFickle && decision?.verdict === 'allow'),
    io: clears.io !== undefined ? 'none' : ioOf(probe?.reached ?? []),
    evals: clears.evals === undefined && (probe?.generates ?? false),
    moduleState: clears.moduleState === undefined && (probe?.changesModule ?? false),
    rows: decision?.rows ?? probe?.rows ?? 'mix',
    shapeDependsOnData: decision?.shapeDependsOnData ?? probe?.shapeDependsOnData ?? false,
  };
}

function canTake(target: string, signatures: readonly Signature[]): boolean {
  if (target === 'self' || signatures.length === 0) return true;
  const index = Number(target.slice('arg:'.length));
  return signatures.some(({ params }) => index < params.length || params.at(-1)?.rest === true);
}

function ioOf(reached: readonly string[]): Effects['io'] {
  const [first] = reached;
  if (first === undefined) return 'none';
  return IO.find(([, names]) => names.test(first))?.[0] ?? 'native';
}

/** Names of a strided view's fields that follow from its shape alone. */
const VIEW_FIELDS = /^(shape|stride|strides|offset|size|length|ndim|dimension|dtype|order)$/;

/**
 * `metadata` for constants, and for properties that tell the shape of what they stand on; `aggregate` for what reduces rows to a
 * value of fixed size; else `assign`.
 */
export function disclosureOf(
  { path, probe, kind }: Pick<SeenMember, 'path' | 'probe' | 'kind'>,
  { signatures, owner }: { signatures: readonly Signature[]; owner: SeenType | undefined },
): ManifestMember['disclosure'] {
  if (kind === 'constant') return 'metadata';
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (kind === 'property' && owner?.travel != null) {
    const { travel } = owner;
    const isShape =
      travel.kind === 'structure' ? travel.lengths.some(({ field }) => field === name) : travel.kind === 'array' && VIEW_FIELDS.test(name);
    if (isShape) return 'metadata';
  }
  return probe?.rows === 'reduce' && signatures.length > 0 && signatures.every(({ returns }) => isFixedSize(returns))
    ? 'aggregate'
    : 'assign';
}

function isFixedSize(type: TypeRef): boolean {
  switch (type.kind) {
    case 'prim':
      return ['null', 'undefined', 'boolean', 'number', 'bigint', 'Date'].includes(type.name);
    case 'literal':
      return true;
    case 'union':
      return type.of.every(isFixedSize);
    case 'tuple':
      return type.items.every(isFixedSize);
    case 'record':
      return type.fields.every((field) => isFixedSize(field.type));
    default:
      return false;
  }
}
