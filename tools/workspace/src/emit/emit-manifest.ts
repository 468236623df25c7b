// From a person's draft to a manifest in the final form, with the evidence that today's library gives for it.
import {
  CONTRACT,
  formatType,
  type Manifest,
  type ManifestLibrary,
  type ManifestMember,
  type ManifestSignature,
  parseManifest,
  parseSignature,
} from '@syft-libs/ast';
import { KeptAliases } from '../../../redback/src/emit/kept-aliases.ts';
import type { DraftLibrary, DraftMember } from './draft.ts';
import { probeLibrary } from './probe-library.ts';

/** Where a manifest comes from that no crawler made; `engines` is what the package says, so that any of them emits the same bytes. */
export interface Origin {
  readonly engines: string;
}

/** The manifest of some drafts. Throws when the library differs from its draft, and `BAD_MANIFEST` with every problem of the result. */
export async function emitManifest(drafts: readonly DraftLibrary[], { engines }: Origin): Promise<Manifest> {
  const libraries: ManifestLibrary[] = [];
  for (const draft of drafts) libraries.push(await probeLibrary(draftedLibrary(draft), draft));
  return parseManifest({ manifest: 1, contract: CONTRACT, crawler: { version: '0', oracle: 'draft', node: engines }, libraries });
}

function draftedLibrary({ name, version, root, aliases, types, members }: DraftLibrary): ManifestLibrary {
  const kept = new KeptAliases(aliases);
  const drafted = members.map((member) => draftedMember(member, kept));
  return { name, version, root, aliases, types, members: drafted.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

function draftedMember(member: DraftMember, aliases: KeptAliases): ManifestMember {
  return {
    path: member.path,
    kind: member.kind,
    aliasOf: member.aliasOf ?? null,
    ownName: member.ownName ?? null,
    remoteName: member.remoteName ?? member.path.slice(member.path.lastIndexOf('.') + 1),
    signatures: member.signatures.map((text) => draftedSignature(text, aliases)),
    effects: {
      mutates: (member.mutates ?? []).map((target) => target.replace('list:', 'arg:')),
      random: member.random ?? false,
      io: member.io ?? 'none',
      evals: member.evals ?? false,
      moduleState: member.moduleState ?? false,
      rows: member.rows ?? 'mix',
      shapeDependsOnData: member.shapeDependsOnData ?? false,
    },
    disclosure: member.disclosure ?? 'assign',
    verdict: member.verdict,
    rule: 'decision',
    reason: member.reason,
    doc: member.doc ?? '',
    evidence: { runtime: false, declared: null, jsdoc: null, probe: null, conflict: false },
  };
}

function draftedSignature(text: string, aliases: KeptAliases): ManifestSignature {
  const { params, returns, async } = parseSignature(text, aliases.table);
  return {
    params: params.map(({ name, type, optional, rest, public: isPublic }) => ({
      name,
      type: aliases.restore(formatType(type)),
      optional,
      rest,
      public: isPublic,
    })),
    returns: aliases.restore(formatType(returns)),
    async,
  };
}
