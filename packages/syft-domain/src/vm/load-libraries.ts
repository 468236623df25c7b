import { type Allowlist, type AllowlistSource, buildAllowlist, CodecRegistry, parseManifest, type SupportPackage } from '@syft-libs/ast';

/** Some support packages with their libraries loaded: what a domain checks calls with, and what a VM runs them with. */
export interface LoadedLibraries {
  readonly sources: readonly Required<AllowlistSource>[];
  /** Entries have the same positions in every thread that loads the same packages in the same order. */
  readonly allowlist: Allowlist;
  readonly registry: CodecRegistry;
  /** The libraries' own modules, by root. */
  readonly modules: ReadonlyMap<string, unknown>;
}

/**
 * Reads the manifests of some support packages, imports their libraries and builds the allowlist without the `denied`
 * paths. Throws `BAD_MANIFEST`, and whatever a library throws while it is imported.
 */
export async function loadLibraries(supports: readonly SupportPackage[], denied: Iterable<string> = []): Promise<LoadedLibraries> {
  const sources = await Promise.all(
    supports.map(async (support) => {
      const [manifest, loaded] = await Promise.all([support.manifest(), support.load()]);
      return { support, manifest: parseManifest(manifest), loaded };
    }),
  );
  return {
    sources,
    allowlist: buildAllowlist(sources, new Set(denied)),
    registry: new CodecRegistry(supports.flatMap((support) => support.codecs)),
    modules: new Map(sources.flatMap(({ loaded }) => loaded.map(({ root, module }) => [root, module] as const))),
  };
}
