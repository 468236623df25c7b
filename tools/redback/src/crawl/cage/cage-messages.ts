import { isRecord } from '@syft-libs/ast';

/** One JSON line from the cage. `part`: what it has so far. `stray`: an error that nobody caught, from a timer or a forgotten promise. */
export type CageReply =
  | { readonly kind: 'answer' | 'part'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly error: string }
  | { readonly kind: 'stray'; readonly error: string };

const ERROR_NAME = /^[A-Za-z_$][\w$.]{0,63}$/;

/** An error's name if it is one, else `Error`: nothing else of an error leaves a cage. */
export function errorName(value: unknown): string {
  return typeof value === 'string' && ERROR_NAME.test(value) ? value : 'Error';
}

/** Reads a line from a cage; `undefined` for what is not a message that carries the cage's token. */
export function parseReply(line: string, token: string): CageReply | undefined {
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isRecord(message) || message['token'] !== token) return undefined;
  const { kind, id, error } = message;
  if (kind === 'stray') return { kind, error: errorName(error) };
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) return undefined;
  if (kind === 'failure') return { kind, id, error: errorName(error) };
  return kind === 'answer' || kind === 'part' ? { kind, id, value: message['value'] } : undefined;
}
