import { SyftError } from '../../errors.ts';
import { ListBody, RecordBody } from '../../gen/schema_pb.js';
import { isRecord } from '../../type/is-record.ts';
import type { Codec, Decoder, Encoder } from '../codec.ts';
import { scanFields } from '../scan-fields.ts';

function encodeItems(items: Iterable<unknown>, encoder: Encoder): Uint8Array {
  return ListBody.encode({ items: Array.from(items, (item) => encoder.value(item)) }).finish();
}

function decodeItems(body: Uint8Array, decoder: Decoder): readonly unknown[] {
  scanFields(body, decoder.budget.countLeft);
  return ListBody.decode(body).items.map((item) => decoder.value(item));
}

const WEIGHT_OF_ITEM = 16;

/** A dense list; a hole travels as undefined. */
export const listCodec: Codec<readonly unknown[]> = {
  tag: 'ast/List',
  type: 'ast.List',
  schema: 'ListBody',
  detect: (value): value is readonly unknown[] => Array.isArray(value),
  encode: encodeItems,
  decode: decodeItems,
  weigh: (value) => WEIGHT_OF_ITEM * (1 + value.length),
};

export const setCodec: Codec<ReadonlySet<unknown>> = {
  tag: 'ast/Set',
  type: 'ast.Set',
  schema: 'ListBody',
  detect: (value): value is ReadonlySet<unknown> => value instanceof Set,
  encode: encodeItems,
  decode(body, decoder) {
    const items = decodeItems(body, decoder);
    const set = new Set(items);
    if (set.size !== items.length) throw new SyftError('PROTOCOL', 'cannot read set: an item stands twice');
    return set;
  },
  weigh: (value) => WEIGHT_OF_ITEM * (1 + 2 * value.size),
};

/** Keys and values in turn. */
export const mapCodec: Codec<ReadonlyMap<unknown, unknown>> = {
  tag: 'ast/Map',
  type: 'ast.Map',
  schema: 'ListBody',
  detect: (value): value is ReadonlyMap<unknown, unknown> => value instanceof Map,
  encode: (value, encoder) => encodeItems([...value].flat(1), encoder),
  decode(body, decoder) {
    const items = decodeItems(body, decoder);
    const map = new Map<unknown, unknown>();
    for (let index = 0; index < items.length; index += 2) map.set(items[index], items[index + 1]);
    if (map.size * 2 !== items.length) throw new SyftError('PROTOCOL', 'cannot read map: a key stands twice, or without a value');
    return map;
  },
  weigh: (value) => WEIGHT_OF_ITEM * (1 + 3 * value.size),
};

/** A plain record. It is read into an object without a prototype, so that no key reaches one. */
export const recordCodec: Codec<Readonly<Record<string, unknown>>> = {
  tag: 'ast/Record',
  type: 'ast.Record',
  schema: 'RecordBody',
  detect: isRecord,
  encode(value, encoder) {
    const keys = Object.keys(value);
    return RecordBody.encode({ keys, values: keys.map((key) => encoder.value(value[key])) }).finish();
  },
  decode(body, decoder) {
    scanFields(body, 2 * decoder.budget.countLeft);
    const { keys, values } = RecordBody.decode(body);
    if (keys.length !== values.length || new Set(keys).size !== keys.length) {
      throw new SyftError('PROTOCOL', 'cannot read record: a key stands twice, or without a value');
    }
    const record = Object.create(null) as Record<string, unknown>;
    keys.forEach((key, index) => {
      record[key] = decoder.value(values[index] as Uint8Array);
    });
    return record;
  },
  weigh: (value) => WEIGHT_OF_ITEM * (1 + 3 * Object.keys(value).length),
};
