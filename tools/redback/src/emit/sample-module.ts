import type { PackagePlan } from '../surface/package-plan.ts';
import type { Sample } from '../surface/sample.ts';
import { head } from './package-head.ts';
import { packageNames, variableName } from './package-names.ts';
import { needsLibrary, SamplePrinter } from './sample-printer.ts';

/** A generated module of the tests or benchmarks that holds operands: printed first, then put together with what they need. */
export class SampleModule {
  readonly #plan: PackagePlan;
  readonly #asyncPaths: ReadonlySet<string>;
  readonly printer: SamplePrinter;
  /** Names that the module takes from `@syft-libs/testing`. */
  readonly fromTesting = new Set<string>();

  constructor(plan: PackagePlan) {
    this.#plan = plan;
    this.printer = new SamplePrinter(plan.manifest);
    const members = plan.manifest.libraries.flatMap((library) => library.members);
    this.#asyncPaths = new Set(members.filter(({ signatures }) => signatures.some((one) => one.async)).map(({ path }) => path));
  }

  /** A plain operand: what a library makes is taken apart by its codec. */
  operand(sample: Sample): string {
    if (!needsLibrary(sample)) return this.printer.print(sample);
    return this.plain(this.printer.print(sample), this.#isAsync(sample));
  }

  /** The plain form of an expression. */
  plain(expression: string, isAsync = false): string {
    this.fromTesting.add('plainMaker');
    return `plain(${isAsync ? 'await ' : ''}${expression})`;
  }

  /** The module's text, given what stands below its imports. */
  assemble(body: string, typeImports: readonly string[] = []): string {
    const { roots, names } = this.printer;
    const values = [...this.fromTesting].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
    const testing = [...values, ...typeImports.map((name) => `type ${name}`)];
    const used = this.#plan.libraries.filter(({ root }) => roots.has(root));
    return [
      head(this.#plan),
      ...(testing.length === 0 ? [] : [`import { ${testing.join(', ')} } from '@syft-libs/testing';`]),
      ...(this.fromTesting.has('plainMaker') ? [this.#codecsImport()] : []),
      ...(used.length === 0 ? [] : ["import { libraries } from '../../src/runtime.ts';"]),
      '',
      ...(used.length === 0 ? [] : [memberInterface([...names].sort())]),
      ...used.map(({ root }) => {
        return `const ${variableName(root)} = libraries.find((library) => library.root === '${root}')?.module as unknown as Member;`;
      }),
      ...(this.fromTesting.has('plainMaker') ? [`const plain = plainMaker(${this.#codecs()});`] : []),
      ...(used.length === 0 ? [] : ['']),
      body,
    ].join('\n');
  }

  /** The package as a whole knows codecs that people wrote. */
  #codecsImport(): string {
    const { support } = packageNames(this.#plan);
    return this.#hasOwnCodecs()
      ? `import { ${support} as support } from '../../src/support.ts';`
      : "import { codecs } from '../../src/gen/codecs.ts';";
  }

  #codecs(): string {
    const byClass = this.#plan.libraries.some(({ codecs }) => codecs.some(({ travel }) => travel.kind === 'structure' && travel.byClass));
    return `${this.#hasOwnCodecs() ? 'support.codecs' : 'codecs'}${byClass ? ', libraries' : ''}`;
  }

  #hasOwnCodecs(): boolean {
    const generated = new Set(this.#plan.libraries.flatMap(({ codecs }) => codecs.map(({ type }) => type)));
    return this.#plan.manifest.libraries.some(({ types }) => types.some(({ id, codec }) => codec !== null && !generated.has(id)));
  }

  #isAsync(sample: Sample): boolean {
    return typeof sample === 'object' && sample !== null && sample.$ === 'call' && this.#asyncPaths.has(sample.path);
  }
}

function memberInterface(names: readonly string[]): string {
  const members = names.map((name) => `  readonly ${name}: Member;\n`).join('');
  const calls = '  (...args: readonly unknown[]): Member;\n  new (...args: readonly unknown[]): Member;\n';
  return `/** Whatever operands are made of. */\ninterface Member {\n${calls}${members}}\n`;
}
