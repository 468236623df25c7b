import {
  CodecRegistry,
  chunkHeader,
  DEFAULT_LIMITS,
  decodeValue,
  type Encoded,
  encodeDomainFrame,
  encodeValue,
  fromBytes,
  TagTable,
  toBytes,
  transferSize,
} from '@syft-libs/ast';
import { compared, type Figure, stated } from '../measure/figure.ts';
import { alternate, callTime } from '../measure/rounds.ts';
import { sampleColumn } from '../subjects/sample-column.ts';

const MEGABYTE = 1e6;
const context = { registry: new CodecRegistry(), tags: new TagTable() };

/** As a domain allocates what it fills at once. */
const unzeroed = (size: number): ArrayBuffer => Buffer.allocUnsafeSlow(size).buffer;

const decode = (encoded: Encoded): unknown => decodeValue(encoded, context, DEFAULT_LIMITS);

/** Codecs alone, in one thread. */
export async function measure(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const size of [8, 80]) figures.push(...(await measureParts(size)));
  figures.push(...(await measureMessage()), ...measureWireSize());
  return figures;
}

async function measureParts(size: number): Promise<readonly Figure[]> {
  const array = sampleColumn((size * MEGABYTE) / 8, 1);
  const encoded = encodeValue(array, context);
  const decoded = decode(encoded) as Float64Array;
  if (decoded.buffer !== array.buffer) throw new Error('an aligned part was copied');
  const samples = await alternate({
    encode: () => callTime(200, () => encodeValue(array, context)),
    decode: () => callTime(200, () => decode(encoded)),
  });
  return [
    stated(
      { row: 'encode a big array as header + payload parts', figure: `${size} MB`, budget: { most: 20 } },
      { name: 'syft', samples: samples.encode, unit: 'µs' },
    ),
    stated(
      { row: 'decode a big array', figure: `${size} MB, aligned, uncopied`, budget: { most: 20 } },
      { name: 'syft', samples: samples.decode, unit: 'µs' },
    ),
  ];
}

async function measureMessage(): Promise<readonly Figure[]> {
  const array = sampleColumn(MEGABYTE, 1);
  const bytes = new Uint8Array(array.buffer);
  const whole = toBytes(encodeValue(array, context));
  const shifted = new Uint8Array(bytes.byteLength + 1).subarray(1);
  shifted.set(bytes);
  const unaligned = { ...encodeValue(array, context), parts: [shifted] };
  const right = decode(unaligned) as Float64Array;
  if (right.length !== array.length || right.some((value, index) => value !== array[index])) throw new Error('unaligned is not right');
  const samples = await alternate(
    {
      toBytes: () => callTime(15, () => toBytes(encodeValue(array, context), unzeroed)),
      copy: () => callTime(15, () => new Uint8Array(bytes)),
      fromBytes: () => callTime(15, () => decode(fromBytes(whole))),
      unaligned: () => callTime(15, () => decode(unaligned)),
    },
    { rounds: 9 },
  );
  const copy = { name: 'one fresh copy', samples: samples.copy, unit: 'µs' };
  return [
    compared(
      { row: 'encode a big array as one message', figure: '8 MB ÷ one copy', budget: { most: 1.1 } },
      { name: 'syft', samples: samples.toBytes, unit: 'µs' },
      copy,
    ),
    stated(
      { row: 'decode a big array', figure: '8 MB in one message, uncopied', budget: { most: 20 } },
      { name: 'syft', samples: samples.fromBytes, unit: 'µs' },
    ),
    compared(
      { row: 'decode a big array', figure: '8 MB, unaligned ÷ one copy', budget: { most: 2 } },
      { name: 'syft', samples: samples.unaligned, unit: 'µs' },
      copy,
    ),
  ];
}

/** Bytes of the answer's frame and of its chunks, beyond the elements themselves. */
function measureWireSize(): readonly Figure[] {
  return [10, 8_000, 100_000, 10_000_000].map((length) => {
    const value = encodeValue(new Float64Array(length), context);
    const sizes = value.parts.map((part) => part.byteLength);
    const answer = { call: 100_000, value: value.head, parts: sizes, transfer: sizes.length * 100_000, offset: 0 };
    const frame = encodeDomainFrame({ messages: [{ answer }] }).byteLength;
    const rest = transferSize(sizes);
    const chunks = Math.ceil(rest / DEFAULT_LIMITS.chunkBytes) * chunkHeader(1, 0).byteLength;
    const overhead = frame + rest + chunks - length * 8;
    return stated(
      { row: 'wire size beyond the payload', figure: `${length} float64`, budget: { most: length * 8 * 0.001 + 64 } },
      { name: 'syft', samples: [overhead], unit: 'bytes' },
    );
  });
}
