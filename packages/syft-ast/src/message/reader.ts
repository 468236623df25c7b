/** Integers of this many bytes are the longest that a number may take; a length or a tag fits in five. */
const LONGEST = 10;
const LONGEST_SIZE = 5;
/** Up to here a loop is faster than the engine's decoder, in bytes. */
const SHORT_TEXT = 64;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

interface NestedReader {
  read(reader: Reader, into?: unknown): unknown;
}

/**
 * Reads protobuf's encoding. What it gives are views of the bytes that it reads. Throws a plain error for what is
 * malformed: callers say what it was a part of.
 */
export class Reader {
  pos = 0;
  /** Where reading ends; moved inwards while a nested message is read. */
  len: number;
  readonly #bytes: Uint8Array;
  #view: DataView | undefined;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.len = bytes.length;
  }

  /** Modulo 2³²: the higher bits of a longer number are dropped. */
  uint32(): number {
    const bytes = this.#bytes;
    // Most are one byte long.
    if (this.pos < this.len && (bytes[this.pos] as number) < 128) return bytes[this.pos++] as number;
    let value = 0;
    for (let index = 0; index < LONGEST && this.pos < this.len; index++) {
      const byte = bytes[this.pos++] as number;
      if (index < LONGEST_SIZE) value |= (byte & 127) << (7 * index);
      if (byte < 128) return value >>> 0;
    }
    throw new RangeError('a number has no end');
  }

  bool(): boolean {
    // Any bit counts, also those beyond 32.
    let isTrue = false;
    for (let index = 0; index < LONGEST && this.pos < this.len; index++) {
      const byte = this.#bytes[this.pos++] as number;
      if ((byte & 127) !== 0) isTrue = true;
      if (byte < 128) return isTrue;
    }
    throw new RangeError('a number has no end');
  }

  double(): number {
    const start = this.#take(8);
    this.#view ??= new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
    return this.#view.getFloat64(start, true);
  }

  bytes(): Uint8Array {
    const length = this.#size();
    const start = this.#take(length);
    return this.#bytes.subarray(start, start + length);
  }

  /** Text that is not valid UTF-8 is refused. */
  string(): string {
    const length = this.#size();
    const start = this.#take(length);
    const end = start + length;
    let text = '';
    if (length <= SHORT_TEXT) {
      let at = start;
      for (; at < end && (this.#bytes[at] as number) < 128; at++) text += String.fromCharCode(this.#bytes[at] as number);
      if (at === end) return text;
    }
    return utf8.decode(this.#bytes.subarray(start, end));
  }

  /** Numbers that stand without a tag each. */
  uint32s(list: number[]): void {
    const outer = this.#enter();
    while (this.pos < this.len) list.push(this.uint32());
    this.len = outer;
  }

  doubles(list: number[]): void {
    const outer = this.#enter();
    while (this.pos < this.len) list.push(this.double());
    this.len = outer;
  }

  /** Reads a nested message, on top of `into` where its field stood before. */
  message(type: NestedReader, into?: unknown): unknown {
    const outer = this.#enter();
    const message = type.read(this, into);
    this.len = outer;
    return message;
  }

  /** A field's number and wire type, as they are written. */
  tag(): number {
    const tag = this.#size();
    if (tag < 8) throw new RangeError('a field has number 0');
    return tag;
  }

  /** Steps over the field of a tag. Groups, which no version of the protocol has, are refused. */
  skip(tag: number): void {
    const wireType = tag & 7;
    if (wireType === 0) this.bool();
    else if (wireType === 1) this.#take(8);
    else if (wireType === 2) this.#take(this.#size());
    else if (wireType === 5) this.#take(4);
    else throw new RangeError('a field has no known wire type');
  }

  /** A length or a tag: a number that has to fit. */
  #size(): number {
    const start = this.pos;
    const value = this.uint32();
    const length = this.pos - start;
    if (length > LONGEST_SIZE || (length === LONGEST_SIZE && (this.#bytes[this.pos - 1] as number) > 15)) {
      throw new RangeError('a length or a tag is too large');
    }
    return value;
  }

  /** Reads a length, and lets reading end there; what is returned is where it ended before. */
  #enter(): number {
    const length = this.#size();
    const outer = this.len;
    if (this.pos + length > outer) throw new RangeError('a field goes past its message');
    this.len = this.pos + length;
    return outer;
  }

  #take(length: number): number {
    const start = this.pos;
    if (start + length > this.len) throw new RangeError('a field goes past its message');
    this.pos = start + length;
    return start;
  }
}
