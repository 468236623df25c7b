import { isSyftError } from '@syft-libs/ast';
import { plainJson, plainText } from './plain-text.ts';

export interface LogEvent {
  readonly event: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly json: boolean;
}

/** One line of the log of a running domain. Where a fault of our own has a stack, it is told: the log is the owner's. */
export function logLine({ event, detail, json }: LogEvent): string {
  const at = new Date().toISOString();
  const plain = Object.entries(detail).map(([name, value]) => [name, value instanceof Error ? describeError(value) : value] as const);
  if (json) return plainJson({ at, event, ...Object.fromEntries(plain) });
  const words = plain.map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return [at.slice(11, 19), event, ...words].map((word) => plainText(word)).join('  ');
}

function describeError(error: Error): Readonly<Record<string, unknown>> {
  const { message, stack } = error;
  return isSyftError(error) ? { code: error.code, message } : { message, stack };
}
