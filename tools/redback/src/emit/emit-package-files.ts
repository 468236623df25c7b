// What a support package has of its own besides its generated files: written once, and people's from then on.
import type { PackagePlan } from '../surface/package-plan.ts';
import { autoloadField, isAutoloaded } from './emit-autoload.ts';
import { emitReadme } from './emit-readme.ts';
import type { EmittedFile } from './emitted-file.ts';
import { quote } from './generated-text.ts';
import { listed, packageNames } from './package-names.ts';

/** Every file that is written only where there is none. */
export function emitPackageFiles(plan: PackagePlan): readonly EmittedFile[] {
  const { slug } = packageNames(plan);
  const files: Readonly<Record<string, string>> = {
    'package.json': packageJson(plan),
    'tsconfig.json': '{\n  "extends": "../../tsconfig.base.json",\n  "include": ["src", "test", "bench"]\n}\n',
    'tsup.config.ts': tsupConfig(plan),
    'vitest.config.ts': "import { preset } from '../../vitest.preset.ts';\n\nexport default preset(import.meta.dirname);\n",
    'support.config.ts': supportConfig(plan),
    'compat.json': `{\n${plan.libraries.map(({ name, version }) => `  ${JSON.stringify(name)}: [${JSON.stringify(version)}]`).join(',\n')}\n}\n`,
    'src/index.ts': index(plan),
    'src/runtime.ts': runtime(plan),
    'src/support.ts': support(plan),
    ...(plan.tests === 'elsewhere' ? {} : { 'test/conformance.test.ts': conformanceTest(plan), 'test/twin.test.ts': twinTest(plan) }),
    [`../../.changeset/${slug}.md`]: changeset(plan),
  };
  return [...Object.entries(files).map(([path, text]) => ({ path, text, kind: 'once' as const })), emitReadme(plan)];
}

const DATA = { './manifest.json': './manifest.json', './package.json': './package.json' } as const;

/** The modules behind the package's exports, by subpath. */
function entryPoints(plan: PackagePlan): Readonly<Record<string, string>> {
  return { '.': 'index', ...(isAutoloaded(plan) ? { './autoload': 'gen/autoload' } : {}), './runtime': 'runtime' };
}

function packageJson(plan: PackagePlan): string {
  const { packageName, libraries } = plan;
  const entries = Object.entries(entryPoints(plan));
  const target = (file: string) => ({ types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` });
  const built = entries.map(([subpath, file]) => [subpath, target(file)] as const);
  const sources = entries.map(([subpath, file]) => [subpath, { '@syft-libs/source': `./src/${file}.ts`, ...target(file) }] as const);
  const json = {
    name: packageName,
    version: '0.0.0',
    description: `Support package: ${listed(libraries.map(({ name }) => name))} on data that you may not see.`,
    license: 'Apache-2.0',
    type: 'module',
    engines: { node: '^22.22.3 || ^24.11.1 || >=26' },
    sideEffects: isAutoloaded(plan) ? ['./dist/gen/autoload.js', './src/gen/autoload.ts'] : false,
    ...(isAutoloaded(plan) ? { syft: autoloadField(plan) } : {}),
    exports: { ...Object.fromEntries(sources), ...DATA },
    files: ['dist', 'manifest.json'],
    publishConfig: { access: 'public', exports: { ...Object.fromEntries(built), ...DATA } },
    scripts: {
      build: 'tsup',
      typecheck: 'tsc',
      test: 'vitest run',
      conformance: 'node ../../tools/workspace/src/conformance/main.ts',
      check: 'node ../../tools/workspace/src/check-package.ts',
      prepack: 'node ../../tools/release/src/check-built-main.ts',
    },
    dependencies: Object.fromEntries(
      libraries
        .filter(({ module }) => module === undefined)
        .map(({ name, range }) => [name, range] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    peerDependencies: { '@syft-libs/ast': 'workspace:^' },
    devDependencies: { '@syft-libs/ast': 'workspace:^', '@syft-libs/testing': 'workspace:^' },
    nx: { tags: ['kind:support'] },
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function tsupConfig(plan: PackagePlan): string {
  const files = Object.values(entryPoints(plan)).map((file) => quote(`src/${file}.ts`));
  return `import { preset } from '../../tsup.preset.ts';\n\nexport default preset({ entry: [${files.join(', ')}] });\n`;
}

function supportConfig({ libraries }: PackagePlan): string {
  const entries = libraries.map(({ name, range, root }) => {
    return `    {\n      name: ${quote(name)},\n      range: ${quote(range)},\n      root: ${quote(root)},\n      members: {},\n    },\n`;
  });
  return `import { defineDecisions } from '@syft-libs/ast';\n\nexport default defineDecisions({\n  libraries: [\n${entries.join('')}  ],\n});\n`;
}

function index(plan: PackagePlan): string {
  return `export type * from './gen/remote.ts';\nexport { ${packageNames(plan).support} } from './support.ts';\n`;
}

function runtime({ libraries }: PackagePlan): string {
  const names = listed(libraries.map(({ name }) => name));
  return `// ${names}, loaded only where calls run (a domain), or where a value becomes one of the library's own types (a client).\nexport { libraries } from './gen/library.js';\n`;
}

function support(plan: PackagePlan): string {
  const { support: name, remote } = packageNames(plan);
  const names = listed(plan.libraries.map((library) => library.name));
  return `import { defineSupport, type SupportPackage } from '@syft-libs/ast';
import { costs, guards } from './gen/bounds.ts';
import { codecs } from './gen/codecs.ts';
import type { ${remote} } from './gen/remote.ts';
import { surfaces } from './gen/surface.ts';

/**
 * ${names} for \`clinic.lib(${name})\` and \`Domain.open({ libraries: [${name}] })\`. Importing it loads neither the library
 * nor the manifest: \`load()\` and \`manifest()\` do, where they are needed.
 */
export const ${name}: SupportPackage<${remote}> = defineSupport<${remote}>({
  name: ${quote(plan.packageName)},
  module: import.meta.url,
  surfaces,
  codecs,
  guards,
  costs,
  load: async () => (await import('./runtime.ts')).libraries,
  manifest: async () => (await import('../manifest.json', { with: { type: 'json' } })).default,
});
`;
}

function conformanceTest(plan: PackagePlan): string {
  const { support: name } = packageNames(plan);
  return `import { conformance } from '@syft-libs/testing';
import { ${name} } from '../src/index.ts';
import { cases } from './gen/cases.ts';
import { samples } from './gen/samples.ts';

await conformance(${name}, { cases, samples });
`;
}

function twinTest(plan: PackagePlan): string {
  const { support: name } = packageNames(plan);
  return `import { twinTest } from '@syft-libs/testing';
import { ${name} } from '../src/index.ts';
import { samples } from './gen/samples.ts';

twinTest([${name}], { samples });
`;
}

/** The first release of the package, and with it one of the package that installs them all. */
function changeset(plan: PackagePlan): string {
  return `---\n'${plan.packageName}': major\n'@syft-libs/all': minor\n---\n\nSupport package for ${packageNames(plan).libraries}.\n`;
}
