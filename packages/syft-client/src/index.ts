export type {
  Arg,
  BigIntPointer,
  BooleanPointer,
  ColumnInfo,
  ColumnPointer,
  Columns,
  DatasetInfo,
  ErrorCode,
  GetOptions,
  Limits,
  ListPointer,
  NumberPointer,
  ObjectInfo,
  Pointer,
  PublicArg,
  ReleaseRequest,
  RequestInfo,
  RequestOptions,
  RequestState,
  StringPointer,
  Transport,
  Uid,
  UnionPointer,
} from '@syft-libs/ast';
export { isSyftError, SyftError } from '@syft-libs/ast';
export { type ConnectOptions, connect } from './connect.ts';
export { type Identity, type PinnedDomain, pinInvitation } from './identity/identity.ts';
export type { Dataset, Table } from './location/dataset.ts';
export type { Location } from './location/location.ts';
export type { LibraryInfo } from './session/handshake.ts';
export type { ReconnectOptions } from './session/keep-connected.ts';
export type { SessionStats } from './session/session-stats.ts';
export type { DialTarget, OpenTransport } from './transport/dial.ts';
