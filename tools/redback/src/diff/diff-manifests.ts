import { type Manifest, type ManifestLibrary, type ManifestMember, signatureOf } from '@syft-libs/ast';
import { type Change, diffOf, type LibraryDiff } from './change.ts';
import { type DiffOptions, diffViews } from './diff-views.ts';
import type { LibraryView, MemberView, Trait } from './member-view.ts';

/**
 * What changes for those who use a support package when one manifest takes the place of another, with the bump that follows
 * for the package. Throws `BAD_MANIFEST` on types that cannot be read.
 */
export function diffManifests(before: Manifest, after: Manifest, options: DiffOptions = {}): LibraryDiff {
  const { libraries, changes } = diffViews(before.libraries.map(viewOf), after.libraries.map(viewOf), options);
  if (before.contract === after.contract) return diffOf(libraries, changes);
  const reason = `is made for contract ${after.contract}, no longer ${before.contract}`;
  const contract: Change = { path: 'the package', kind: 'library', bump: 'major', reason };
  return diffOf(libraries, [contract, ...changes]);
}

function viewOf({ name, root, version, aliases, types, members }: ManifestLibrary): LibraryView {
  return {
    name,
    root,
    version,
    notes: {},
    types: types.map(({ id, codec, accepts, extends: bases, detect, ownOnInstance }) => ({
      id,
      travels: codec,
      accepts,
      extends: bases,
      notes: { detection: detect, 'instance members': ownOnInstance.join(', ') },
    })),
    members: members.map((member) => memberView(member, aliases)),
  };
}

function memberView(member: ManifestMember, aliases: ManifestLibrary['aliases']): MemberView {
  const { path, kind, verdict, reason, remoteName, signatures, doc, aliasOf, ownName, evidence } = member;
  return {
    path,
    kind,
    verdict,
    reason,
    remoteName,
    signatures: signatures.map((signature) => signatureOf(signature, aliases)),
    traits: traitsOf(member),
    notes: { documentation: doc, reason, evidence: JSON.stringify([aliasOf, ownName, evidence]) },
  };
}

function traitsOf({ effects, disclosure, signatures }: ManifestMember): readonly Trait[] {
  const { mutates, random, io, evals, moduleState, rows, shapeDependsOnData } = effects;
  // What changes an operand runs on a private copy; that copy is the result only where the call gives nothing back.
  const isResult = signatures.some(({ returns }) => returns === 'undefined');
  const traits: readonly (Trait | null)[] = [
    mutates.length > 0
      ? { name: 'changes a private copy of an operand', value: mutates.join(', '), weight: isResult ? 'result' : 'inside' }
      : null,
    random ? { name: 'draws random numbers', value: 'yes', weight: 'result' } : null,
    io === 'none' ? null : { name: 'reaches outside', value: io, weight: 'result' },
    evals ? { name: 'makes code from text', value: 'yes', weight: 'inside' } : null,
    moduleState ? { name: 'keeps state between calls', value: 'yes', weight: 'result' } : null,
    { name: 'moves rows otherwise', value: rows, weight: 'rule' },
    { name: 'discloses otherwise', value: disclosure, weight: 'rule' },
    shapeDependsOnData ? { name: 'gives a shape that depends on private values', value: 'yes', weight: 'rule' } : null,
  ];
  return traits.filter((trait) => trait !== null);
}
