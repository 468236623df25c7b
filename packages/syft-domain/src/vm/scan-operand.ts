// Most operands are one pointer or one number. Their bytes have a single shape, so they are read in place; anything that
// deviates from it goes to the full decoder, which has the last word on what is well-formed.
import { CORE_TAGS, formatUid, type Uid } from '@syft-libs/ast';

/** Keys of the fields of `Value` and `PointerBody` as they stand on the wire. */
const VALUE_TAG = 0x08;
const VALUE_BODY = 0x12;
const POINTER_PREFIX = 0x0a;
const POINTER_COUNTER = 0x10;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The uid that an operand names when it is a pointer and nothing else, else `undefined`. */
export function scanPointer(bytes: Uint8Array, ownPrefix: string): Uid | undefined {
  if (bytes[0] !== VALUE_TAG || bytes[1] !== CORE_TAGS['ast/Pointer'] || bytes[2] !== VALUE_BODY || bytes[3] !== bytes.length - 4) {
    return undefined;
  }
  let at = 4;
  let prefix = ownPrefix;
  if (bytes[4] === POINTER_PREFIX) {
    if (bytes[5] !== 8 || bytes.length < 16) return undefined;
    prefix = '';
    for (at = 6; at < 14; at++) prefix += HEX[bytes[at] as number];
  }
  if (bytes[at] !== POINTER_COUNTER) return undefined;
  const counter = scanVarint(bytes, at + 1);
  return counter === 0 ? undefined : formatUid(prefix, counter);
}

/** The counter that an operand names when it is a pointer of its own session and nothing else, else 0. */
export function scanOwnCounter(bytes: Uint8Array): number {
  const isPointer = bytes[0] === VALUE_TAG && bytes[1] === CORE_TAGS['ast/Pointer'] && bytes[2] === VALUE_BODY;
  if (!isPointer || bytes[3] !== bytes.length - 4 || bytes[4] !== POINTER_COUNTER) return 0;
  return scanVarint(bytes, 5);
}

/** The varint that fills the rest of `bytes`, if it is in its shortest form and fits 32 bits; else 0. */
function scanVarint(bytes: Uint8Array, start: number): number {
  const last = bytes.length - 1;
  if (last < start || last > start + 4) return 0;
  let value = 0;
  let unit = 1;
  for (let at = start; at <= last; at++, unit *= 128) {
    const byte = bytes[at] as number;
    if (byte > 127 !== at < last) return 0;
    value += (byte & 127) * unit;
  }
  return bytes[last] === 0 || value > 0xffff_ffff ? 0 : value;
}

const scratch = new Float64Array(1);
const scratchBytes = new Uint8Array(scratch.buffer);

/** The number that an operand is, if it is one, else `undefined`. */
export function scanNumber(bytes: Uint8Array): number | undefined {
  if (bytes.length !== 12 || bytes[0] !== VALUE_TAG || bytes[1] !== CORE_TAGS['ast/number'] || bytes[2] !== VALUE_BODY || bytes[3] !== 8) {
    return undefined;
  }
  for (let at = 0; at < 8; at++) scratchBytes[at] = bytes[at + 4] as number;
  return scratch[0];
}
