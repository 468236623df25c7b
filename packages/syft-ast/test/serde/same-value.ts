import { isDeepStrictEqual } from 'node:util';
import { bytesOf, dtypeOfTypedArray, isPointer, isRecord, POINTER, type TypedArray } from '../../src/index.ts';

/** Whether a decoded value is what was sent: by Object.is for numbers, by bytes for arrays, by keys for records. */
export function sameValue(sent: unknown, received: unknown): boolean {
  if (isPointer(sent)) return isPointer(received) && isDeepStrictEqual(sent[POINTER], received[POINTER]);
  if (dtypeOfTypedArray(sent) !== undefined) {
    return dtypeOfTypedArray(sent) === dtypeOfTypedArray(received) && sameBytes(sent as TypedArray, received as TypedArray);
  }
  if (Array.isArray(sent)) {
    return (
      Array.isArray(received) &&
      sent.length === received.length &&
      Array.from(sent).every((item, index) => sameValue(item, received[index]))
    );
  }
  if (sent instanceof Map) {
    return received instanceof Map && sameValue([...sent].flat(1), [...received].flat(1));
  }
  if (sent instanceof Set) return received instanceof Set && sameValue([...sent], [...received]);
  if (isRecord(sent)) {
    if (!isRecord(received)) return false;
    const keys = Object.keys(sent);
    return isDeepStrictEqual(keys, Object.keys(received)) && keys.every((key) => sameValue(sent[key], received[key]));
  }
  // Map and Set keep no -0 as a key; everywhere else it survives.
  return isDeepStrictEqual(sent, received);
}

function sameBytes(left: TypedArray, right: TypedArray): boolean {
  return Buffer.compare(bytesOf(left), bytesOf(right)) === 0;
}
