import type { Codec } from '../codec.ts';
import { bytesCodec, columnCodec, typedArrayCodec } from './array-codecs.ts';
import { listCodec, mapCodec, recordCodec, setCodec } from './collection-codecs.ts';
import { pointerCodec } from './pointer-codec.ts';
import { bigintCodec, booleanCodec, dateCodec, nullCodec, numberCodec, stringCodec, undefinedCodec } from './scalar-codecs.ts';

/** The core's codecs, in the order in which they are asked; the record comes last, since it is the widest. */
export const CORE_CODECS: readonly Codec[] = [
  pointerCodec,
  numberCodec,
  stringCodec,
  booleanCodec,
  nullCodec,
  undefinedCodec,
  bigintCodec,
  columnCodec,
  listCodec,
  typedArrayCodec,
  bytesCodec,
  dateCodec,
  mapCodec,
  setCodec,
  recordCodec,
] as readonly unknown[] as readonly Codec[];
