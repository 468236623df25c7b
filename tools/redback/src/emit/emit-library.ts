// How the supported libraries are loaded. Plain JavaScript with declarations beside it, as the library's own types, which
// it may not have, which may not compile, or which may not say what is true, play no part here.
import { posix } from 'node:path';
import type { LibraryPlan, PackagePlan } from '../surface/package-plan.ts';
import type { EmittedFile } from './emitted-file.ts';
import { quote } from './generated-text.ts';
import { head } from './package-head.ts';
import { variableName } from './package-names.ts';
import { isPrintable, SamplePrinter } from './sample-printer.ts';

/** `src/gen/library.js` and its declarations: `libraries`, for `load()`. */
export function emitLibrary(plan: PackagePlan): readonly EmittedFile[] {
  const samples = new SamplePrinter(plan.manifest);
  const modules = plan.libraries.map((library) => loadLibrary(library));
  const entries = plan.libraries.map((library) => printLibrary(library, samples));
  const imports = [
    ...(modules.some(({ requires }) => requires) ? ["import { createRequire } from 'node:module';"] : []),
    "import { uniteModules } from '@syft-libs/ast/support';",
    ...modules.flatMap((module) => module.imports),
  ];
  const code = [
    head(plan),
    ...imports,
    '',
    ...(modules.some(({ requires }) => requires) ? ['const require = createRequire(import.meta.url);'] : []),
    ...modules.map(({ united }) => united),
    '',
    'export const libraries = [',
    ...entries,
    '];',
    '',
  ];
  const declarations = [
    head(plan),
    "import type { LoadedLibrary } from '@syft-libs/ast';",
    '',
    '/** The libraries themselves, with all that their entry points export, and a sample of each type that no export leads to. */',
    'export declare const libraries: readonly LoadedLibrary[];',
    '',
  ];
  return [
    { path: 'src/gen/library.js', text: code.join('\n'), kind: 'generated' },
    { path: 'src/gen/library.d.ts', text: declarations.join('\n'), kind: 'generated' },
  ];
}

interface PrintedModule {
  readonly imports: readonly string[];
  readonly requires: boolean;
  readonly united: string;
}

/** What `src/gen/library.js` loads for an entry point. */
function specifierOf({ name, module }: LibraryPlan, subpath: string): string {
  return module === undefined ? name + subpath.slice(1) : posix.relative('src/gen', module);
}

function loadLibrary(library: LibraryPlan): PrintedModule {
  const { root, entryPoints } = library;
  const used = entryPoints.filter(({ path, loads }) => path !== null && loads !== 'none');
  const loaded = used.map(({ subpath, path, loads }, index) => ({
    specifier: quote(specifierOf(library, subpath)),
    below: quote((path as string).slice(root.length + 1)),
    variable: used.length === 1 ? `${root}Module` : `${root}Module${index}`,
    isRequired: loads === 'require',
  }));
  const list = loaded.map(({ below, variable, specifier, isRequired }) => {
    return `[${below}, ${isRequired ? `{ default: require(${specifier}) }` : variable}]`;
  });
  return {
    imports: loaded.filter(({ isRequired }) => !isRequired).map(({ variable, specifier }) => `import * as ${variable} from ${specifier};`),
    requires: loaded.some(({ isRequired }) => isRequired),
    united: `const ${variableName(root)} = uniteModules([${list.join(', ')}]);`,
  };
}

function printLibrary({ root, version, samples }: LibraryPlan, printer: SamplePrinter): string {
  const lines = Object.entries(samples)
    .filter(([, sample]) => isPrintable([sample]))
    .map(([type, sample]) => `      ${quote(type)}: ${printer.print(sample)},\n`);
  const printed = lines.length === 0 ? '' : `\n    samples: {\n${lines.join('')}    },`;
  return `  {\n    root: ${quote(root)},\n    version: ${quote(version)},\n    module: ${variableName(root)},${printed}\n  },`;
}
