/** Every code that Syft raises, with its meaning. The set is closed: nothing else crosses the wire. */
export const ERROR_CODES = {
  // What a peer may learn at once: it follows from its own message and from public metadata.
  NOT_ALLOWED: 'The path is not on the allowlist: unknown, refused and under review answer alike.',
  BAD_ARGUMENT: 'An argument does not fit: wrong type, wrong count, malformed or out of its public range.',
  NEEDS_PUBLIC_ARGUMENT: 'A private pointer stands where a constant or a readable pointer is required.',
  LIMIT: 'A documented limit would be exceeded; nothing was allocated.',
  NOT_FOUND: 'No such object, dataset, request or person that you may use.',
  NOT_READABLE: 'The object is yours to use, not to read. Ask for its release with request().',
  NOT_PERMITTED: 'Your role may not send this message.',
  NOT_AUTHENTICATED: 'The handshake failed: unknown key, wrong signature, used or expired invitation.',
  LIBRARY_MISMATCH: 'The domain knows this entry with another signature; install the version that it runs.',
  PROTOCOL: 'The bytes are not a well-formed message of this protocol and version.',
  UNSUPPORTED: 'This engine or this version cannot represent the value.',
  // What only a reader, or a release, may learn.
  LIBRARY_FAILED: 'The library raised an error while it computed.',
  DEADLINE: 'The computation ran past its deadline and was stopped.',
  MEMORY: 'The computation outgrew its memory and was stopped.',
  LOST: 'The value is gone and could not be recomputed to the same bytes.',
  // Requests.
  DENIED: 'The owner did not release the value.',
  EXPIRED: 'The approval, the grant or the invitation is past its date.',
  USED_UP: 'Every use that the approval allowed has been taken.',
  CANCELLED: 'It was cancelled.',
  // Local conditions, on either side.
  CLOSED: 'The connection or the domain is closed.',
  TIMEOUT: 'It took longer than allowed.',
  UNKNOWN_DOMAIN: 'The domain’s key is not the one that this identity has pinned.',
  NOT_LOADED: 'No support package of that library was loaded before this connection was made.',
  BAD_MANIFEST: 'The manifest, or the support package around it, is not valid.',
  BAD_DATA: 'The data does not fit its schema.',
  BAD_CONFIG: 'An option or a configuration file is not valid.',
  LOCKED: 'Another process holds the folder.',
  CORRUPT: 'Stored data is damaged or was altered.',
  EXISTS: 'Something of that name exists already.',
  INTERNAL: 'A fault of Syft itself; the owner’s log has the details under the given id.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

export interface SyftErrorOptions {
  /** The underlying failure. It stays on this side of the wire. */
  readonly cause?: unknown;
}

/**
 * The one error that Syft throws. `message` reads "cannot <verb> <noun>: <reason>" and never holds a stored value;
 * `code` is one of {@link ERROR_CODES}.
 */
export class SyftError extends Error {
  override readonly name = 'SyftError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: SyftErrorOptions) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
  }
}

/** True for a {@link SyftError} of this or of another loaded copy of the package: the shape decides, not the class. */
export function isSyftError(value: unknown): value is SyftError {
  return value instanceof Error && value.name === 'SyftError' && isErrorCode((value as { code?: unknown }).code);
}

/** True for a member of the closed set of codes. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERROR_CODES, value);
}
