import { SyftError } from '../errors.ts';
import { ClientFrame, DomainFrame } from '../gen/schema_pb.js';
import type { IClientFrame, IDomainFrame } from '../gen/schema_pb.js';
import type { Limits } from '../limits.ts';
import { type ScanPlan, scanFields } from './scan.ts';

/** The version of the protocol that docs/protocol.md describes. */
export const PROTOCOL_VERSION = 1;

// ClientFrame.messages → ClientMessage → action (its operands), select (its columns) and delete (its objects).
const CLIENT_PLAN: ScanPlan = { 2: { 2: {}, 3: {}, 4: {} } };
const DOMAIN_PLAN: ScanPlan = { 1: {} };

/** Reads a client’s control frame. Throws `LIMIT` or `PROTOCOL`; counts before it decodes. */
export function decodeClientFrame(bytes: Uint8Array, limits: Limits): ClientFrame {
  return decodeFrame(() => ClientFrame.decode(bytes), bytes, limits, CLIENT_PLAN);
}

/** Reads a domain’s control frame. Throws as {@link decodeClientFrame} does. */
export function decodeDomainFrame(bytes: Uint8Array, limits: Limits): DomainFrame {
  return decodeFrame(() => DomainFrame.decode(bytes), bytes, limits, DOMAIN_PLAN);
}

export function encodeClientFrame(frame: IClientFrame): Uint8Array {
  return ClientFrame.encode(frame).finish();
}

export function encodeDomainFrame(frame: IDomainFrame): Uint8Array {
  return DomainFrame.encode(frame).finish();
}

function decodeFrame<T>(decode: () => T, bytes: Uint8Array, limits: Limits, plan: ScanPlan): T {
  if (bytes.byteLength > limits.frameBytes) throw new SyftError('LIMIT', 'cannot read frame: frameBytes exceeded');
  try {
    scanFields(bytes, limits.frameFields, plan);
    return decode();
  } catch (cause) {
    if (cause instanceof SyftError) throw cause;
    throw new SyftError('PROTOCOL', 'cannot read frame: malformed bytes', { cause });
  }
}
