import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Allowlist,
  type AllowlistEntry,
  buildAllowlist,
  type Codec,
  CodecRegistry,
  type CostFunction,
  isSupportPackage,
  type ManifestMember,
  parseManifest,
  type SupportPackage,
} from '@syft-libs/ast';
import { readPackages, workspaceRoot } from '../../src/workspace.ts';

/** One line of a package's generated `bench/gen/entries.ts`. */
export interface BenchEntry {
  readonly path: string;
  /** Plain operands of calls, the receiver first, of about `size` elements: alternatives, as not every call is still one when it has grown. */
  readonly growing: readonly ((size: number) => readonly unknown[])[];
  /** Plain operands of a call that was seen, for where none grows. */
  readonly seen: () => readonly unknown[];
}

/** A support package, its library loaded, and what its benchmarks call. */
export interface BenchPackage {
  readonly support: SupportPackage;
  readonly entries: readonly BenchEntry[];
  readonly allowlist: Allowlist;
  readonly registry: CodecRegistry;
  readonly modules: ReadonlyMap<string, unknown>;
  readonly members: ReadonlyMap<string, ManifestMember>;
  /** Cost functions by path that nobody wrote. */
  readonly generatedCosts: Readonly<Record<string, CostFunction>>;
}

/** Loads a support package by its short name, `numjs`. Throws when there is none, or it has no generated table. */
export async function loadBenchPackage(name: string, table?: string): Promise<BenchPackage> {
  const dir = readPackages().find(({ json, dir: folder }) => folder.startsWith('packages/') && json.name === `@syft-libs/${name}`)?.dir;
  if (dir === undefined) throw new Error(`cannot measure ${name}: there is no package @syft-libs/${name}`);
  const file = table ?? join(workspaceRoot, dir, 'bench/gen/entries.ts');
  if (!existsSync(file)) throw new Error(`cannot measure ${name}: it has no bench/gen/entries.ts; let RedBack write it`);
  const exports = (await import(pathToFileURL(join(workspaceRoot, dir, 'src/index.ts')).href)) as Readonly<Record<string, unknown>>;
  const support = Object.values(exports).find(isSupportPackage);
  if (support === undefined) throw new Error(`cannot measure ${name}: ${dir} exports no support package`);
  const { entries } = (await import(pathToFileURL(file).href)) as { readonly entries: readonly BenchEntry[] };
  const { costs } = (await import(pathToFileURL(join(workspaceRoot, dir, 'src/gen/bounds.ts')).href)) as Pick<SupportPackage, 'costs'>;
  const [manifest, loaded] = [parseManifest(await support.manifest()), await support.load()];
  return {
    support,
    entries,
    allowlist: buildAllowlist([{ support, manifest, loaded }]),
    registry: new CodecRegistry(support.codecs as Codec[]),
    modules: new Map(loaded.map(({ root, module }) => [root, module] as const)),
    members: new Map(manifest.libraries.flatMap(({ members }) => members.map((member) => [member.path, member] as const))),
    generatedCosts: costs,
  };
}

/** The allowed entry at a path. Throws when it is not allowed. */
export function entryAt({ allowlist }: BenchPackage, path: string): AllowlistEntry {
  const entry = allowlist.entries.find((one) => one.path === path);
  if (entry === undefined) throw new Error(`cannot measure ${path}: it is not allowed`);
  return entry;
}
