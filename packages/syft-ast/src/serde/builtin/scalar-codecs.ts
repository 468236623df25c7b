import { SyftError } from '../../errors.ts';
import type { Codec } from '../codec.ts';

const EMPTY = new Uint8Array(0);
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function bodyOf(body: Uint8Array, length: number, type: string): Uint8Array {
  if (body.byteLength !== length) throw new SyftError('PROTOCOL', `cannot read ${type}: wrong length`);
  return body;
}

function unitCodec<T extends null | undefined>(value: T): Codec<T> {
  const type = String(value);
  return {
    tag: `ast/${type}`,
    type,
    schema: 'empty',
    detect: (candidate): candidate is T => candidate === value,
    encode: () => EMPTY,
    decode(body) {
      bodyOf(body, 0, type);
      return value;
    },
    weigh: () => 8,
  };
}

export const nullCodec: Codec<null> = unitCodec(null);
export const undefinedCodec: Codec<undefined> = unitCodec(undefined);

export const booleanCodec: Codec<boolean> = {
  tag: 'ast/boolean',
  type: 'boolean',
  schema: 'byte',
  detect: (value): value is boolean => typeof value === 'boolean',
  encode: (value) => Uint8Array.of(value ? 1 : 0),
  decode(body) {
    const byte = bodyOf(body, 1, 'boolean')[0];
    if (byte !== 0 && byte !== 1) throw new SyftError('PROTOCOL', 'cannot read boolean: neither 0 nor 1');
    return byte === 1;
  },
  weigh: () => 8,
};

function float64Body(value: number): Uint8Array {
  const body = new Uint8Array(8);
  // One NaN: an engine may keep the payload of the one it was given, and 51 bits would pass unseen.
  new DataView(body.buffer).setFloat64(0, Number.isNaN(value) ? Number.NaN : value, true);
  return body;
}

function readFloat64(body: Uint8Array, type: string): number {
  bodyOf(body, 8, type);
  return new DataView(body.buffer, body.byteOffset, 8).getFloat64(0, true);
}

/** IEEE 754 double, little-endian: -0, NaN (always the same one) and the infinities survive. */
export const numberCodec: Codec<number> = {
  tag: 'ast/number',
  type: 'number',
  schema: 'float64',
  detect: (value): value is number => typeof value === 'number',
  encode: float64Body,
  decode: (body) => readFloat64(body, 'number'),
  weigh: () => 8,
};

/** Milliseconds since 1970 as a double; an invalid date is NaN. */
export const dateCodec: Codec<Date> = {
  tag: 'ast/Date',
  type: 'Date',
  schema: 'float64',
  detect: (value): value is Date => value instanceof Date,
  encode: (value) => float64Body(value.getTime()),
  decode: (body) => new Date(readFloat64(body, 'Date')),
  weigh: () => 16,
};

/** Well-formed UTF-8; a lone surrogate is refused, since it would not survive. */
export const stringCodec: Codec<string> = {
  tag: 'ast/string',
  type: 'string',
  schema: 'utf-8',
  detect: (value): value is string => typeof value === 'string',
  encode(value) {
    if (!value.isWellFormed()) throw new SyftError('BAD_ARGUMENT', 'cannot encode string: it has a lone surrogate');
    return encoder.encode(value);
  },
  decode(body, { budget }) {
    if (body.byteLength > budget.limits.stringBytes) throw new SyftError('LIMIT', 'cannot read string: stringBytes exceeded');
    budget.spendBytes(body.byteLength);
    return decoder.decode(body);
  },
  weigh: (value) => 16 + value.length * 2,
};

/** Two's complement, little-endian, as short as it can be: one form a number. Zero is the empty body. */
export const bigintCodec: Codec<bigint> = {
  tag: 'ast/bigint',
  type: 'bigint',
  schema: 'twos-complement',
  detect: (value): value is bigint => typeof value === 'bigint',
  encode: encodeBigint,
  decode(body, { budget }) {
    if (body.byteLength > budget.limits.bigintBytes) throw new SyftError('LIMIT', 'cannot read bigint: bigintBytes exceeded');
    const value = decodeBigint(body);
    if (bigintLength(value) !== body.byteLength) throw new SyftError('PROTOCOL', 'cannot read bigint: not its shortest form');
    return value;
  },
  weigh: (value) => 16 + bigintLength(value),
};

const LARGEST_BIGINT_BYTES = 128;

function bigintLength(value: bigint): number {
  if (value === 0n) return 0;
  return Math.ceil(((value < 0n ? ~value : value).toString(2).length + 1) / 8);
}

function encodeBigint(value: bigint): Uint8Array {
  const limit = BigInt(LARGEST_BIGINT_BYTES * 8 - 1);
  if (value >= 1n << limit || value < -(1n << limit)) throw new SyftError('LIMIT', 'cannot encode bigint: bigintBytes exceeded');
  const body = new Uint8Array(value === -1n ? 1 : bigintLength(value));
  let rest = value;
  for (let index = 0; index < body.length; index++) {
    body[index] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return body;
}

function decodeBigint(body: Uint8Array): bigint {
  let value = 0n;
  for (let index = body.length - 1; index >= 0; index--) value = (value << 8n) | BigInt(body[index] as number);
  return body.length === 0 ? 0n : BigInt.asIntN(body.length * 8, value);
}
