import type { Fault } from './fault.ts';
import type { CheckedStretch, Commit } from './record-database.ts';
import type { AuditEntry, AuditPoint, StoredValue, StoreTable } from './store.ts';

/** What the main thread may ask of the store's thread: arguments and result of each call. */
export interface StoreCalls {
  readonly get: { readonly args: { readonly table: StoreTable; readonly key: string }; readonly result: StoredValue | undefined };
  readonly scan: {
    readonly args: { readonly table: StoreTable; readonly prefix: string };
    readonly result: readonly (readonly [string, StoredValue])[];
  };
  readonly commit: { readonly args: Commit; readonly result: undefined };
  readonly audit: { readonly args: { readonly after: number; readonly limit: number }; readonly result: readonly AuditEntry[] };
  readonly verify: {
    readonly args: { readonly from: AuditPoint; readonly known: AuditPoint | undefined; readonly limit: number };
    readonly result: CheckedStretch;
  };
  readonly close: { readonly args: Record<never, never>; readonly result: undefined };
}

export type StoreCallName = keyof StoreCalls;

/** One call on its way; ids only grow. A message is a list of them. */
export type StoreCall = {
  readonly [Name in StoreCallName]: { readonly id: number; readonly name: Name; readonly args: StoreCalls[Name]['args'] };
}[StoreCallName];

/** The answer to the call of that id. Id 0 answers the opening. */
export interface StoreReply {
  readonly id: number;
  readonly result?: unknown;
  readonly fault?: Fault;
}
