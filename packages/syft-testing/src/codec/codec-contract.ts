import {
  bytesOf,
  type Codec,
  DEFAULT_LIMITS,
  decodeValue,
  type Encoded,
  encodeValue,
  INLINE_BYTES,
  isSyftError,
  type TypedArray,
  validateHead,
} from '@syft-libs/ast';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameValue } from '../samples/same-value.ts';
import { describeArrayBody } from './array-body-contract.ts';
import { type CodecBench, codecBench } from './codec-bench.ts';
import type { CodecContractOptions } from './codec-options.ts';
import { buffersOf, memoryOf, overwrite } from './live-memory.ts';

const REFUSALS: ReadonlySet<string> = new Set(['PROTOCOL', 'LIMIT', 'UNSUPPORTED']);
const MUTATIONS = 500;

/** A suite that every codec passes: values survive exactly, foreign ones are left alone, hostile bodies are refused by code, memory is its own. */
export function codecContract<Plain, Live = Plain>(codec: Codec<Plain, Live>, options: CodecContractOptions<Plain, Live>): void {
  const bench = codecBench(codec, options);
  describe(`codec ${codec.tag}`, () => {
    describeRoundTrip(bench);
    describeHostileBodies(bench);
    describeMemory(bench);
    if (codec.isolate !== undefined) describeIsolation(bench);
    if (codec.schema === 'ArrayBody') describeArrayBody(bench);
    if (options.large !== undefined) describeLarge(bench, options.large);
  });
}

function describeRoundTrip<Plain, Live>(bench: CodecBench<Plain, Live>): void {
  const { codec, samples, equal, foreign, serde } = bench;
  test.each(samples)('$name survives from plain to bytes and back', ({ plain }) => {
    expect(equal(bench.read(bench.write(plain)), plain)).toBe(true);
  });

  if (codec.revive !== undefined) {
    test.each(samples)("$name survives as the library's own object", ({ plain, live }) => {
      const object = live ?? bench.revive(plain);
      const back = bench.read(bench.write(object));
      expect(equal(back, plain)).toBe(true);
      expect(equal(bench.revive(back), object)).toBe(true);
    });
  }

  test('equal values have equal bytes, plain or live', () => {
    for (const { plain, live } of samples) {
      const { head, parts } = bench.write(plain);
      expect(bench.write(codec.revive === undefined ? plain : (live ?? bench.revive(plain)))).toEqual({ head, parts });
    }
  });

  test('recognises its own values and is found for them', () => {
    for (const { plain, live } of samples) {
      for (const value of [plain, ...(live === undefined ? [] : [live])]) {
        expect(codec.detect(value)).toBe(true);
        expect(serde.registry.find(value)?.tag).toBe(codec.tag);
      }
    }
  });

  test('recognises nothing else, and fires no getter', () => {
    for (const value of foreign) expect(codec.detect(value), String(Object.prototype.toString.call(value))).toBe(false);
  });
}

function describeHostileBodies<Plain, Live>(bench: CodecBench<Plain, Live>): void {
  const { codec, samples } = bench;
  const bodies = samples.map(({ plain }) => bench.body(plain)).filter((body) => body.byteLength < 4_096);

  /** A body is refused by one of three codes, or is another value's: then that value can be written again. */
  const answer = (body: Uint8Array): void => {
    let value: unknown;
    try {
      value = decodeValue(bench.wrap(body), bench.serde, DEFAULT_LIMITS);
    } catch (error) {
      expect(isSyftError(error) && REFUSALS.has(error.code), String(error)).toBe(true);
      return;
    }
    expect(codec.detect(value)).toBe(true);
    encodeValue(value, bench.serde);
  };

  test('truncated bodies are refused, or are smaller values', () => {
    for (const body of bodies) for (let length = 0; length < body.byteLength; length++) answer(body.slice(0, length));
  });

  test('extended bodies are refused, or the rest is ignored', () => {
    for (const body of bodies)
      for (const rest of [[0], [0xff], [1, 2, 3, 4], new Array<number>(64).fill(0xff)]) answer(Uint8Array.of(...body, ...rest));
  });

  test('mutated bodies are refused by code, or are other values', () => {
    const mutation = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) });
    fc.assert(
      fc.property(fc.constantFrom(...bodies), fc.array(mutation, { minLength: 1, maxLength: 4 }), (body, mutations) => {
        const mutated = body.slice();
        for (const { at, byte } of mutations) if (mutated.byteLength > 0) mutated[at % mutated.byteLength] = byte;
        answer(mutated);
      }),
      { numRuns: MUTATIONS, seed: 1 },
    );
  });

  test('claimed lengths of two gigabytes in a few bytes are refused', () => {
    for (const body of [
      [0x0a, 0xff, 0xff, 0xff, 0xff, 0x07],
      [0x12, 0xff, 0xff, 0xff, 0xff, 0x07],
      [0x1a, 0xff, 0xff, 0xff, 0xff, 0x07],
    ])
      answer(Uint8Array.from(body));
  });
}

