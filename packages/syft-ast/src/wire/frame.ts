import { SyftError } from '../errors.ts';
import type { IClientFrame, IDomainFrame } from '../gen/schema_pb.js';
import { ClientFrame, DomainFrame } from '../gen/schema_pb.js';
import type { Limits } from '../limits.ts';
import { type ScanPlan, scanFields } from '../serde/scan-fields.ts';
import type { ReceivedClientFrame, ReceivedDomainFrame } from './received.ts';

/** The version of the protocol that docs/protocol.md describes. */
export const PROTOCOL_VERSION = 1;

// ClientFrame.messages → ClientMessage → action (its operands), select (its columns) and delete (its objects).
const CLIENT_PLAN: ScanPlan = { 2: { 2: {}, 3: {}, 4: {} } };
const DOMAIN_PLAN: ScanPlan = { 1: {} };

/** Reads a client’s control frame. Throws `LIMIT` or `PROTOCOL`; counts before it decodes. */
export function decodeClientFrame(bytes: Uint8Array, limits: Limits): ReceivedClientFrame {
  return decodeFrame(() => ClientFrame.decode(bytes) as ReceivedClientFrame, bytes, limits, CLIENT_PLAN);
}

/** Reads a domain’s control frame. Throws as {@link decodeClientFrame} does. */
export function decodeDomainFrame(bytes: Uint8Array, limits: Limits): ReceivedDomainFrame {
  return decodeFrame(() => DomainFrame.decode(bytes) as ReceivedDomainFrame, bytes, limits, DOMAIN_PLAN);
}

export function encodeClientFrame(frame: IClientFrame): Uint8Array {
  return ClientFrame.encode(frame).finish();
}

export function encodeDomainFrame(frame: IDomainFrame): Uint8Array {
  return DomainFrame.encode(frame).finish();
}

/** The kind of a message, by its generated class; `undefined` for one that this version does not know. */
function kindOf(message: { readonly body?: string }): string | undefined {
  return message.body;
}

function decodeFrame<T extends { readonly messages: readonly object[] }>(
  decode: () => T,
  bytes: Uint8Array,
  limits: Limits,
  plan: ScanPlan,
): T {
  if (bytes.byteLength > limits.frameBytes) throw new SyftError('LIMIT', 'cannot read frame: frameBytes exceeded');
  try {
    scanFields(bytes, limits.frameFields, plan);
    const frame = decode();
    if (frame.messages.some((message) => kindOf(message) === undefined))
      throw new SyftError('PROTOCOL', 'cannot read frame: a message of no known kind');
    return frame;
  } catch (cause) {
    if (cause instanceof SyftError) throw cause;
    throw new SyftError('PROTOCOL', 'cannot read frame: malformed bytes', { cause });
  }
}
