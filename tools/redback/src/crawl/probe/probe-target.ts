import { type Param, parseSignature, type Signature } from '@syft-libs/ast';
import type { SeenMember } from '../../surface/snapshot.ts';
import { RECEIVER, takesReceiver } from '../tables/receiver.ts';

/** A declared way to call a member. `index` is its place among `DeclaredFacts.signatures`; `null` for a guessed reading of one. */
export interface TargetSignature {
  readonly index: number | null;
  readonly signature: Signature;
}

/** A member that is probed, and how. */
export interface ProbeTarget {
  readonly member: SeenMember;
  /** Where the cage finds it. */
  readonly path: string;
  readonly mode: 'call' | 'construct' | 'get' | 'apply';
  /** The type whose instances it is called on. */
  readonly owner: string | null;
  readonly signatures: readonly TargetSignature[];
  /** Names of parameters as the source has them, `?` after those with a default, `...` before a rest. */
  readonly names: readonly string[] | null;
  /** Arguments beyond those that it names may count. */
  readonly takesMore: boolean;
}

/** Whether a member is called or read at all: it is there, meant for others, no abstract class, and nothing else is the same object. */
export function isProbed({ kind, runtime, aliasOf, isPrivate, declared }: SeenMember): boolean {
  if (runtime === null || aliasOf !== null || isPrivate) return false;
  if (kind === 'class' && declared?.source === 'declaration' && declared.signatures.length === 0) return false;
  // A plain constant is told by its value already.
  return kind === 'constant'
    ? runtime.typeof === 'object' && runtime.constant === null && runtime.access === 'value'
    : kind !== 'namespace';
}

/** How a member is probed. `typeIds` are the types that are known to have instances of their own. */
export function targetOf(member: SeenMember, typeIds: ReadonlySet<string>, names: readonly string[] | null): ProbeTarget {
  const dot = member.path.lastIndexOf('.');
  const parent = member.path.slice(0, dot);
  const path = member.ownName === null ? member.path : `${parent}.${member.ownName}`;
  const isOfInstances = !member.isStatic && (member.kind === 'method' || member.kind === 'property') && typeIds.has(parent);
  return {
    member,
    path,
    mode: modeOf(member),
    owner: isOfInstances ? parent : null,
    signatures: isRead(member) ? [] : declaredSignatures(member),
    names: names !== null && takesReceiver(member) ? [RECEIVER, ...names] : names,
    takesMore: member.runtime?.smells.includes('arguments') ?? false,
  };
}

function isRead({ kind }: SeenMember): boolean {
  return kind === 'property' || kind === 'constant';
}

function modeOf(member: SeenMember): ProbeTarget['mode'] {
  if (isRead(member)) return 'get';
  if (member.kind === 'class' || member.kind === 'constructor') return 'construct';
  return takesReceiver(member) ? 'apply' : 'call';
}

function declaredSignatures({ declared }: SeenMember): readonly TargetSignature[] {
  if (declared === null) return [];
  const read = (text: string, index: number | null): TargetSignature => ({ index, signature: parseSignature(text) });
  return [...declared.signatures.map((text, index) => read(text, index)), ...declared.instances.map((text) => read(text, null))];
}

/** Whether nothing is declared of what it takes, or of some of it. */
export function isVague({ signatures }: ProbeTarget): boolean {
  const isOpen = ({ type, rest }: Param) => type.kind === 'unknown' || (rest && type.kind === 'list' && type.of.kind === 'unknown');
  return signatures.length === 0 || signatures.some(({ signature }) => signature.params.some(isOpen));
}

/** Whether nobody says what it takes: neither a declaration nor a comment. What a compiler works out from code is no word. */
export function isUntold({ member }: ProbeTarget): boolean {
  return member.declared === null || member.declared.source === 'inferred';
}
