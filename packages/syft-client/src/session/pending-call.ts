import { isErrorCode, type messages, SyftError } from '@syft-libs/ast';
import type { ClientMessage } from './frame-batch.ts';

// Methods, so that a call for one type of answer stands where any call does.
interface Settle<T> {
  resolve(value: T): void;
  reject(reason: unknown): void;
}

/**
 * One question to the domain that waits for its answer. It is asked again, under the same number, after a reconnect.
 * An answer of the wrong kind throws `PROTOCOL`.
 */
export abstract class PendingCall<T = unknown> {
  readonly number: number;
  /** The highest id of this session's objects that it needs: earlier actions have to be sent before it. */
  readonly dependsOn: number;
  /** Id of the object that it uploads: nothing that comes later may overtake it. */
  readonly uploads: number | undefined = undefined;
  readonly promise: Promise<T>;
  /** Its place among all that was sent; 0 while it waits. */
  position = 0;
  isSettled = false;
  readonly #settle: Settle<T>;

  constructor(number: number, dependsOn: number) {
    this.number = number;
    this.dependsOn = dependsOn;
    const { promise, ...settle } = Promise.withResolvers<T>();
    this.promise = promise;
    this.#settle = settle;
  }

  /** The message as it has to be sent now; it says where to go on. */
  abstract message(): ClientMessage;

  onReply(reply: messages.Reply): void {
    if (reply.code === '') throw unexpected();
    this.reject(errorFromWire(reply));
  }

  onAnswer(_answer: messages.Answer): void {
    throw unexpected();
  }

  onAccept(_accept: messages.Accept): void {
    throw unexpected();
  }

  resolve(value: T): void {
    this.isSettled = true;
    this.#settle.resolve(value);
  }

  reject(reason: unknown): void {
    this.isSettled = true;
    this.#settle.reject(reason);
  }
}

function unexpected(): SyftError {
  return new SyftError('PROTOCOL', 'cannot use answer: it does not fit its question');
}

const LONGEST_MESSAGE = 1_000;

/** The error that a domain sent; control characters are dropped, since terminals obey them. Throws `PROTOCOL` for an unknown code. */
export function errorFromWire({ code, message }: { readonly code: string; readonly message: string }): SyftError {
  if (!isErrorCode(code)) throw new SyftError('PROTOCOL', 'cannot use answer: its error code is unknown');
  return new SyftError(code, message.slice(0, LONGEST_MESSAGE).replace(/\p{C}/gu, ''));
}

/** A call whose answer is JSON. `read` checks the parsed answer and throws `PROTOCOL` for one of another shape. */
export class JsonCall<T> extends PendingCall<T> {
  readonly #op: string;
  readonly #json: () => unknown;
  readonly #read: (json: unknown) => T;
  #bytes: Uint8Array | undefined;

  /** `json` is asked for once, when the call first leaves. */
  constructor(number: number, dependsOn: number, question: Question<T>) {
    super(number, dependsOn);
    this.#op = question.op;
    this.#json = question.json;
    this.#read = question.read;
  }

  message(): ClientMessage {
    this.#bytes ??= new TextEncoder().encode(JSON.stringify(this.#json()));
    return { call: { call: this.number, op: this.#op, json: this.#bytes } };
  }

  override onReply(reply: messages.Reply): void {
    if (reply.code !== '') super.onReply(reply);
    else this.resolve(this.#read(parseJson(reply.json)));
  }
}

export interface Question<T> {
  readonly op: string;
  readonly json: () => unknown;
  readonly read: (json: unknown) => T;
}

/** Parses JSON from a peer. Throws `PROTOCOL`. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (cause) {
    throw new SyftError('PROTOCOL', 'cannot read answer: not JSON', { cause });
  }
}
