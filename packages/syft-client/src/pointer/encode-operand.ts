import { CORE_TAGS, encodeReference, messages } from '@syft-libs/ast';

const POINTER_TAG = CORE_TAGS['ast/Pointer'];

/**
 * A pointer as an operand: an encoded Value. Those of this session are written by hand, since every call has some:
 * Value { 1: tag, 2: PointerBody { 2: counter } }.
 */
export function encodeOperand(counter: number, prefix: string | undefined): Uint8Array {
  if (prefix !== undefined) return messages.Value.encode({ tag: POINTER_TAG, body: encodeReference({ prefix, counter }) }).finish();
  const size = varintSize(counter);
  const bytes = new Uint8Array(5 + size);
  bytes[0] = 0x08;
  bytes[1] = POINTER_TAG;
  bytes[2] = 0x12;
  bytes[3] = 1 + size;
  bytes[4] = 0x10;
  let rest = counter;
  for (let at = 5; at < 4 + size; at++) {
    bytes[at] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  bytes[4 + size] = rest;
  return bytes;
}

function varintSize(value: number): number {
  if (value < 2 ** 7) return 1;
  if (value < 2 ** 14) return 2;
  if (value < 2 ** 21) return 3;
  return value < 2 ** 28 ? 4 : 5;
}