function describeMemory<Plain, Live>(bench: CodecBench<Plain, Live>): void {
  const { codec, samples } = bench;
  test('weighs values by what they keep: a finite number of bytes, the same for equal values', () => {
    for (const { plain } of samples) {
      const weight = codec.weigh(plain);
      expect(Number.isSafeInteger(weight) && weight >= 0, String(weight)).toBe(true);
      expect(codec.weigh(bench.read(bench.write(plain)))).toBe(weight);
      if (codec.revive !== undefined) expect(codec.weigh(bench.revive(plain))).toBe(weight);
    }
  });
}

function describeIsolation<Plain, Live>(bench: CodecBench<Plain, Live>): void {
  const { codec, samples, equal, views } = bench;
  test('an isolated value shares no memory with the one that it was made of', () => {
    for (const { plain, live } of samples) {
      const object = live ?? bench.revive(bench.read(bench.write(plain)));
      const own = bench.isolate(object, () => true);
      const before = bench.read(bench.write(own));
      // Samples are used again, so that what is overwritten is put back.
      const restore = overwrite(object);
      expect(equal(own, before)).toBe(true);
      restore();
    }
  });

  test('an isolated value is compact, and stays the same object when it is isolated again', () => {
    for (const object of [...samples.map(({ plain, live }) => live ?? bench.revive(plain)), ...views.map(({ live }) => live)]) {
      const own = bench.isolate(object, () => true);
      const before = new Set<unknown>([...buffersOf(object), ...memoryOf(object)]);
      for (const memory of memoryOf(own))
        if (!Object.isFrozen(memory)) expect(before.has(Array.isArray(memory) ? memory : memory.buffer)).toBe(false);
      expect(buffersOf(own).reduce((sum, buffer) => sum + buffer.byteLength, 0)).toBeLessThanOrEqual(codec.weigh(own));
      if (buffersOf(own).length > 0 && standsOnBuffers(own)) expect(bench.isolate(own, () => false)).toBe(own);
    }
  });

  test.each(views)('$name carries nothing of its buffer beside its own elements', ({ live, hidden }) => {
    const { head, parts } = bench.write(live);
    for (const bytes of [head, ...parts]) expect(Buffer.from(bytes).includes(Buffer.from(hidden))).toBe(false);
    for (const buffer of buffersOf(bench.isolate(live, () => false)))
      expect(Buffer.from(buffer as ArrayBuffer).includes(Buffer.from(hidden))).toBe(false);
  });
}

/** Whether every list in a value leads to a buffer: of any other no one knows who else holds it, and it is copied each time. */
function standsOnBuffers(value: unknown): boolean {
  return memoryOf(value).every((memory) => !Array.isArray(memory) || Object.isFrozen(memory) || buffersOf(memory).length > 0);
}

function describeLarge<Plain, Live>(bench: CodecBench<Plain, Live>, large: Plain | Live): void {
  const { equal, serde } = bench;
  test('a large value travels beside its head, uncopied, and its head can be checked alone', () => {
    const { head, parts } = bench.write(large);
    expect(parts.length).toBeGreaterThan(0);
    expect(head.byteLength).toBeLessThan(INLINE_BYTES);
    const sizes = parts.map((part) => part.byteLength);
    expect(() => validateHead(head, sizes, serde, DEFAULT_LIMITS)).not.toThrow();
    expect(() =>
      validateHead(
        head,
        sizes.map((size) => size + 1),
        serde,
        DEFAULT_LIMITS,
      ),
    ).toThrow(expect.objectContaining({ code: 'PROTOCOL' }));
    expect(() => validateHead(head, [], serde, DEFAULT_LIMITS)).toThrow(expect.objectContaining({ code: 'PROTOCOL' }));
  });

  test('a large value is read from parts at any alignment', () => {
    const encoded = bench.write(large);
    const shifted: Encoded = {
      head: encoded.head,
      parts: encoded.parts.map((part) => bytesOf(new Uint8Array([0, ...part]).subarray(1) as TypedArray)),
    };
    for (const one of [encoded, shifted]) expect(equal(bench.read(one), large)).toBe(true);
    expect(isSameValue(bench.read(encoded), bench.read(shifted))).toBe(true);
  });
}
