/**
 * The operations of `Call` messages, which are rare and small: their arguments and answers are JSON. One table says who
 * may send each; a name that is not in it does not exist.
 */
export type Role = 'scientist' | 'owner';

export const CALL_ROLES = {
  datasets: ['scientist', 'owner'],
  describe: ['scientist', 'owner'],
  request: ['scientist'],
  requests: ['scientist'],
  cancel: ['scientist'],
  status: ['scientist'],
  'owner.addDataset': ['owner'],
  'owner.people': ['owner'],
  'owner.invite': ['owner'],
  'owner.removePerson': ['owner'],
  'owner.grant': ['owner'],
  'owner.grants': ['owner'],
  'owner.revoke': ['owner'],
  'owner.requests': ['owner'],
  'owner.request': ['owner'],
  'owner.preview': ['owner'],
  'owner.decisionRecord': ['owner'],
  'owner.decide': ['owner'],
  'owner.audit': ['owner'],
  'owner.verifyAudit': ['owner'],
  'owner.allowlist': ['owner'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type CallName = keyof typeof CALL_ROLES;

/** Who may send each kind of message. Exhaustive: the domain refuses what is not listed. */
export const MESSAGE_ROLES = {
  declare: ['scientist'],
  action: ['scientist'],
  select: ['scientist'],
  delete: ['scientist'],
  get: ['scientist'],
  put: ['scientist'],
  fetch: ['scientist'],
  call: ['scientist', 'owner'],
  stop: ['scientist', 'owner'],
  credit: ['scientist', 'owner'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type MessageName = keyof typeof MESSAGE_ROLES;

/** A column as the catalogue shows it. Everything here is public to whoever has the grant. */
export interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly unit?: string;
  readonly bounds?: readonly [number, number];
  readonly categories?: readonly string[];
  readonly mayBeMissing: boolean;
}

export interface DatasetInfo {
  readonly name: string;
  readonly description: string;
  /** The columns that you were granted. */
  readonly columns: readonly ColumnInfo[];
  /** What one row or the subject column stands for. */
  readonly subject: string;
  /** As the owner shows it: exact, rounded, or hidden (`null`). */
  readonly rows: { readonly shown: 'exact' | 'rounded' | 'hidden'; readonly count: number | null };
  readonly mockRows: number | null;
  /** When your grant ends, as milliseconds since 1970. */
  readonly until: number | null;
  readonly purpose: string;
}

/** What `describe` tells of an object: public facts alone. */
export interface ObjectInfo {
  readonly uid: string;
  readonly type: string;
  readonly readable: boolean;
  /** The path of the call, or the dataset and column, that made it. */
  readonly origin: string;
}

export const REQUEST_STATES = ['pending', 'approved', 'denied', 'cancelled', 'expired', 'used-up'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** A request as its requester sees it. It says nothing of how the computation went. */
export interface RequestInfo {
  readonly id: string;
  readonly object: string;
  readonly type: string;
  readonly reason: string;
  readonly state: RequestState;
  readonly created: number;
  readonly expires: number | null;
  readonly usesLeft: number | null;
}
