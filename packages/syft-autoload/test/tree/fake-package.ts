/** A made-up package, as it lies in `node_modules`. */
export interface FakePackage {
  readonly name: string;
  readonly version: string;
  /** What package.json says besides name and version. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly files: Readonly<Record<string, string>>;
}

/** Text that notes in a global list that it was run. */
export const note = (name: string): string => `(globalThis.order ??= []).push(${JSON.stringify(name)});\n`;

interface LibraryOptions {
  readonly version?: string;
  /** Libraries that it imports. */
  readonly dependencies?: readonly string[];
  readonly kind?: 'esm' | 'cjs' | 'dual';
}

/** A library that notes when it is run. */
export function library(name: string, { version = '1.2.3', dependencies = [], kind = 'esm' }: LibraryOptions = {}): FakePackage {
  const esm = `${dependencies.map((one) => `import '${one}';\n`).join('')}${note(name)}export const answer = 42;\nexport default { answer };\n`;
  const cjs = `${dependencies.map((one) => `require('${one}');\n`).join('')}${note(name)}exports.answer = 42;\n`;
  const asked = { dependencies: Object.fromEntries(dependencies.map((one) => [one, '*'])) };
  if (kind === 'esm') return { name, version, json: { ...asked, type: 'module', exports: './index.js' }, files: { 'index.js': esm } };
  if (kind === 'cjs') return { name, version, json: { ...asked, main: 'lib/index.js' }, files: { 'lib/index.js': cjs } };
  const exports = { '.': { import: './index.mjs', require: './index.cjs' } };
  return { name, version, json: { ...asked, exports }, files: { 'index.mjs': esm, 'index.cjs': cjs } };
}

interface SupportOptions {
  readonly version?: string;
  readonly range?: string;
  readonly after?: readonly string[];
  /** The field, where it is to be another one. */
  readonly syft?: unknown;
  /** The text of its `./autoload`, where it is to be another one; `null` for no such file. */
  readonly autoload?: string | null;
  readonly dependencies?: readonly string[];
}

/** A support package for a made-up library, which notes when its `./autoload` is run. */
export function support(name: string, supported: string, options: SupportOptions = {}): FakePackage {
  const { version = '1.0.0', range = '^1.0.0', after, dependencies = [] } = options;
  const syft = 'syft' in options ? options.syft : { contract: 1, libraries: { [supported]: range }, ...(after && { after }) };
  const root = supported.replace(/\W/g, '_');
  const index = `import { defineSupport } from '@syft-libs/ast/support';
export const support = defineSupport({
  name: '${name}', module: import.meta.url, load: async () => [], manifest: async () => ({}),
  surfaces: [{ root: '${root}', library: '${supported}', version: '1.0.0', digest: '', aliases: {}, types: [], entries: [] }],
});
`;
  const autoload = `import { registerSupport } from '@syft-libs/ast/autoload';\nimport { support } from './index.js';\n${note(name)}registerSupport(support);\n`;
  const written = options.autoload === undefined ? autoload : options.autoload;
  return {
    name,
    version,
    json: {
      type: 'module',
      exports: { '.': './index.js', './autoload': './autoload.js', './package.json': './package.json' },
      peerDependencies: { '@syft-libs/ast': '*' },
      dependencies: Object.fromEntries(dependencies.map((one) => [one, '*'])),
      ...(syft === undefined ? {} : { syft }),
    },
    files: { 'index.js': index, ...(written === null ? {} : { 'autoload.js': written }) },
  };
}
