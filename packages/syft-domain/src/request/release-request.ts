import { createHash } from 'node:crypto';
import type { ErrorCode, RequestInfo, RequestState } from '@syft-libs/ast';
import type { Provenance } from '../provenance/render-steps.ts';

/** A request as the domain keeps it. Hashes and keys are hexadecimal, times milliseconds since 1970. */
export interface StoredRequest {
  readonly id: string;
  readonly object: string;
  readonly person: string;
  readonly type: string;
  readonly reason: string;
  readonly created: number;
  readonly prepared: Prepared | null;
  readonly decision: Decision | null;
  readonly cancelled: boolean;
  readonly usesTaken: number;
}

/** The outcome that an approval would release: bound when it was computed, never computed again. */
export interface Prepared {
  readonly salt: string;
  /** SHA-256 over the salt and the outcome's bytes: what is shown, approved and sent. */
  readonly binding: string;
  readonly elements: number;
  readonly bytes: number;
  /** The code under which the computation failed, and the library's words; for the owner, until released. */
  readonly failure: { readonly code: ErrorCode; readonly detail: string } | null;
  /** How the value came to be, as it was when it was bound. */
  readonly provenance: Provenance | null;
  /** Why there is no provenance; `null` when there is. */
  readonly provenanceMissing: string | null;
}

/** The owner's signed word. */
export interface Decision {
  readonly approve: boolean;
  readonly expires: number | null;
  readonly uses: number | null;
  readonly issued: number;
  readonly record: string;
  readonly signature: string;
}

/** Binds an outcome: the value's bytes as stored, or the failure's code. */
export function bindOutcome(salt: Uint8Array, outcome: Uint8Array | ErrorCode): string {
  return createHash('sha256').update(salt).update(outcome).digest('hex');
}

export function stateOf(request: StoredRequest, now: number): RequestState {
  const { decision } = request;
  if (request.cancelled) return 'cancelled';
  if (decision === null) return 'pending';
  if (!decision.approve) return 'denied';
  if (decision.uses !== null && request.usesTaken >= decision.uses) return 'used-up';
  return decision.expires !== null && decision.expires <= now ? 'expired' : 'approved';
}

/** Whether a request was denied or cancelled: its value will never be released. */
export function isClosed({ cancelled, decision }: StoredRequest): boolean {
  return cancelled || decision?.approve === false;
}

/** What its requester may see: nothing of how the computation went. */
export function infoOf(request: StoredRequest, now: number): RequestInfo {
  const { id, object, type, reason, created, decision } = request;
  const approved = decision?.approve === true ? decision : null;
  return {
    id,
    object,
    type,
    reason,
    created,
    state: stateOf(request, now),
    expires: approved?.expires ?? null,
    usesLeft: approved === null || approved.uses === null ? null : Math.max(0, approved.uses - request.usesTaken),
  };
}
