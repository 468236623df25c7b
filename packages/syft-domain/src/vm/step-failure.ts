import { isSyftError } from '@syft-libs/ast';
import type { VmFailure } from './vm.ts';

/** Library messages are kept to this many characters. */
const DETAIL_LENGTH = 2_000;

const OPERAND_FAILURES: ReadonlySet<string> = new Set<VmFailure>([
  'LIBRARY_FAILED',
  'DEADLINE',
  'MEMORY',
  'BAD_ARGUMENT',
  'UNSUPPORTED',
  'LOST',
]);

export interface Failure {
  readonly failure: VmFailure;
  readonly detail: string;
}

/** The failure of a step whose operands could not be had: another step's own, `UNSUPPORTED`, or `BAD_ARGUMENT`. */
export function operandFailure(error: unknown): Failure {
  const failure = isSyftError(error) && OPERAND_FAILURES.has(error.code) ? (error.code as VmFailure) : 'BAD_ARGUMENT';
  return { failure, detail: describeError(error) };
}

/** Raised in place of a call's result when its time is over. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
  override readonly message = 'the call ran past its deadline';
}

/** Raised in place of a result that is far larger than its call was declared to give. */
export class BeyondDeclared extends Error {
  override readonly name = 'BeyondDeclared';
  override readonly message = 'the result is far larger than the call was declared to give';
}

/** The failure of a step whose library raised. Libraries cannot claim that a value is lost or that time ran out. */
export function libraryFailure(error: unknown): Failure {
  const detail = describeError(error);
  if (error instanceof DeadlinePassed) return { failure: 'DEADLINE', detail };
  if (isSyftError(error) && error.code === 'UNSUPPORTED') return { failure: 'UNSUPPORTED', detail };
  if (error instanceof BeyondDeclared) return { failure: 'MEMORY', detail };
  const isMemory = error instanceof RangeError && /allocation failed/i.test(detail);
  return { failure: isMemory ? 'MEMORY' : 'LIBRARY_FAILED', detail };
}

/** An error in words, whatever was thrown; never throws itself. */
function describeError(error: unknown): string {
  try {
    return String(error).slice(0, DETAIL_LENGTH);
  } catch {
    return 'the library threw something that has no text';
  }
}
