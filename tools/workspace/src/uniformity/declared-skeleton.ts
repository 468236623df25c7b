// What packages look like of which no generator makes any: a table, and what of their package.json is their own.
import type { WorkspacePackage } from '../workspace.ts';
import type { PackageKind } from './package-kind.ts';
import type { Json, Skeleton } from './skeleton.ts';

const ENGINES = { node: '^22.22.3 || ^24.11.1 || >=26' };

const BUILT = {
  build: 'tsup',
  typecheck: 'tsc',
  test: 'vitest run',
  check: 'node ../../tools/workspace/src/check-package.ts',
  prepack: 'node ../../tools/release/src/check-built-main.ts',
};

const VITEST = "import { preset } from '../../vitest.preset.ts';\n\nexport default preset(import.meta.dirname);\n";

const TSUP = 'export default preset({});\n';

const TSCONFIG = '{\n  "extends": "../../tsconfig.base.json",\n  "include": ["src", "test"]\n}\n';

/** How a package of a kind that people write has to look. */
export function declaredSkeleton({ json }: WorkspacePackage, kind: Exclude<PackageKind, 'support'>): Skeleton {
  if (kind === 'internal') return internalSkeleton(json as unknown as Json);
  return {
    packageJson: publishedJson(json as unknown as Json, kind),
    texts: { 'tsconfig.json': TSCONFIG, 'vitest.config.ts': VITEST },
    shapes: { 'tsup.config.ts': TSUP },
    files: ['package.json', 'README.md', 'src/index.ts'],
    mayHave: ['CHANGELOG.md', 'src', 'test', ...(kind === 'tool' ? ['generators.json'] : [])],
    headings: ['Install', 'Example', 'Concepts'],
    tables: [],
  };
}

function internalSkeleton(json: Json): Skeleton {
  const { scripts = {}, nx = {} } = json as { readonly scripts?: Json; readonly nx?: Json };
  return {
    packageJson: withoutGaps({
      name: json['name'],
      version: '0.0.0',
      private: true,
      license: 'Apache-2.0',
      type: 'module',
      scripts: { ...scripts, typecheck: scripts['typecheck'] ?? 'tsc', test: 'vitest run' },
      dependencies: json['dependencies'],
      devDependencies: json['devDependencies'],
      optionalDependencies: json['optionalDependencies'],
      nx: { ...nx, tags: ['kind:internal'] },
    }),
    texts: { 'vitest.config.ts': VITEST },
    shapes: {},
    files: ['package.json', 'tsconfig.json'],
    mayHave: ['src', 'test', 'bench', 'data', 'stubs'],
    headings: [],
    tables: [],
  };
}

/** The package.json of a package that is published, its own words kept where they are its own. */
function publishedJson(json: Json, kind: PackageKind): Json {
  const subpaths = Object.entries((json['exports'] ?? {}) as Json);
  const data = subpaths.filter(([, target]) => typeof target === 'string');
  const built = subpaths.filter(([, target]) => typeof target !== 'string').map(([subpath]) => [subpath, builtTarget(subpath)] as const);
  const sources = built.map(([subpath, target]) => [subpath, { '@syft-libs/source': `./src/${fileOf(subpath)}.ts`, ...target }] as const);
  const files = (json['files'] ?? []) as readonly string[];
  return withoutGaps({
    name: json['name'],
    version: json['version'],
    description: json['description'] ?? 'What it is, in one sentence.',
    license: 'Apache-2.0',
    type: 'module',
    engines: ENGINES,
    sideEffects: false,
    exports: { ...Object.fromEntries([...sources, ...data]), './package.json': './package.json' },
    imports: json['imports'],
    bin: json['bin'],
    generators: json['generators'],
    files: ['dist', ...files.filter((file) => file !== 'dist')],
    publishConfig: { access: 'public', exports: { ...Object.fromEntries([...built, ...data]), './package.json': './package.json' } },
    scripts: BUILT,
    dependencies: json['dependencies'],
    peerDependencies: json['peerDependencies'],
    devDependencies: json['devDependencies'],
    optionalDependencies: json['optionalDependencies'],
    nx: { tags: [`kind:${kind}`] },
  });
}

/** The source of an entry point: `src/index.ts` for `.`, `src/node.ts` for `./node`. */
const fileOf = (subpath: string): string => (subpath === '.' ? 'index' : subpath.slice('./'.length));

const builtTarget = (subpath: string): Json => ({ types: `./dist/${fileOf(subpath)}.d.ts`, default: `./dist/${fileOf(subpath)}.js` });

const withoutGaps = (json: Json): Json => Object.fromEntries(Object.entries(json).filter(([, value]) => value !== undefined));
