// Type-checks the TypeScript in READMEs and documents against the packages' source: `node --conditions=@syft-libs/source src/check-examples.ts`.
// That the root README's code also runs is a test of the demo's.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { codeBlocks } from './code-blocks.ts';
import { type Problem, readPackages, report, workspaceRoot } from './workspace.ts';

const SOURCE = '@syft-libs/source';

/** An example as a module of its own, which is on no disk. */
interface Example {
  readonly document: string;
  /** Of its first line in the document. */
  readonly line: number;
  readonly code: string;
}

/** Each type error in the examples of the READMEs and documents at `root`. */
export function checkExamples(root: string = workspaceRoot): readonly Problem[] {
  const examples = new Map(readExamples(root).map((example) => [moduleOf(example, root), example]));
  const plain = compilerOptions(root);
  const options = { ...plain, paths: sourcePaths(root, plain) };
  const program = ts.createProgram({ rootNames: [...examples.keys()], options, host: hostWith(examples, options) });
  return [...examples].flatMap(([file, { document, line }]): readonly Problem[] => {
    const source = program.getSourceFile(file);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ messageText, start = 0 }) => {
      const within = source?.getLineAndCharacterOfPosition(start).line ?? 0;
      const text = `the example does not compile: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
      return {
        file: document,
        line: line + within,
        text,
        fix: 'mend the example, or what it shows; each is a whole module, so declare what it uses',
      };
    });
  });
}

function readExamples(root: string): readonly Example[] {
  return globSync(['{.,docs,packages/*,tools/*}/*.md'], { cwd: root, exclude: ['**/CHANGELOG.md', '**/THIRD-PARTY-NOTICES.md'] })
    .sort()
    .flatMap((document) =>
      codeBlocks(readFileSync(join(root, document), 'utf8'))
        .filter(({ language }) => language === 'ts')
        .map(({ line, code }) => ({ document, line, code })),
    );
}

/** Where an example is taken to stand: beside its document. */
const moduleOf = ({ document, line }: Example, root: string): string => join(root, document.replace(/\.md$/, `-${line}.ts`));

function compilerOptions(root: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile) as {
    readonly config: { readonly compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  return { ...options, typeRoots: [join(root, 'node_modules/@types')], moduleDetection: ts.ModuleDetectionKind.Force };
}

/** Every entry point of every package, and every supported library, wherever an example stands. */
function sourcePaths(root: string, options: ts.CompilerOptions): Record<string, string[]> {
  const paths: Record<string, string[]> = {};
  for (const { dir, json } of readPackages(root)) {
    for (const [subpath, target] of Object.entries(json.exports ?? {})) {
      const source = typeof target === 'string' ? target : target[SOURCE];
      if (source !== undefined) paths[json.name + subpath.slice(1)] = [join(root, dir, source)];
    }
    for (const library of Object.keys(json.syft?.libraries ?? {})) {
      const file = declarationsOf(library, join(root, dir, 'package.ts'), options);
      if (file !== undefined) paths[library] = [file];
    }
  }
  return paths;
}

/** The file with a library's types, as a module of its support package finds it. */
function declarationsOf(library: string, from: string, options: ts.CompilerOptions): string | undefined {
  const { resolvedModule } = ts.resolveModuleName(library, from, options, ts.sys, undefined, undefined, ts.ModuleKind.ESNext);
  return resolvedModule?.resolvedFileName;
}

function hostWith(examples: ReadonlyMap<string, Example>, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: (file) => examples.has(file) || host.fileExists(file),
    readFile: (file) => examples.get(file)?.code ?? host.readFile(file),
    getSourceFile: (file, target, ...rest) => {
      const example = examples.get(file);
      return example === undefined ? host.getSourceFile(file, target, ...rest) : ts.createSourceFile(file, example.code, target, true);
    },
  };
}

if (import.meta.main) {
  if (!existsSync(join(workspaceRoot, 'node_modules'))) throw new Error('cannot check examples: install the dependencies first');
  report('examples', checkExamples());
}
