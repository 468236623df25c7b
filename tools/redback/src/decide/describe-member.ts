import { type Evidence, type ManifestMember, type ManifestSignature, RESERVED_POINTER_NAMES, type Signature } from '@syft-libs/ast';
import type { SeenMember } from '../surface/snapshot.ts';
import type { Candidate } from './candidate.ts';
import { disclosureOf } from './effects.ts';
import type { AliasFolder } from './fold-aliases.ts';
import type { Judgement } from './judge.ts';

const DOC_LENGTH = 140;

/** A judged member as the manifest has it; one that is not allowed keeps its whole signatures, for whoever has to decide. */
export function describeMember(
  candidate: Candidate,
  judgement: Judgement,
  { folder, taken }: { folder: AliasFolder; taken: ReadonlySet<string> },
): ManifestMember {
  const { member, kind, chosen, signatures, effects, owner, decision } = candidate;
  const shown = judgement.verdict === 'allow' ? signatures : chosen.signatures;
  return {
    path: member.path,
    kind,
    aliasOf: member.aliasOf,
    ownName: member.ownName,
    remoteName: remoteNameOf(candidate, taken),
    signatures: shown.map((signature) => describeSignature(signature, folder)),
    effects,
    disclosure: decision?.disclosure ?? disclosureOf(member, { signatures, owner }),
    verdict: judgement.verdict,
    rule: judgement.rule,
    reason: judgement.reason,
    doc: shorten(member.declared?.doc ?? ''),
    evidence: evidenceOf(member, chosen.conflict),
  };
}

/**
 * Its own name, with `_` behind it until it is neither a pointer's nor a sibling's. A static member keeps its own though an
 * instance's has it as well: the one is found on the class, the other on pointers.
 */
function remoteNameOf({ member: { path, ownName, isStatic }, kind }: Candidate, taken: ReadonlySet<string>): string {
  if (isStatic && ownName !== null && kind === 'function') return ownName;
  const dot = path.lastIndexOf('.');
  let name = path.slice(dot + 1);
  if (kind === 'function' || !RESERVED_POINTER_NAMES.has(name)) return name;
  do name += '_';
  while (taken.has(`${path.slice(0, dot)}.${name}`));
  return name;
}

function describeSignature({ params, returns, async }: Signature, folder: AliasFolder): ManifestSignature {
  return {
    params: params.map(({ name, type, optional, rest, public: isPublic }) => ({
      name,
      type: folder.format(type),
      optional,
      rest,
      public: isPublic,
    })),
    returns: folder.format(returns),
    async,
  };
}

function evidenceOf({ runtime, declared, probe }: SeenMember, conflict: boolean): Evidence {
  const text = declared === null || declared.signatures.length === 0 ? null : declared.signatures.join(' ; ');
  const isDeclared = declared?.source === 'declaration';
  return {
    runtime: runtime !== null,
    declared: isDeclared ? text : null,
    jsdoc: isDeclared ? null : text,
    probe: probe === null ? null : { ok: probe.ok, types: [...new Set(probe.results.map(({ type }) => type))].sort() },
    conflict,
  };
}

/** The first sentence on one line, cut where it runs on. */
function shorten(doc: string): string {
  const line = doc.replace(/\s+/g, ' ').trim();
  const sentence = /^.*?[.!?](?=\s+\p{Lu}|$)/u.exec(line)?.[0] ?? line;
  return sentence.length <= DOC_LENGTH ? sentence : `${sentence.slice(0, DOC_LENGTH - 1).trimEnd()}…`;
}
