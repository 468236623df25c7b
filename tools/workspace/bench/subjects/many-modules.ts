// Programs of a thousand modules: those of a library as it is, and made-up ones in forty packages, of some kilobytes each, that do
// little when they are loaded.
import { mkdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Application } from '../../../../packages/syft-autoload/test/tree/application.ts';
import { type FakePackage, library, support } from '../../../../packages/syft-autoload/test/tree/fake-package.ts';

export const MODULES = 1_000;
const PACKAGES = 40;
const EACH = MODULES / PACKAGES;

/** What the modules of a program are: those of mathjs, all ES modules, or made-up ones, half of them CommonJS. */
export type ModuleKind = 'mathjs' | 'mixed';

/** Where mathjs is installed in this workspace. */
const REDBACK = new URL('../../../redback/package.json', import.meta.url);

/** The program's file without autoload, and with it in its first line. It prints the processor time that its process took, in microseconds. */
export const PLAIN = 'main.mjs';
export const FIRST_LINE = 'first.mjs';

/** Writes the program. It loads one library that has a support package; the others have none. It lives on for a moment, so that the package is loaded. */
export async function createProgram(kind: ModuleKind): Promise<Application> {
  const packages =
    kind === 'mathjs' ? [] : Array.from({ length: PACKAGES }, (_, index) => fillerPackage(index, index % 2 === 0 ? 'esm' : 'cjs'));
  const names = ['calc', ...(kind === 'mathjs' ? ['mathjs'] : packages.map(({ name }) => name))];
  const imports = names.map((name) => `import '${name}';\n`).join('');
  const end =
    "import { writeSync } from 'node:fs';\nsetTimeout(() => {}, 5);\nprocess.on('exit', () => { const { user, system } = process.cpuUsage(); writeSync(1, String(user + system)); });\n";
  const program = await Application.npm([library('calc'), support('@acme/syft-calc', 'calc', { range: '>=1.0.0 <2.0.0' }), ...packages], {
    [PLAIN]: imports + end,
    [FIRST_LINE]: `import '@syft-libs/autoload';\n${imports}${end}`,
  });
  if (kind === 'mathjs') linkMathjs(program.folder);
  return program;
}

function linkMathjs(folder: string): void {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  symlinkSync(dirname(createRequire(REDBACK).resolve('mathjs/package.json')), join(folder, 'node_modules/mathjs'));
}

function fillerPackage(index: number, kind: 'esm' | 'cjs'): FakePackage {
  const names = Array.from({ length: EACH - 1 }, (_, module) => `part${module}`);
  const files = Object.fromEntries(
    names.map((name, module) => [
      `lib/${name}.js`,
      moduleText(
        index * EACH + module,
        [1, 2, 5].flatMap((step) => names[module + step] ?? []),
        kind,
      ),
    ]),
  );
  const load = (name: string): string => (kind === 'esm' ? `import './lib/${name}.js';\n` : `require('./lib/${name}');\n`);
  const json = kind === 'esm' ? { type: 'module', exports: './index.js' } : { main: 'index.js' };
  return {
    name: `filler${index}`,
    version: '1.0.0',
    json,
    files: {
      ...files,
      'index.js': names
        .filter((_, module) => module % 6 === 0)
        .map(load)
        .join(''),
    },
  };
}

/** About five kilobytes: it imports a few other modules, has functions and comments, and runs some of them. */
function moduleText(seed: number, others: readonly string[], kind: 'esm' | 'cjs'): string {
  const functions = Array.from({ length: 12 }, (_, index) => {
    const [a, b] = [(seed * 7 + index) % 13, (seed * 11 + index * 3) % 17];
    return `/** Weighs a list by ${a}, from the ${b}th item on. */
function weigh${index}(items, { from = ${b}, scale = ${a} } = {}) {
  let sum = 0;
  for (let at = from; at < items.length; at++) sum += items[at] * scale + ${seed % 5};
  return sum > ${a * b} ? sum - ${a} : [sum, items.length].reduce((most, one) => Math.max(most, one), 0);
}
`;
  });
  const load = (name: string): string =>
    kind === 'esm' ? `import * as ${name} from './${name}.js';\n` : `const ${name} = require('./${name}');\n`;
  const state = `const table = Array.from({ length: 20 }, (_, index) => index * ${seed % 9});\nconst sums = [weigh0(table), weigh1(table, { scale: 2 })];\n`;
  return `${others.map(load).join('')}${functions.join('')}${state}${kind === 'esm' ? 'export { sums, weigh0, weigh1 };\n' : 'module.exports = { sums, weigh0, weigh1 };\n'}`;
}
