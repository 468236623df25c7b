import { SyftError } from '../errors.ts';
import type { Manifest, ManifestLibrary, ManifestMember } from '../manifest/manifest.ts';
import { allowedMembers, signatureOf, signaturesText } from '../manifest/parse-manifest.ts';
import { type Bound, boundOfText, renderedLength, SCALAR_BOUND } from '../support/bounds.ts';
import { CONTRACT } from '../support/contract.ts';
import type { CostFunction, LoadedLibrary, SupportPackage } from '../support/define-support.ts';
import { formatType } from '../type/type-ref.ts';
import { TypeTable } from '../type/type-table.ts';
import { Allowlist } from './allowlist.ts';
import { assertGuardedPaths, assertSurface } from './assert-surface.ts';
import { ownerOf } from './bind-context.ts';
import { bindEntry } from './bind-entry.ts';
import type { AllowlistEntry } from './node.ts';

/** A support package with its manifest read and, where calls are to run, its libraries loaded. */
export interface AllowlistSource {
  readonly support: SupportPackage;
  readonly manifest: Manifest;
  readonly loaded?: readonly LoadedLibrary[];
}

/**
 * Builds the allowlist of some support packages. `denied` paths are left out, the owner's own refusals, and
 * with each of them every other name of the same member. Throws
 * `BAD_MANIFEST` when a package was made for another contract, two packages share a root, the surface and the manifest
 * differ, or the loaded library lacks an allowed entry.
 */
export function buildAllowlist(sources: readonly AllowlistSource[], denied: ReadonlySet<string> = new Set()): Allowlist {
  const entries: AllowlistEntry[] = [];
  const types = new TypeTable();
  const roots = new Set<string>();
  for (const { support, manifest, loaded } of sources) {
    if (support.contract !== CONTRACT || manifest.contract !== CONTRACT) {
      throw new SyftError('BAD_MANIFEST', `cannot use ${support.name}: made for contract ${manifest.contract}, this core has ${CONTRACT}`);
    }
    assertGuardedPaths(support, manifest.libraries);
    for (const library of manifest.libraries) {
      if (roots.has(library.root)) throw new SyftError('BAD_MANIFEST', `cannot use ${support.name}: root ${library.root} is taken`);
      roots.add(library.root);
      assertSurface(support, library);
      types.add(library.types);
      const instance = loaded?.find(({ root }) => root === library.root);
      const deniedHere = withAliases(library, denied);
      for (const member of allowedMembers(library)) {
        if (deniedHere.has(member.path)) continue;
        entries.push(buildEntry(member, { library, instance, support, types, denied: deniedHere, index: entries.length }));
      }
    }
  }
  return new Allowlist(entries, types);
}

/** Denied paths and all their aliases: an owner who refuses a function means it by every name. */
function withAliases({ members }: ManifestLibrary, denied: ReadonlySet<string>): ReadonlySet<string> {
  const targets = new Set(members.filter(({ path }) => denied.has(path)).map(({ path, aliasOf }) => aliasOf ?? path));
  return new Set(members.filter(({ path, aliasOf }) => targets.has(aliasOf ?? path)).map(({ path }) => path));
}

interface EntryContext {
  readonly library: ManifestLibrary;
  readonly instance: LoadedLibrary | undefined;
  readonly support: SupportPackage;
  readonly types: TypeTable;
  readonly denied: ReadonlySet<string>;
  readonly index: number;
}

function buildEntry(member: ManifestMember, context: EntryContext): AllowlistEntry {
  const { library, instance, support, types, denied, index } = context;
  const typeId = library.types.find((type) => type.id === ownerOf(member.path))?.id;
  const isInstance = member.kind === 'method' || (member.kind === 'property' && typeId !== undefined);
  const signatures = member.signatures.map((signature) => signatureOf(signature, library.aliases));
  return Object.freeze({
    index,
    path: member.path,
    kind: member.kind,
    root: library.root,
    signatures,
    text: signaturesText(member),
    receiver: isInstance ? typeId : undefined,
    receiverType: isInstance && typeId !== undefined ? types.receiverOf(typeId) : undefined,
    effects: member.effects,
    disclosure: member.disclosure,
    mutates: mutatedOperands(member, isInstance),
    guard: support.guards[member.path],
    cost: support.costs[member.path] ?? defaultCost(signatures.map(({ returns }) => formatType(returns))),
    call: instance && bindEntry(member, { library, loaded: instance, types, denied, guards: support.guards }),
  });
}

function mutatedOperands(member: ManifestMember, isInstance: boolean): readonly number[] {
  return member.effects.mutates.map((target) => (target === 'self' ? 0 : Number(target.slice(4)) + (isInstance ? 1 : 0)));
}

const SCALAR_TYPES = /^(number|boolean|bigint|null|undefined|Date)( \| (number|boolean|bigint|null|undefined|Date))*$/;
const HOLDS_TEXT = /\bstring\b/;
const IS_TEXT = /^string$/;

const CHARACTER_BYTES = 2;

/** Without a cost function: scalars cost their operands, text is as long as all operands written out, all else as large as all together. */
function defaultCost(returns: readonly string[]): CostFunction {
  const isScalar = returns.every((type) => SCALAR_TYPES.test(type));
  const holdsText = returns.some((type) => HOLDS_TEXT.test(type));
  const isText = returns.every((type) => IS_TEXT.test(type));
  return (operands) => {
    const sum = (size: (bound: Bound) => number): number =>
      Math.max(
        1,
        operands.reduce((total, { bound }) => total + size(bound), 0),
      );
    const elements = sum((bound) => bound.elements);
    if (!holdsText) return { result: isScalar ? SCALAR_BOUND : { elements }, operations: elements };
    const length = sum(renderedLength);
    return { result: boundOfText(length), operations: length, ...(isText ? { elementBytes: CHARACTER_BYTES } : {}) };
  };
}
