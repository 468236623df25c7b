import type { PackagePlan } from '../surface/package-plan.ts';
import { emitAutoload, isAutoloaded } from './emit-autoload.ts';
import { emitBench } from './emit-bench.ts';
import { emitBounds } from './emit-bounds.ts';
import { emitCases, emitSamples } from './emit-cases.ts';
import { emitCodecs } from './emit-codecs.ts';
import { emitLibrary } from './emit-library.ts';
import { emitPackageFiles } from './emit-package-files.ts';
import { emitRemote } from './emit-remote.ts';
import { emitSurface } from './emit-surface.ts';
import type { EmittedFile } from './emitted-file.ts';
import { formatJson } from './format-json.ts';
import { remoteName } from './interface-names.ts';
import { head } from './package-head.ts';
import { packageNames } from './package-names.ts';

/** Every file of a support package, in order of their paths. The same plan gives the same bytes. */
export function emitPackage(plan: PackagePlan): readonly EmittedFile[] {
  const { manifest } = plan;
  const files: readonly EmittedFile[] = [
    { path: 'manifest.json', text: formatJson(manifest), kind: 'generated' },
    { path: 'src/gen/surface.ts', text: emitSurface(manifest, head(plan)), kind: 'generated' },
    { path: 'src/gen/remote.ts', text: emitRemote(manifest, head(plan)) + printLibraries(plan), kind: 'generated' },
    ...(isAutoloaded(plan) ? [emitAutoload(plan)] : []),
    ...emitLibrary(plan),
    ...emitCodecs(plan),
    emitBounds(plan),
    emitCases(plan),
    // Both are typed by what runs them.
    ...(plan.tests === 'elsewhere' ? [] : [emitSamples(plan), emitBench(plan)]),
    ...emitPackageFiles(plan),
  ];
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What `lib()` gives of a package with several libraries: all of them by their roots. */
function printLibraries(plan: PackagePlan): string {
  if (plan.libraries.length < 2) return '';
  const { remote } = packageNames(plan);
  const lines = plan.libraries.map(({ root }) => `  readonly ${root}: ${remoteName(root)};\n`);
  return `\n/** The libraries of ${plan.packageName}, by their roots. */\nexport interface ${remote} {\n${lines.join('')}}\n`;
}
