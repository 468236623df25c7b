import { type Codec, CodecRegistry, columnOf, type TypedArray } from '@syft-libs/ast';
import {
  codecContract,
  FOREIGN_VALUES,
  SAMPLE_BIGINTS,
  SAMPLE_BOOLEANS,
  SAMPLE_DATES,
  SAMPLE_DTYPES,
  SAMPLE_LISTS,
  SAMPLE_NESTED,
  SAMPLE_NUMBERS,
  SAMPLE_STRINGS,
  sampleElements,
  sampleTypedArrays,
} from '../../src/index.ts';

const registry = new CodecRegistry();
const columns = SAMPLE_DTYPES.filter((dtype) => dtype !== 'array').map((dtype) => columnOf(sampleElements(dtype, 6) as TypedArray));

/** Values by tag; each codec has to know its own and no other's. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  'ast/number': SAMPLE_NUMBERS,
  'ast/string': SAMPLE_STRINGS,
  'ast/boolean': SAMPLE_BOOLEANS,
  'ast/null': [null],
  'ast/undefined': [undefined],
  'ast/bigint': SAMPLE_BIGINTS,
  'ast/Date': SAMPLE_DATES,
  'ast/List': [...SAMPLE_LISTS, ...SAMPLE_NESTED, SAMPLE_STRINGS, [null, undefined, true, [new Map([[1, [2]]])]]],
  'ast/Map': [
    new Map(),
    new Map<unknown, unknown>([
      [1, 'one'],
      ['a', [1]],
      [Number.NaN, -0],
    ]),
  ],
  'ast/Set': [new Set(), new Set([1, 'one', Number.NaN])],
  'ast/Record': [
    {},
    { a: 1, b: { c: [] } },
    Object.fromEntries([
      ['__proto__', 1],
      ['constructor', -0],
    ]),
  ],
  'ast/TypedArray': sampleTypedArrays(),
  'ast/Bytes': [new ArrayBuffer(0), Uint8Array.of(1, 2, 3).buffer],
  'ast/Column': columns,
};

for (const [tag, values] of Object.entries(VALUES)) {
  const codec = registry.byTag(tag) as Codec;
  const foreign = Object.entries(VALUES).flatMap(([other, theirs]) => (other === tag || isWider(tag, other) ? [] : theirs));
  const unowned = FOREIGN_VALUES.filter(
    (value) => typeof value === 'function' || typeof value === 'symbol' || value instanceof RegExp || value instanceof Error,
  );
  const large =
    tag === 'ast/TypedArray' ? new Float64Array(20_000).fill(-0) : tag === 'ast/Column' ? columnOf(new Float32Array(40_000)) : undefined;
  codecContract(codec, {
    samples: values.map((plain, index) => ({ name: `${tag} ${index}`, plain })),
    foreign: [...foreign, ...unowned],
    ...(large === undefined ? {} : { large }),
  });
}

/** A column is a record too; it is asked first. */
function isWider(tag: string, other: string): boolean {
  return tag === 'ast/Record' && other === 'ast/Column';
}
