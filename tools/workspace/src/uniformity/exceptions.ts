// Where a package does not look like its kind, and why. A line that nothing needs any more is a failure, too.

export interface Exception {
  /** The package's name without its scope. */
  readonly package: string;
  /** As a failure names it; it covers all below it. */
  readonly place: string;
  readonly reason: string;
}

export const EXCEPTIONS: readonly Exception[] = [
  { package: 'all', place: 'package.json#syft', reason: 'autoload looks into a package that collects support packages' },
  { package: 'ast', place: 'package.json#scripts.codegen', reason: 'the messages of the wire come from a schema written by hand' },
  { package: 'ast', place: 'package.json#scripts.vectors', reason: 'it publishes bytes for other implementations to be held to' },
  { package: 'ast', place: 'vectors/', reason: 'the bytes themselves' },
  { package: 'autoload', place: 'package.json#sideEffects', reason: 'it begins to watch when it is loaded' },
  { package: 'domain', place: 'package.json#sideEffects', reason: 'its command line runs when it is loaded' },
  {
    package: 'redback',
    place: 'package.json#sideEffects',
    reason: 'its command line, and what runs inside the cage, run when they are loaded',
  },
  { package: 'redback', place: 'package.json#scripts.trial', reason: 'it is tried on libraries that nobody tuned it for' },
  { package: 'redback', place: 'trial/', reason: 'as its script; it asks the registry, so no test does it' },
  { package: 'redback', place: 'tsconfig.json', reason: 'the golden package in its tests is a package of its own' },
  { package: 'redback', place: 'vitest.config.ts', reason: 'as its tsconfig.json' },
  { package: 'release', place: 'registry/', reason: 'the program that only a rehearsal installs, apart from the workspace' },
  { package: 'js', place: 'package.json#description', reason: 'its library is JavaScript, which is no package' },
  { package: 'js', place: 'package.json#dependencies', reason: 'client and domain bring it along, so they bring what it stands on' },
  { package: 'js', place: 'package.json#peerDependencies', reason: 'as its dependencies' },
  { package: 'js', place: 'package.json#devDependencies', reason: 'testing stands on it; its conformance and twin tests are there' },
  { package: 'js', place: 'package.json#scripts.conformance', reason: 'as its development dependencies' },
  { package: 'js', place: 'src/', reason: 'its library is written here, in src/library' },
  {
    package: 'numjs',
    place: 'package.json#sideEffects',
    reason: 'what it bundles sets itself up when it is loaded, and may not be left out',
  },
  { package: 'numjs', place: 'package.json#files', reason: 'the notices travel with the code that it bundles' },
  { package: 'numjs', place: 'package.json#dependencies', reason: 'numjs cannot be installed as it is, so it is bundled' },
  { package: 'numjs', place: 'package.json#devDependencies.numjs', reason: 'as its dependencies' },
  { package: 'numjs', place: 'package.json#syft.after', reason: 'nobody who has the bundle alone sees what numjs depends on' },
  { package: 'numjs', place: 'tsup.config.ts', reason: 'it bundles its library' },
  { package: 'numjs', place: 'build/', reason: 'what takes the native parts out of its library' },
  { package: 'numjs', place: 'THIRD-PARTY-NOTICES.md', reason: 'it bundles its library' },
  { package: 'numjs', place: 'src/runtime.ts#export Numjs', reason: 'its codec, written by hand, makes arrays of the library' },
  { package: 'numjs', place: 'src/runtime.ts#export numjs', reason: 'as the type of it' },
];
