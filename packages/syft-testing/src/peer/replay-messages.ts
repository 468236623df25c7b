import { DEFAULT_LIMITS, decodeDomainFrame } from '@syft-libs/ast';
import type { RawPeer } from './raw-peer.ts';

/** What a domain answered to some bytes. */
export interface Replayed {
  /** Codes of the faults and replies that came. */
  readonly codes: readonly string[];
  /** Everything that came, as text: what a canary is looked for in. */
  readonly text: string;
  /** The domain closed the connection. */
  readonly closed: boolean;
}

/** Sends messages as they are, well-formed or not, and waits until the domain has taken them, or has hung up. */
export async function replayMessages(peer: RawPeer, sent: readonly Uint8Array[]): Promise<Replayed> {
  const from = peer.link.received.length;
  for (const bytes of sent) peer.link.send(bytes);
  const asked = peer.nextCall();
  peer.send({ call: { call: asked, op: 'requests' } });
  await peer.link.until(() => peer.link.isClosed || peer.messages().some(({ reply }) => reply?.call === asked));
  // What follows a close was sent before it.
  const received = peer.link.received.slice(from);
  const codes = received.flatMap((bytes) => codesOf(bytes)).filter((code) => code !== '');
  return { codes, text: Buffer.concat(received).toString('latin1'), closed: peer.link.isClosed };
}

function codesOf(bytes: Uint8Array): readonly string[] {
  try {
    return decodeDomainFrame(bytes, DEFAULT_LIMITS).messages.map(({ fault, reply }) => fault?.code ?? reply?.code ?? '');
  } catch {
    return [];
  }
}
