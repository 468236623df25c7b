/** What a session has sent and received so far, over all of its connections. The handshake is left out. */
export interface SessionStats {
  /** Control frames; the chunks of transfers are counted apart. */
  readonly framesSent: number;
  readonly framesReceived: number;
  readonly chunksSent: number;
  readonly chunksReceived: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  /** Library calls. */
  readonly actions: number;
  readonly reconnects: number;
}

export type MutableStats = { -readonly [Name in keyof SessionStats]: number };

export function createStats(): MutableStats {
  return { framesSent: 0, framesReceived: 0, chunksSent: 0, chunksReceived: 0, bytesSent: 0, bytesReceived: 0, actions: 0, reconnects: 0 };
}
