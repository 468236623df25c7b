export { Allowlist } from './ast/allowlist.ts';
export { type AllowlistSource, buildAllowlist } from './ast/build-ast.ts';
export { type CallChecks, CallMatcher, type CallShape, type PointerFacts, visitPointers } from './ast/match-call.ts';
export type { AllowlistEntry, ModuleNode } from './ast/node.ts';
export { resultOfCall } from './ast/result-of-call.ts';
export { ERROR_CODES, type ErrorCode, isErrorCode, isSyftError, SyftError, type SyftErrorOptions } from './errors.ts';
export * as messages from './gen/schema_pb.js';
export { DEFAULT_LIMITS, type LimitName, type Limits, resolveLimits } from './limits.ts';
export {
  type Danger,
  type Decisions,
  defineDecisions,
  type LibraryDecisions,
  type MemberDecision,
  type OwnModule,
  type TypeDecision,
} from './manifest/decisions.ts';
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
  nameOfMember,
  RESERVED_POINTER_NAMES,
  type Verdict,
} from './manifest/manifest.ts';
export { allowedMembers, parseManifest, signatureOf, signatureText } from './manifest/parse-manifest.ts';
export { isPath, type Path, parsePath } from './path.ts';
export type {
  Arg,
  BigIntListMembers,
  BigIntMembers,
  BigIntPointer,
  BooleanListMembers,
  BooleanMembers,
  BooleanPointer,
  ColumnMembers,
  ColumnPointer,
  Columns,
  DateMembers,
  DatePointer,
  GetOptions,
  LibraryPointers,
  ListMembers,
  ListPointer,
  MapMembers,
  MapPointer,
  NumberList,
  NumberListMembers,
  NumberMapMembers,
  NumberMembers,
  NumberPointer,
  NumberRowsMembers,
  NumberSetMembers,
  Pointer,
  PrimitivePointer,
  PublicArg,
  ReadableOf,
  ReleaseRequest,
  RequestOptions,
  SetMembers,
  SetPointer,
  StringListMembers,
  StringMapMembers,
  StringMembers,
  StringPointer,
  StringSetMembers,
  TypedArrayMembers,
  TypedArrayPointer,
  TypeNames,
  UnionPointer,
} from './pointer/pointer-types.ts';
export { type ArrayOptions, arrayCodec } from './serde/array-codec.ts';
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
export { type CompactArray, compactView, type StridedView, viewOf } from './serde/strided-view.ts';
export { type StructureMessage, type StructureOptions, structureCodec } from './serde/structure-codec.ts';
export type { StructureField, StructureLength, StructureSizes } from './serde/structure-fields.ts';
export { isStructureValue, type StructureValue } from './serde/structure-value.ts';
export { CORE_TAGS, TagTable } from './serde/tag-table.ts';
export { type AutoloadedLibraries, type AutoloadSnapshot, autoloadedLibraries } from './support/autoload-registry.ts';
export { type Bound, boundOfShape, boundOfText, boundOfValue, renderedLength, SCALAR_BOUND } from './support/bounds.ts';
export { CONTRACT, isSupportPackage } from './support/contract.ts';
export {
  bindCodecs,
  type Cost,
  type CostFunction,
  defineSupport,
  type Guard,
  type LoadedLibrary,
  type OperandView,
  type SupportPackage,
} from './support/define-support.ts';
export { type Hazard, type HazardValues, hazardGuard } from './support/hazard-guard.ts';
export { type ObservedCost, type ObservedGrowth, type ObservedTerm, observedCost, waysToChoose } from './support/observed-cost.ts';
export { joinSignatures, type Surface, type SurfaceEntry, type SurfaceType, splitSignatures, surfaceTypeOf } from './support/surface.ts';
export { type Accepts, asItIs, type DetectRef, type Fit, fittingMember, typeFits, type ValueChecks, valueFits } from './type/fits.ts';
export { isRecord } from './type/is-record.ts';
export { isNumberList, listOfNumbers, NUMBER_ARRAYS, numbersOf } from './type/number-list.ts';
export { argumentType, formatSignature, type Param, parseSignature, type Signature } from './type/signature.ts';
export { typeOfValue } from './type/type-of-value.ts';
export {
  everyPart,
  formatType,
  PRIMITIVE_NAMES,
  type PrimitiveName,
  parseType,
  type TypeAliases,
  type TypeRef,
  unionOf,
} from './type/type-ref.ts';
export { type TypeFacts, TypeTable } from './type/type-table.ts';
export { withNumberLists } from './type/with-number-lists.ts';
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
