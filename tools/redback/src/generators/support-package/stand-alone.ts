import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { EmittedFile } from '../../emit/emitted-file.ts';

/** What the scripts of a package need that stands in no workspace: the versions that it is known to build and pass with. */
const TOOLS = { '@types/node': '^24.19.2', tsup: '^9.0.0', typescript: '~6.0.3', vitest: '^5.1.1' } as const;

const TSCONFIG = {
  compilerOptions: {
    target: 'esnext',
    lib: ['esnext', 'dom'],
    types: ['node'],
    module: 'nodenext',
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    skipLibCheck: true,
  },
  include: ['src', 'test', 'bench'],
};

const TSUP = `import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/gen/autoload.ts', 'src/runtime.ts'],
  format: 'esm',
  platform: 'neutral',
  target: 'node22',
  external: [/^node:/],
  dts: true,
  clean: true,
});
`;

const VITEST = `import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['test/**/*.test.ts'] } });
`;

/** A package's files as they have to be where there is no workspace around them: nothing in them reaches out of the folder. */
export function standAlone(files: readonly EmittedFile[]): readonly EmittedFile[] {
  const own: Readonly<Record<string, string>> = { 'tsconfig.json': printed(TSCONFIG), 'tsup.config.ts': TSUP, 'vitest.config.ts': VITEST };
  return files.filter(({ path }) => !path.startsWith('../')).map((file) => ({ ...file, text: standingAlone(file, own) }));
}

function standingAlone({ path, text }: EmittedFile, own: Readonly<Record<string, string>>): string {
  if (path === 'package.json') return packageJson(text);
  // The documents that a README links to stand in the workspace.
  if (path === 'README.md') return text.replace(/\[([^\]]+)\]\(\.\.\/[^)]*\)/g, '$1');
  return own[path] ?? text;
}

interface PackageJson {
  readonly scripts: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly nx: object;
}

function packageJson(text: string): string {
  const { nx: _nx, ...json } = JSON.parse(text) as PackageJson;
  const { check: _, conformance: __, prepack: ___, ...scripts } = json.scripts;
  const devDependencies = { ...published(json.devDependencies), ...TOOLS };
  return printed({ ...json, scripts, peerDependencies: published(json.peerDependencies), devDependencies });
}

/** Our own packages share the major version that their contract goes with; before the first release it is the one that they start at. */
function published(dependencies: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const file = createRequire(import.meta.url).resolve('@syft-libs/ast/package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
  const range = `^${Math.max(1, Number.parseInt(version, 10))}.0.0`;
  return Object.fromEntries(Object.entries(dependencies).map(([name, asked]) => [name, asked.startsWith('workspace:') ? range : asked]));
}

function printed(json: unknown): string {
  return `${JSON.stringify(json, null, 2)}\n`;
}
