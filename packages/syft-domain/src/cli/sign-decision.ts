import { decodeStrict, fromHex, messages, type SigningKey, SyftError, sign, toHex } from '@syft-libs/ast';
import type { OwnerAnswers } from './owner-answers.ts';
import type { OwnerConnection } from './owner-connection.ts';

/** What the owner decides, in their own words. */
export interface Verdict {
  readonly approve: boolean;
  /** Milliseconds since 1970; no end unless given. */
  readonly expires?: number;
  readonly uses?: number;
}

/** A domain that is asked, and not believed. */
export interface DecisionDomain {
  readonly connection: Pick<OwnerConnection, 'call'>;
  readonly owner: SigningKey;
  readonly domainKey: Uint8Array;
}

type Review = OwnerAnswers['owner.request'];

/**
 * Asks for the record of a decision, holds it against what the owner was shown and said, and signs it here. A domain that
 * slips in another record gets no signature: `CORRUPT`.
 */
export async function signDecision({ connection, owner, domainKey }: DecisionDomain, review: Review, verdict: Verdict): Promise<void> {
  const { id } = review;
  const answer = await connection.call('owner.decisionRecord', { args: { id, ...verdict } });
  const record = fromHex(answer.record);
  const wrong = differences(decodeStrict(messages.DecisionRecord, record), { review, verdict, domain: toHex(domainKey) });
  if (wrong.length > 0) throw new SyftError('CORRUPT', `cannot sign decision: the domain offers one of another ${wrong.join(', ')}`);
  const signature = await sign(owner, 'decision', record);
  await connection.call('owner.decide', { args: { id }, record, signature });
}

interface Expected {
  readonly review: Review;
  readonly verdict: Verdict;
  readonly domain: string;
}

function differences(record: messages.DecisionRecord, { review, verdict, domain }: Expected): readonly string[] {
  const checks: Readonly<Record<string, boolean>> = {
    domain: record.domain === domain,
    request: record.request === review.id,
    object: record.object === review.object,
    requester: record.person === review.person.id,
    binding: isBound(record, review, verdict),
    decision: record.approve === verdict.approve,
    expiry: record.expires === (verdict.expires ?? 0),
    'number of uses': record.uses === (verdict.uses ?? 0),
  };
  return Object.entries(checks).flatMap(([name, holds]) => (holds ? [] : [name]));
}

/** An approval is of the very bytes that were shown. A denial may name none, and has nothing to fear when none were shown. */
function isBound({ binding }: messages.DecisionRecord, review: Review, { approve }: Verdict): boolean {
  if (!approve && (binding.byteLength === 0 || review.binding === '')) return true;
  return binding.byteLength === 32 && toHex(binding) === review.binding;
}
