// `@syft-libs/all` installs every support package. What those are is read from their folders, so that a new one is in it by being there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindOf } from '../../../workspace/src/uniformity/package-kind.ts';
import { type PackageJson, readPackages } from '../../../workspace/src/workspace.ts';

/** Where the package stands, relative to the root. */
export const ALL_PACKAGE = 'packages/syft-all';

/** JavaScript's own values: client and domain bring them along. */
const BROUGHT_ALONG = '@syft-libs/js';

/** One support package: its name, and what its `index.ts` calls it. */
interface Support {
  readonly dir: string;
  readonly name: string;
  readonly exported: string;
  readonly description: string;
}

/** The generated files of the package, by their path from the root. A file that people write has only its generated part anew. */
export function generateAll(root: string): ReadonlyMap<string, string> {
  const supports = findSupports(root);
  const [manifest, readme] = ['package.json', 'README.md'].map((file) => `${ALL_PACKAGE}/${file}`) as [string, string];
  return new Map([
    [manifest, withDependencies(readFileSync(join(root, manifest), 'utf8'), supports)],
    [readme, withTable(readFileSync(join(root, readme), 'utf8'), supports)],
    [`${ALL_PACKAGE}/src/gen/supports.ts`, printModule(supports)],
  ]);
}

/** The generated files that are not as they would be written now. */
export function staleAll(root: string): readonly string[] {
  return [...generateAll(root)].filter(([file, text]) => readText(join(root, file)) !== text).map(([file]) => file);
}

function findSupports(root: string): readonly Support[] {
  const packages = readPackages(root).filter((pkg) => kindOf(pkg) === 'support' && pkg.json.name !== BROUGHT_ALONG);
  return packages.map(({ dir, json }) => {
    const [, exported] = /^export \{ (\w+) \} from '\.\/support\.ts';$/m.exec(readText(join(root, dir, 'src/index.ts')) ?? '') ?? [];
    if (exported === undefined) throw new Error(`cannot name the support package of ${dir}: its src/index.ts exports none`);
    return { dir, name: json.name, exported, description: (json as PackageJson & { readonly description: string }).description };
  });
}

function readText(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function withDependencies(text: string, supports: readonly Support[]): string {
  const json = JSON.parse(text) as PackageJson;
  const dependencies = Object.fromEntries(supports.map(({ name }) => [name, 'workspace:^']));
  return `${JSON.stringify({ ...json, dependencies }, null, 2)}\n`;
}

function withTable(text: string, supports: readonly Support[]): string {
  const rows = supports.map(({ dir, name, exported, description }) => {
    return `| [\`${name}\`](../${dir.slice('packages/'.length)}/README.md) | \`${exported}\` | ${description.replace(/^Support package: /, '').replace(/ on data that you may not see\.$/, '')} |`;
  });
  const table = ['| package | as | library |', '|---|---|---|', ...rows].join('\n');
  return text.replace(
    /(<!-- generated: supports -->\n).*(\n<!-- \/generated -->)/s,
    (_, start: string, end: string) => start + table + end,
  );
}

function printModule(supports: readonly Support[]): string {
  const names = supports.map(({ exported }) => exported).sort();
  return `// Generated from the folders of the support packages by \`pnpm nx run @syft-libs/release:all\`. Do not edit.
import type { SupportPackage } from '@syft-libs/ast';
${supports.map(({ name, exported }) => `import { ${exported} } from '${name}';`).join('\n')}

export { ${names.join(', ')} };

/** Every support package, for \`Domain.open({ libraries: all })\`. Importing it loads none of their libraries. */
export const all: readonly SupportPackage[] = [${names.join(', ')}];
`;
}
