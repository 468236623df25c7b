import { isSyftError, type RequestState } from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import type { Provenance } from '../provenance/render-steps.ts';
import { type StoredRequest, stateOf } from './release-request.ts';

/** A request as its owner reads it before deciding. */
export interface RequestReview {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly reason: string;
  readonly created: number;
  readonly state: RequestState;
  readonly type: string;
  /** How many elements would leave, and in how many bytes. */
  readonly elements: number;
  readonly bytes: number;
  /** SHA-256 over a random salt and the bytes: what is approved is this and nothing else. */
  readonly binding: string;
  /** Why the computation failed, if it did: approving then releases the code, not these words. */
  readonly failure: { readonly code: string; readonly detail: string } | null;
  readonly provenance: Provenance | null;
  /** Why there is no provenance; `null` when there is. */
  readonly provenanceMissing: string | null;
  readonly expires: number | null;
  readonly uses: number | null;
  readonly usesTaken: number;
}

/** One line of the list of requests. */
export type RequestSummary = Pick<RequestReview, 'id' | 'person' | 'reason' | 'created' | 'state' | 'type'>;

export function summarizeRequest(core: DomainCore, request: StoredRequest): RequestSummary {
  const { id, reason, created, type, person } = request;
  const name = core.people.list().find((one) => one.id === person)?.name ?? '(removed)';
  return { id, person: { id: person, name }, reason, created, type, state: stateOf(request, core.environment.now()) };
}

/**
 * Prepares a request if need be, and gathers all that an owner should know. One that cannot be prepared has no binding: it
 * can be denied, and not approved. Throws `NOT_FOUND`.
 */
export async function reviewRequest(core: DomainCore, id: string): Promise<RequestReview> {
  core.requests.get(id);
  const unprepared = await core.requests.prepare(id).then(
    () => null,
    (error: unknown) => {
      core.log('cannot prepare request', { id, error });
      return { code: isSyftError(error) ? error.code : 'INTERNAL', detail: 'the value cannot be prepared now; see the log' };
    },
  );
  const request = core.requests.get(id);
  const { prepared, decision } = request;
  return {
    ...summarizeRequest(core, request),
    elements: prepared?.elements ?? 0,
    bytes: prepared?.bytes ?? 0,
    binding: prepared?.binding ?? '',
    failure: prepared === null ? unprepared : prepared.failure,
    provenance: prepared?.provenance ?? null,
    provenanceMissing: prepared === null ? 'it was not prepared' : prepared.provenanceMissing,
    expires: decision?.expires ?? null,
    uses: decision?.uses ?? null,
    usesTaken: request.usesTaken,
  };
}
