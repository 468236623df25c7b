import { type AllowlistEntry, buildAllowlist, CodecRegistry, parseManifest, type SupportPackage } from '@syft-libs/ast';
import { sendableSamples } from '../samples/plain-values.ts';
import type { Samples } from '../samples/values-of-type.ts';

/** What programs are made of: every allowed entry of some packages, and every path that is not. */
export interface TwinLibraries {
  readonly supports: readonly SupportPackage[];
  readonly entries: readonly AllowlistEntry[];
  /** Paths that are refused, or under review. */
  readonly denied: readonly string[];
  readonly registry: CodecRegistry;
  readonly accepts: (id: string) => readonly string[];
  /** Types that travel as arrays. */
  readonly arrayTypes: readonly string[];
  readonly samples: Samples;
}

/** Reads the manifests of some packages. Loads no library. `samples` hold values of types of which not every array is one. */
export async function readTwinLibraries(supports: readonly SupportPackage[], samples: Samples = {}): Promise<TwinLibraries> {
  const sources = await Promise.all(supports.map(async (support) => ({ support, manifest: parseManifest(await support.manifest()) })));
  const allowlist = buildAllowlist(sources);
  const members = sources.flatMap(({ manifest }) => manifest.libraries.flatMap((library) => library.members));
  const codecs = supports.flatMap((support) => support.codecs);
  return {
    supports,
    entries: allowlist.entries,
    denied: members.filter(({ verdict }) => verdict !== 'allow').map(({ path }) => path),
    registry: new CodecRegistry(codecs),
    accepts: (id) => allowlist.accepts(id),
    arrayTypes: codecs.filter(({ schema }) => schema === 'ArrayBody').map(({ type }) => type),
    samples: sendableSamples(
      samples,
      sources.flatMap(({ manifest }) => manifest.libraries.flatMap(({ types }) => types)),
    ),
  };
}
