import { type ErrorCode, isSyftError, parseUid, toBytes, toHex } from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import type { StoredObject } from '../object/stored-object.ts';
import { type Provenance, renderSteps } from '../provenance/render-steps.ts';
import { computeOutcome, GONE, type Outcome, serdeOf, weighOutcome } from './outcome.ts';
import { bindOutcome, type Prepared, type StoredRequest } from './release-request.ts';

const SALT_BYTES = 32;

/** What a request would release, and the bytes of it when it is a value. */
export interface PreparedOutcome {
  readonly prepared: Prepared;
  readonly bytes: Uint8Array | undefined;
}

/** Computes and binds what a request would release. A value that cannot be explained is bound all the same, and said to be. */
export async function prepareRequest(core: DomainCore, request: StoredRequest, known: StoredObject | undefined): Promise<PreparedOutcome> {
  const { prefix, counter } = parseUid(request.object);
  const session = await core.sessions.restore(prefix);
  const object = known ?? session?.peek(counter);
  const salt = core.environment.randomBytes(SALT_BYTES);
  const computed = session === undefined || object === undefined ? GONE : await computeOutcome(session, object);
  const { outcome, elements } = weighed(core, computed);
  const origin = { salt: toHex(salt), ...(await explain(core, request, object)) };
  if (outcome.kind === 'failure') {
    const { code, detail } = outcome;
    const prepared = { ...origin, binding: bindOutcome(salt, code), elements: 0, bytes: 0, failure: { code, detail } };
    return { prepared, bytes: undefined };
  }
  const bytes = toBytes(outcome.value);
  return { prepared: { ...origin, binding: bindOutcome(salt, bytes), elements, bytes: bytes.byteLength, failure: null }, bytes };
}

/** A value whose elements cannot be counted cannot be read by its requester either: its outcome is that failure. */
function weighed(core: DomainCore, outcome: Outcome): { readonly outcome: Outcome; readonly elements: number } {
  if (outcome.kind === 'failure') return { outcome, elements: 0 };
  try {
    return { outcome, elements: weighOutcome(outcome.value, core) };
  } catch (error) {
    return { outcome: { kind: 'failure', code: codeOf(error), detail: 'the elements of the value cannot be counted' }, elements: 0 };
  }
}

async function explain(
  core: DomainCore,
  { id }: StoredRequest,
  object: StoredObject | undefined,
): Promise<{ readonly provenance: Provenance | null; readonly provenanceMissing: string | null }> {
  if (object === undefined) return { provenance: null, provenanceMissing: 'the object was deleted' };
  try {
    const provenance = await renderSteps(object, { ...serdeOf(core), blob: (name) => core.store.getBlob(name) });
    return { provenance, provenanceMissing: null };
  } catch (error) {
    core.log('cannot render steps', { id, error });
    return { provenance: null, provenanceMissing: `its steps cannot be shown (${codeOf(error)})` };
  }
}

function codeOf(error: unknown): ErrorCode {
  return isSyftError(error) ? error.code : 'INTERNAL';
}
