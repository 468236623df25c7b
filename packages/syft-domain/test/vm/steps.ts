import {
  DEFAULT_LIMITS,
  decodeValue,
  type Encoded,
  encodeValue,
  type Limits,
  POINTER,
  type PointerLike,
  resolveLimits,
  TagTable,
  type Uid,
} from '@syft-libs/ast';
import { type LoadedLibraries, loadLibraries } from '../../src/vm/load-libraries.ts';
import type { Vm, VmCall, VmLoad, VmOutcome } from '../../src/vm/vm.ts';
import { fixture } from './fixture-support.ts';

export const PREFIX = '0123456789abcdef';
export const TAGS = [
  ['fix/Vec', 64],
  ['fix/Unit', 65],
] as const;
export const libraries: LoadedLibraries = await loadLibraries([fixture]);
export const limitsWith = (overrides: Partial<Limits>): Limits => resolveLimits(overrides);

const serde = { registry: libraries.registry, tags: new TagTable(TAGS) };

export const uid = (counter: number): Uid => `${PREFIX}:${counter}`;
export const p = (counter: number, prefix?: string): PointerLike => ({ [POINTER]: { prefix, counter } });
export const encode = (value: unknown): Encoded => encodeValue(value, serde);
export const decode = (encoded: Encoded): unknown => decodeValue(encoded, serde, DEFAULT_LIMITS);

/** An array value of type fix.Vec. */
export const vec = (...data: number[]) =>
  ({ type: 'fix.Vec', dtype: 'float64', shape: [data.length], data: Float64Array.from(data) }) as const;

export const load = (counter: number, value: unknown): VmLoad => ({ kind: 'load', object: uid(counter), value: encode(value) });

export function call(counter: number, name: string, ...operands: unknown[]): VmCall {
  const { index, effects } = libraries.allowlist.resolve(`fix.${name}`);
  const seed = effects.random ? { seed: Uint8Array.of(1, 2, 3) } : {};
  return {
    kind: 'call',
    object: uid(counter),
    entry: index,
    prefix: PREFIX,
    operands: operands.map((operand) => encode(operand).head),
    ...seed,
  };
}

/** The failures of some outcomes, `ok` for none. */
export const codes = (outcomes: readonly VmOutcome[]): readonly string[] => outcomes.map(({ failure }) => failure ?? 'ok');

/** The plain value of an object; arrays as lists. */
export async function get(vm: Vm, counter: number): Promise<unknown> {
  return listed(decode(await vm.encode(uid(counter))));
}

/** A plain value with its arrays as lists, to compare with. */
export function listed(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  if (Array.isArray(value)) return value.map(listed);
  if (typeof value !== 'object' || value === null) return value;
  if ('dtype' in value) return listed((value as unknown as { readonly data: unknown }).data);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, listed(item)]));
}
