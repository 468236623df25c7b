/** What a transport tells its owner. */
export interface TransportEvents {
  /** One whole message, in memory of its own. */
  message(bytes: Uint8Array): void;
  /** Called once; nothing follows. */
  close(): void;
  /** The send buffer has drained. */
  drain(): void;
}

/** Moves messages, whole and in order, between two peers. Implementations are small: no retries, no protocol. */
export interface Transport {
  /** Names the kind: `websocket`, `message-port`, `in-process`, `local-socket`. */
  readonly kind: string;
  /** Bytes given to `send` that have not left yet. */
  readonly bufferedBytes: number;
  /** Starts delivery. Messages that came before are delivered first. */
  open(events: TransportEvents): void;
  /** Sends the parts as one message. They must not change afterwards. No-op when closed. */
  send(parts: readonly Uint8Array[]): void;
  /** Stops reading until `resume`: backpressure towards the peer. */
  pause(): void;
  resume(): void;
  close(): void;
}

/** Joins parts into one run of fresh memory, so that nothing beside them can be seen. */
export function joinParts(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(new ArrayBuffer(parts.reduce((sum, part) => sum + part.byteLength, 0)));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}
