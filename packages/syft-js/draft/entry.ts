// What the draft says of one member of JavaScript. Signatures are written in the grammar of @syft-libs/ast (`parseSignature`).
import type { DraftMember } from '../../../tools/workspace/src/emit/draft.ts';
import decisions from '../support.config.ts';

export type Entry = DraftMember;

const decided = decisions.libraries[0]?.members ?? {};

/** An allowed entry: pure unless the decisions say otherwise. */
export function entry(path: string, signature: string, overrides: Partial<DraftMember> = {}): Entry {
  const { verdict = 'allow', reason = 'pure' } = decided[path.slice('js.'.length)] ?? {};
  return { path, kind: 'function', verdict, reason, signatures: [signature], ...overrides };
}
