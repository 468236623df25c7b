import { DEFAULT_LIMITS, decodeDomainFrame, encodeDomainFrame, equalBytes, isChunk } from '@syft-libs/ast';
import type { RawPeer } from '../peer/raw-peer.ts';

/** All that one session received since a point, as bytes in order. When acknowledgements come is left to chance, so they are left out. */
export type Transcript = readonly Uint8Array[];

/** What a session received from its message `from` on. Ids, nonces, times and keys are equal in twins, and so not masked. */
export function transcribe(peer: RawPeer, from: number): Transcript {
  return peer.link.received.slice(from).flatMap((bytes) => withoutAcks(bytes));
}

function withoutAcks(bytes: Uint8Array): readonly Uint8Array[] {
  if (isChunk(bytes)) return [bytes];
  let frame: ReturnType<typeof decodeDomainFrame>;
  try {
    frame = decodeDomainFrame(bytes, DEFAULT_LIMITS);
  } catch {
    // One of the handshake's.
    return [bytes];
  }
  const messages = frame.messages.filter(({ ack }) => !ack);
  if (messages.length === frame.messages.length) return [bytes];
  return messages.length === 0
    ? []
    : [encodeDomainFrame({ messages: messages as NonNullable<Parameters<typeof encodeDomainFrame>[0]['messages']> })];
}

/** Where two sessions were told different things, in words; `undefined` when nowhere. */
export function compareTranscripts(left: Transcript, right: Transcript): string | undefined {
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const [one, other] = [left[index], right[index]];
    if (one !== undefined && other !== undefined && equalBytes(one, other)) continue;
    return `message ${index}:\n    left  ${tell(one)}\n    right ${tell(other)}`;
  }
  return undefined;
}

function tell(bytes: Uint8Array | undefined): string {
  if (bytes === undefined) return 'nothing';
  try {
    return JSON.stringify(decodeDomainFrame(bytes, DEFAULT_LIMITS).messages, function (this: Record<string, unknown>, key) {
      const item = this[key];
      return item instanceof Uint8Array ? Buffer.from(item).toString('latin1') : item;
    });
  } catch {
    return `${bytes.byteLength} bytes`;
  }
}
