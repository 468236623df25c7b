const SLAB_BYTES = 8 * 1024;
const SCRATCH_BYTES = 4 * 1024;
/** A scratch buffer that grew larger is not kept. */
const LARGEST_SCRATCH = 64 * 1024;
/** Up to here a loop is faster than the engine's encoder, in characters. */
const SHORT_TEXT = 127;
/** As above, for a copy, in bytes. */
const SHORT_COPY = 24;

const utf8 = new TextEncoder();

const EMPTY = new Uint8Array(0);

let scratch: Uint8Array | undefined;
let slab: Uint8Array = EMPTY;
let slabUsed = 0;

/** Small results share a buffer, as large ones would waste theirs. */
function allocate(length: number): Uint8Array {
  if (length > SLAB_BYTES / 2) return new Uint8Array(length);
  if (slabUsed + length > slab.length) {
    slab = new Uint8Array(SLAB_BYTES);
    slabUsed = 0;
  }
  const bytes = slab.subarray(slabUsed, slabUsed + length);
  slabUsed = Math.ceil((slabUsed + length) / 8) * 8;
  return bytes;
}

interface NestedWriter<Properties> {
  encode(message: Properties, writer: Writer): unknown;
}

/**
 * Writes protobuf's encoding, each field by its tag. Values that are their type's default, or missing, are left out, as
 * proto3 has it; -0 is none. Good for one message: `finish` ends it.
 */
export class Writer {
  #bytes: Uint8Array;
  #pos = 0;

  constructor() {
    this.#bytes = scratch ?? new Uint8Array(SCRATCH_BYTES);
    scratch = undefined;
  }

  uint32(tag: number, value: number | null | undefined): void {
    if (!value) return;
    this.#reserve(10);
    this.#number(tag);
    this.#number(value);
  }

  bool(tag: number, value: boolean | null | undefined): void {
    if (value) this.uint32(tag, 1);
  }

  double(tag: number, value: number | null | undefined): void {
    if (value === null || value === undefined || Object.is(value, 0)) return;
    this.#reserve(5 + 8);
    this.#number(tag);
    this.#float(value);
  }

  bytes(tag: number, value: Uint8Array | null | undefined): void {
    if (value && value.length > 0) this.#item(tag, value);
  }

  string(tag: number, value: string | null | undefined): void {
    if (value) this.#text(tag, value);
  }

  bytesList(tag: number, values: readonly Uint8Array[] | null | undefined): void {
    if (values) for (const value of values) this.#item(tag, value);
  }

  stringList(tag: number, values: readonly string[] | null | undefined): void {
    if (values) for (const value of values) this.#text(tag, value);
  }

  uint32s(tag: number, values: readonly number[] | null | undefined): void {
    if (!values || values.length === 0) return;
    const at = this.#begin(tag);
    this.#reserve(values.length * 5);
    for (const value of values) this.#number(value);
    this.#end(at);
  }

  doubles(tag: number, values: readonly number[] | null | undefined): void {
    if (!values || values.length === 0) return;
    const at = this.#begin(tag);
    this.#reserve(values.length * 8);
    for (const value of values) this.#float(value);
    this.#end(at);
  }

  message<Properties>(tag: number, value: Properties | null | undefined, type: NestedWriter<Properties>): void {
    if (!value) return;
    const at = this.#begin(tag);
    type.encode(value, this);
    this.#end(at);
  }

  messages<Properties>(tag: number, values: readonly Properties[] | null | undefined, type: NestedWriter<Properties>): void {
    if (values) for (const value of values) this.message(tag, value, type);
  }

  /** What was written, in bytes of its own. */
  finish(): Uint8Array {
    const length = this.#pos;
    const bytes = this.#bytes;
    const result = allocate(length);
    if (length > SHORT_COPY) result.set(bytes.subarray(0, length));
    else for (let index = 0; index < length; index++) result[index] = bytes[index] as number;
    if (bytes.length <= LARGEST_SCRATCH) scratch = bytes;
    this.#bytes = EMPTY;
    this.#pos = 0;
    return result;
  }

  #reserve(length: number): void {
    const needed = this.#pos + length;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#pos));
    this.#bytes = larger;
  }

  /** There has to be room for it. */
  #number(value: number): void {
    const bytes = this.#bytes;
    let pos = this.#pos;
    let rest = value >>> 0;
    for (; rest > 127; rest >>>= 7) bytes[pos++] = (rest & 127) | 128;
    bytes[pos++] = rest;
    this.#pos = pos;
  }

  #float(value: number): void {
    new DataView(this.#bytes.buffer, this.#bytes.byteOffset).setFloat64(this.#pos, value, true);
    this.#pos += 8;
  }

  #item(tag: number, value: Uint8Array): void {
    this.#reserve(10 + value.length);
    this.#number(tag);
    this.#number(value.length);
    const bytes = this.#bytes;
    const pos = this.#pos;
    const { length } = value;
    if (length > SHORT_COPY) bytes.set(value, pos);
    else for (let index = 0; index < length; index++) bytes[pos + index] = value[index] as number;
    this.#pos = pos + length;
  }

  #text(tag: number, value: string): void {
    if (value.length <= SHORT_TEXT && this.#shortText(tag, value)) return;
    this.#item(tag, utf8.encode(value));
  }

  /** Writes text of one byte a character, or nothing. */
  #shortText(tag: number, value: string): boolean {
    this.#reserve(6 + value.length);
    const start = this.#pos;
    this.#number(tag);
    const bytes = this.#bytes;
    let pos = this.#pos;
    bytes[pos++] = value.length;
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index);
      if (code > 127) {
        this.#pos = start;
        return false;
      }
      bytes[pos++] = code;
    }
    this.#pos = pos;
    return true;
  }

  /** Begins a field whose length is known at its end: one byte is left for it, and more are made where it takes more. */
  #begin(tag: number): number {
    this.#reserve(6);
    this.#number(tag);
    return this.#pos++;
  }

  #end(at: number): void {
    const length = this.#pos - at - 1;
    if (length > 127) {
      const more = length < 1 << 14 ? 1 : length < 1 << 21 ? 2 : length < 1 << 28 ? 3 : 4;
      this.#reserve(more);
      this.#bytes.copyWithin(at + 1 + more, at + 1, this.#pos);
    }
    this.#pos = at;
    this.#number(length);
    this.#pos += length;
  }
}
