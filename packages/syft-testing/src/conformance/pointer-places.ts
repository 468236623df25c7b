import type { AllowlistEntry } from '@syft-libs/ast';
import type { LocalLibrary } from './local-library.ts';

export interface OperandPlace {
  readonly operand: unknown;
  readonly position: number;
  /** The number of the call: operands take turns. */
  readonly turn: number;
}

/** Whether an operand is uploaded and passed as a pointer: receivers always are, arrays in private places every other time. */
export function isPointerPlace(
  { registry }: LocalLibrary,
  { receiver, signatures }: AllowlistEntry,
  { operand, position, turn }: OperandPlace,
): boolean {
  const shift = receiver === undefined ? 0 : 1;
  if (position < shift) return true;
  const isPublic = signatures.some(({ params }) => params[Math.min(position - shift, params.length - 1)]?.public === true);
  if (isPublic || typeof operand !== 'object' || operand === null || Array.isArray(operand)) return false;
  return registry.find(operand)?.schema === 'ArrayBody' && (turn + position) % 2 === 0;
}
