import { isRecord } from '@syft-libs/ast';

/**
 * Where two plain values first differ, as a path (`.data[3]`), or `undefined` when they are the same: by `Object.is`, so
 * that -0 and 0 differ and NaN equals itself; typed arrays by class and element; dates, maps, sets, lists and records by
 * what they hold, records whatever their prototype.
 */
export function firstDifference(left: unknown, right: unknown, place = ''): string | undefined {
  if (Object.is(left, right)) return undefined;
  const here = place === '' ? '(value)' : place;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return here;
  const kind = kindOf(left);
  if (kind !== kindOf(right)) return here;
  switch (kind) {
    case 'list':
      return itemsDiffer(left as ArrayLike<unknown>, right as ArrayLike<unknown>, place);
    case 'Date':
      return Object.is((left as Date).getTime(), (right as Date).getTime()) ? undefined : here;
    case 'Map':
      return itemsDiffer([...(left as Map<unknown, unknown>)].flat(1), [...(right as Map<unknown, unknown>)].flat(1), place);
    case 'Set':
      return itemsDiffer([...(left as Set<unknown>)], [...(right as Set<unknown>)], place);
    case 'bytes':
      return itemsDiffer(new Uint8Array(left as ArrayBuffer), new Uint8Array(right as ArrayBuffer), place);
    case 'record':
      return recordsDiffer(left as Readonly<Record<string, unknown>>, right as Readonly<Record<string, unknown>>, place);
    default:
      return ArrayBuffer.isView(left)
        ? itemsDiffer(left as unknown as ArrayLike<unknown>, right as unknown as ArrayLike<unknown>, place)
        : here;
  }
}

/** Whether {@link firstDifference} finds none. */
export function isSameValue(left: unknown, right: unknown): boolean {
  return firstDifference(left, right) === undefined;
}

function kindOf(value: object): string {
  if (Array.isArray(value)) return 'list';
  if (isRecord(value)) return 'record';
  const name = Object.prototype.toString.call(value).slice(8, -1);
  return name === 'ArrayBuffer' || name === 'SharedArrayBuffer' ? 'bytes' : name;
}

function itemsDiffer(left: ArrayLike<unknown>, right: ArrayLike<unknown>, place: string): string | undefined {
  if (left.length !== right.length) return `${place}.length`;
  for (let index = 0; index < left.length; index++) {
    const found = firstDifference(left[index], right[index], `${place}[${index}]`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function recordsDiffer(
  left: Readonly<Record<string, unknown>>,
  right: Readonly<Record<string, unknown>>,
  place: string,
): string | undefined {
  const keys = Object.keys(left);
  const unshared = [...keys.filter((key) => !Object.hasOwn(right, key)), ...Object.keys(right).filter((key) => !Object.hasOwn(left, key))];
  if (unshared.length > 0) return `${place}.${unshared[0]}`;
  for (const key of keys) {
    const found = firstDifference(left[key], right[key], `${place}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
