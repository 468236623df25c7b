import { SyftError } from './errors.ts';

/**
 * Every bound that a peer meets, in one object. Each names the attack that it answers.
 * Sizes are bytes, times are milliseconds, unless said otherwise.
 */
export const DEFAULT_LIMITS = {
  /** One frame’s control part. Bounds the parse of a hostile frame. */
  frameBytes: 1024 * 1024,
  /** Fields of the messages in one frame. Bounds object amplification by empty submessages. */
  frameFields: 262_144,
  /** One binary chunk of a transfer. */
  chunkBytes: 1024 * 1024,
  /** Bytes in flight on a transfer before the receiver must grant more. Bounds a slow reader’s backlog. */
  transferWindow: 16 * 1024 * 1024,
  /** Transfers open at a time, each way, in a session. */
  transfers: 16,
  /** Declared bytes of open outgoing transfers, in a session; one alone may be larger. Answers values pinned by a peer that asks and never reads. */
  transferBytes: 1024 * 1024 * 1024,
  /** A transfer that waits this long for credit is dropped. */
  transferIdle: 60_000,
  /** One array’s elements in memory. Answers giant shapes and products past 2^53. */
  arrayBytes: 1024 * 1024 * 1024,
  /** Axes of an array. */
  arrayRank: 32,
  /** Nesting of a value. Answers stack exhaustion by deep lists. */
  valueDepth: 64,
  /** Values nested in one value. Answers a million empty items in two megabytes. */
  valueCount: 100_000,
  /** One string. */
  stringBytes: 1024 * 1024,
  /** One bigint, two’s complement. Answers quadratic parsing of huge integers. */
  bigintBytes: 128,
  /** The text of an upload’s type, in characters. Answers long keys that each question about it repeats. */
  typeLength: 4_096,
  /** Arguments of a call. */
  arguments: 64,
  /** A call path, in characters. */
  pathLength: 256,
  /** A call path, in segments. */
  pathSegments: 8,
  /** Entries that a session may declare. */
  declaredEntries: 16_384,
  /** Objects that a session may hold. Answers calls piled up without end. */
  sessionObjects: 1_000_000,
  /** Declared size of all that a session holds. */
  sessionBytes: 8 * 1024 * 1024 * 1024,
  /** Bytes of uploads that one person keeps stored, in all sessions together. */
  personBytes: 16 * 1024 * 1024 * 1024,
  /** Values of a session that a VM keeps live; beyond it the oldest are recomputed when needed. */
  vmBytes: 2 * 1024 * 1024 * 1024,
  /** Declared output of one call. */
  callBytes: 1024 * 1024 * 1024,
  /** Declared work of one call, in elementary operations. */
  callOperations: 1e11,
  /** One call’s time in a VM before it is stopped. */
  callDeadline: 30_000,
  /** Frames accepted and not yet run, in a session; beyond it the domain stops reading from the socket. */
  pendingFrames: 256,
  /** Calls that wait for their answer, in a session. */
  pendingCalls: 4_096,
  /** Open requests of one person. Answers a flood that hides one request among thousands. */
  openRequests: 100,
  /** Requests of one person that a domain keeps, decided and cancelled ones too. Answers a disk filled by asking and cancelling. */
  requestsPerPerson: 10_000,
  /** A reason’s length in characters. */
  reasonLength: 1_000,
  /** Sessions at a time, in the domain and for one person. */
  sessions: 4_096,
  sessionsPerPerson: 64,
  /** Control messages a second from one session, sustained, and the burst above it. */
  messagesPerSecond: 200_000,
  messagesBurst: 1_000_000,
  /** Failed handshakes a minute from one address. Answers floods of bad signatures. */
  failedHandshakesPerMinute: 60,
  /** One message of the handshake. */
  handshakeBytes: 64 * 1024,
  /** From a connection to a finished handshake. Answers slow-loris peers. */
  handshakeTimeout: 10_000,
  /** Between two pings of an idle connection. */
  pingInterval: 30_000,
  /** Bytes waiting in a socket’s send buffer before the peer is dropped. */
  sendBufferBytes: 64 * 1024 * 1024,
  /** A session with no connection gives its VM back after this; its values are recomputed when it returns. */
  vmIdle: 60_000,
  /** A session with no connection is forgotten after this; what it made durable stays. */
  sessionIdle: 24 * 60 * 60 * 1000,
} as const;

export type LimitName = keyof typeof DEFAULT_LIMITS;

/** A full set of limits. Owners may lower or raise each one. */
export type Limits = { readonly [Name in LimitName]: number };

/**
 * Fills what `overrides` leaves out from {@link DEFAULT_LIMITS}. Throws `BAD_CONFIG` for a name that is no limit and for
 * a value that would bound nothing: every limit is a number, zero or more.
 */
export function resolveLimits(overrides: Partial<Limits> = {}): Limits {
  const limits: Record<string, number> = { ...DEFAULT_LIMITS };
  for (const [name, value] of Object.entries(overrides) as [string, unknown][]) {
    if (!Object.hasOwn(DEFAULT_LIMITS, name)) throw new SyftError('BAD_CONFIG', `cannot set limit: none is named ${JSON.stringify(name)}`);
    if (value === undefined) continue;
    if (typeof value !== 'number' || !(value >= 0))
      throw new SyftError('BAD_CONFIG', `cannot set limit ${name}: not a number from zero up`);
    limits[name] = value;
  }
  return Object.freeze(limits as Limits);
}
