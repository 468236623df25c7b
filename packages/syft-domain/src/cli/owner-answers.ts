import type { DatasetInfo } from '@syft-libs/ast';
import type { Grant } from '../grants/grants.ts';
import type { Person } from '../identity/people.ts';
import type { RequestReview, RequestSummary } from '../request/review-request.ts';
import type { AddedDataset } from '../server/add-dataset-file.ts';
import type { OutcomePreview } from '../server/preview-outcome.ts';
import type { AuditEntry, AuditVerdict } from '../store/store.ts';

/** What the domain answers to each of the owner's calls. */
export interface OwnerAnswers {
  readonly datasets: readonly DatasetInfo[];
  readonly 'owner.addDataset': AddedDataset;
  readonly 'owner.people': readonly Person[];
  readonly 'owner.invite': { readonly person: Person; readonly invitation: string };
  readonly 'owner.removePerson': Person;
  readonly 'owner.grant': Grant;
  readonly 'owner.grants': readonly Grant[];
  readonly 'owner.revoke': readonly Grant[];
  readonly 'owner.requests': readonly RequestSummary[];
  readonly 'owner.request': RequestReview & { readonly object: string };
  readonly 'owner.preview': OutcomePreview;
  readonly 'owner.decisionRecord': { readonly record: string };
  readonly 'owner.decide': unknown;
  readonly 'owner.audit': readonly AuditEntry[];
  readonly 'owner.verifyAudit': AuditVerdict;
  readonly 'owner.allowlist': readonly { readonly path: string; readonly kind: string; readonly signatures: string }[];
}
