import { CALL_ROLES, type CallName, SyftError, toHex } from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import { grantColumns } from '../grants/grant-columns.ts';
import { removePerson } from '../identity/remove-person.ts';
import { reviewRequest, summarizeRequest } from '../request/review-request.ts';
import { textOf } from '../session/scientist-calls.ts';
import { addDatasetFile } from './add-dataset-file.ts';
import { previewOutcome } from './preview-outcome.ts';

/** A call from the owner: JSON arguments, and for a decision the signed record. */
export interface OwnerCall {
  readonly args: Readonly<Record<string, unknown>>;
  readonly record: Uint8Array;
  readonly signature: Uint8Array;
}

type Answer = (core: DomainCore, call: OwnerCall) => unknown;

/** One answer an operation; the table is checked against the roles when the domain starts. */
const ANSWERS: Readonly<Partial<Record<CallName, Answer>>> = {
  datasets: (core) => core.datasets.describeAll(),
  'owner.addDataset': (core, { args }) => addDatasetFile(core, args),
  'owner.people': (core) => core.people.list(),
  'owner.invite': (core, { args }) =>
    core.people.invite({ name: textOf(args, 'name'), ...numberOf(args, 'until') }, { key: core.keys.domain.publicKey, name: core.name }),
  'owner.removePerson': (core, { args }) => removePerson(core, textOf(args, 'person')),
  'owner.grants': (core) => core.grants.list(),
  'owner.grant': (core, { args }) =>
    grantColumns(core, {
      to: textOf(args, 'to'),
      dataset: textOf(args, 'dataset'),
      ...(Array.isArray(args['columns']) ? { columns: args['columns'].map(String) } : {}),
      ...numberOf(args, 'until'),
      ...(typeof args['purpose'] === 'string' ? { purpose: args['purpose'] } : {}),
    }),
  'owner.revoke': (core, { args }) =>
    core.grants.revoke(
      typeof args['id'] === 'string'
        ? args['id']
        : { person: core.people.find(textOf(args, 'person')).id, dataset: textOf(args, 'dataset') },
    ),
  'owner.requests': (core) => core.requests.list().map((request) => summarizeRequest(core, request)),
  'owner.request': async (core, { args }) => ({
    ...(await reviewRequest(core, textOf(args, 'id'))),
    object: core.requests.get(textOf(args, 'id')).object,
  }),
  'owner.preview': async (core, { args }) => previewOutcome(await core.requests.preview(textOf(args, 'id')), core),
  'owner.decisionRecord': async (core, { args }) => ({
    record: toHex(
      await core.requests.decisionRecord(textOf(args, 'id'), args['approve'] === true, {
        ...numberOf(args, 'expires'),
        ...numberOf(args, 'uses'),
      }),
    ),
  }),
  'owner.decide': (core, { args, record, signature }) => core.requests.record(textOf(args, 'id'), record, signature),
  'owner.audit': (core, { args }) =>
    core.store.audit(numberOf(args, 'after').after ?? 0, Math.min(1_000, numberOf(args, 'limit').limit ?? 1_000)),
  'owner.verifyAudit': (core) => core.store.verifyAudit(),
  'owner.allowlist': (core) => core.allowlist.entries.map(({ path, kind, text }) => ({ path, kind, signatures: text })),
};

/** Answers the owner. Throws `NOT_PERMITTED` for an operation that is not theirs, or is none. */
export function answerOwner(core: DomainCore, op: string, call: OwnerCall): unknown {
  const roles: readonly string[] = Object.hasOwn(CALL_ROLES, op) ? CALL_ROLES[op as CallName] : [];
  const answer = roles.includes('owner') ? ANSWERS[op as CallName] : undefined;
  if (answer === undefined) throw new SyftError('NOT_PERMITTED', 'cannot answer call: it is not for your role');
  return answer(core, call);
}

function numberOf<Name extends string>(args: OwnerCall['args'], name: Name): { readonly [Key in Name]?: number } {
  const value = Object.hasOwn(args, name) ? args[name] : undefined;
  if (value === undefined || value === null) return {};
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new SyftError('BAD_ARGUMENT', `cannot read call: ${name} is no number`);
  return { [name]: value } as { readonly [Key in Name]?: number };
}
