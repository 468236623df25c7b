export { Allowlist } from './ast/allowlist.ts';
export { type AllowlistSource, buildAllowlist } from './ast/build-ast.ts';
export { type CallChecks, CallMatcher, type CallShape, type PointerFacts, visitPointers } from './ast/match-call.ts';
export type { AllowlistEntry, ModuleNode } from './ast/node.ts';
export { ERROR_CODES, type ErrorCode, isErrorCode, isSyftError, SyftError, type SyftErrorOptions } from './errors.ts';
export * as messages from './gen/schema_pb.js';
export { DEFAULT_LIMITS, type LimitName, type Limits, resolveLimits } from './limits.ts';
export { type Decisions, defineDecisions, type LibraryDecisions, type MemberDecision } from './manifest/decisions.ts';
export {
  type Effects,
  type Evidence,
  type Manifest,
  type ManifestLibrary,
  type ManifestMember,
  type ManifestParam,
  type ManifestSignature,
  type ManifestType,
  type MemberKind,
  RESERVED_POINTER_NAMES,
  type Verdict,
} from './manifest/manifest.ts';
export { allowedMembers, parseManifest, signatureOf, signatureText } from './manifest/parse-manifest.ts';
export { isPath, type Path, parsePath } from './path.ts';
export type {
  Arg,
  BigIntMembers,
  BigIntPointer,
  BooleanMembers,
  BooleanPointer,
  ColumnMembers,
  ColumnPointer,
  Columns,
  GetOptions,
  LibraryPointers,
  ListMembers,
  ListPointer,
  NumberMembers,
  NumberPointer,
  Pointer,
  PrimitivePointer,
  PublicArg,
  ReadableOf,
  ReleaseRequest,
  RequestOptions,
  StringMembers,
  StringPointer,
  TypeNames,
  UnionPointer,
} from './pointer/pointer-types.ts';
export { type ArrayValue, bytesOf, decodeArray, encodeArray, isArrayValue, sizeOfShape, weighArray } from './serde/array-value.ts';
export { Budget } from './serde/budget.ts';
export { type Column, columnOf } from './serde/builtin/array-codecs.ts';
export { decodeReference, encodeReference, isPointer, POINTER, type PointerLike, type PointerRef } from './serde/builtin/pointer-codec.ts';
export type { Codec, Decoder, Encoder } from './serde/codec.ts';
export { CodecRegistry } from './serde/codec-registry.ts';
export { decodeValue, validateHead } from './serde/decode.ts';
export {
  DTYPES,
  type Dtype,
  dtypeFromWire,
  dtypeOfTypedArray,
  isDtype,
  type TypedArray,
  type TypedArrayConstructor,
  type TypedDtype,
  typedArrayName,
  typedArrayOf,
} from './serde/dtype.ts';
export { type Encoded, encodeValue, INLINE_BYTES, type SerdeContext } from './serde/encode.ts';
export { type ScanPlan, scanFields } from './serde/scan-fields.ts';
export { alignPart, fromBytes, toBytes, toPieces } from './serde/sealed-bytes.ts';
export { CORE_TAGS, TagTable } from './serde/tag-table.ts';
export { type Bound, boundOfShape, boundOfText, boundOfValue, renderedLength, SCALAR_BOUND } from './support/bounds.ts';
export {
  CONTRACT,
  type Cost,
  type CostFunction,
  defineSupport,
  type Guard,
  isSupportPackage,
  type LoadedLibrary,
  type OperandView,
  type SupportPackage,
} from './support/define-support.ts';
export { joinSignatures, type Surface, type SurfaceEntry, type SurfaceType, splitSignatures } from './support/surface.ts';
export { type Accepts, type DetectRef, type Fit, typeFits, type ValueChecks, valueFits } from './type/fits.ts';
export { isRecord } from './type/is-record.ts';
export { formatSignature, type Param, parseSignature, type Signature } from './type/signature.ts';
export { typeOfValue } from './type/type-of-value.ts';
export { formatType, PRIMITIVE_NAMES, type PrimitiveName, parseType, type TypeAliases, type TypeRef, unionOf } from './type/type-ref.ts';
export { formatUid, isUid, LAST_COUNTER, parseUid, prefixFromBytes, prefixToBytes, type Uid } from './uid.ts';
export {
  CALL_ROLES,
  type CallName,
  type ColumnInfo,
  type DatasetInfo,
  MESSAGE_ROLES,
  type MessageName,
  type ObjectInfo,
  REQUEST_STATES,
  type RequestInfo,
  type RequestState,
  type Role,
} from './wire/calls.ts';
export { CHUNK_HEADER_BYTES, type Chunk, chunkHeader, isChunk, readChunk } from './wire/chunk.ts';
export { decodeClientFrame, decodeDomainFrame, encodeClientFrame, encodeDomainFrame, PROTOCOL_VERSION } from './wire/frame.ts';
export { clientTranscript, domainTranscript, NONCE_BYTES } from './wire/handshake.ts';
export { createInProcessPair } from './wire/in-process.ts';
export { formatInvitation, type Invitation, parseInvitation } from './wire/invitation.ts';
export { createMessagePortTransport, type MessagePortLike } from './wire/message-port.ts';
export { MessageQueue } from './wire/message-queue.ts';
export type { ReceivedClientFrame, ReceivedClientMessage, ReceivedDomainFrame, ReceivedDomainMessage } from './wire/received.ts';
export {
  assertPublicKey,
  createSigningKey,
  fromHex,
  SIGNATURE_BYTES,
  type SigningContext,
  type SigningKey,
  sign,
  toHex,
  verify,
} from './wire/signing.ts';
export { decodeStrict, equalBytes, type MessageType } from './wire/strict.ts';
export { sliceTransfer, TransferBuffer, transferSize } from './wire/transfer.ts';
export { joinParts, type Transport, type TransportEvents } from './wire/transport.ts';
