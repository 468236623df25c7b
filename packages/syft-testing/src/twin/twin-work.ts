import { DEFAULT_LIMITS, decodeValue, type Encoded, encodeValue, type SerdeContext, type SupportPackage, TagTable } from '@syft-libs/ast';
import type { Samples } from '../samples/values-of-type.ts';
import type { TwinLibraries } from './twin-libraries.ts';

/** What a process is asked to run: support packages by the modules that export them, samples as bytes. */
export interface TwinWork {
  readonly supports: readonly { readonly name: string; readonly module: string }[];
  readonly samples: Readonly<Record<string, readonly Encoded[]>>;
  readonly programs: number;
  readonly seed: number;
  /** Where the process writes what it is about to do. */
  readonly diary: string;
  /** Bytes that the process may hold, in its heap and outside. */
  readonly memory: number;
}

/** What it answers: the fault that was found, in words, or why it could not look. */
export type TwinAnswer = { readonly found: string | undefined } | { readonly failed: string };

/** Samples as bytes: a record that came from a wire has no prototype, which messages between processes would give it. */
export function packSamples({ registry, samples }: TwinLibraries): TwinWork['samples'] {
  const context = contextOf(registry);
  return mapValues(samples, (values) => values.map((value) => encodeValue(value, context)));
}

export function unpackSamples(packed: TwinWork['samples'], { registry }: Pick<TwinLibraries, 'registry'>): Samples {
  const context = contextOf(registry);
  return mapValues(packed, (values) => values.map((value) => decodeValue(value, context, DEFAULT_LIMITS)));
}

/** The place of each package. */
export function packSupports(supports: readonly SupportPackage[]): TwinWork['supports'] {
  return supports.map(({ name, module }) => ({ name, module }));
}

function contextOf(registry: TwinLibraries['registry']): SerdeContext {
  const tags = new TagTable();
  tags.addAll(registry.libraryTags());
  return { registry, tags };
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
