// Whoever bundles code of others ships their licences with it. `node tools/workspace/src/third-party-notices.ts packages/syft-numjs`
// writes those of one package, read off what its last build bundled.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBundled } from './report-bundled.ts';
import { type Problem, workspaceRoot } from './workspace.ts';

const NOTICES = 'THIRD-PARTY-NOTICES.md';

interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

/** Where the notices of the package `dir`, which has to be built, are not those of what its build bundled. */
export function checkNotices(dir: string, root: string = workspaceRoot): readonly Problem[] {
  const folder = join(root, dir);
  const committed = existsSync(join(folder, NOTICES)) ? readFileSync(join(folder, NOTICES), 'utf8') : undefined;
  const { files = [] } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly files?: readonly string[] };
  const bundled = bundledPackages(folder);
  const at = (file: string, text: string, fix: string): Problem => ({ file: `${dir}/${file}`, line: 1, text, fix });
  if (bundled.length === 0) return committed === undefined ? [] : [at(NOTICES, 'the build bundles no code of others', 'delete the file')];
  const names = bundled.map(({ name }) => name).join(', ');
  const write = `run \`node tools/workspace/src/third-party-notices.ts ${dir}\` and commit what it writes`;
  return [
    ...(committed === undefined
      ? [at('package.json', `the build bundles code of others, and ships no notices: ${names}`, `add them to dependencies; or ${write}`)]
      : committed === formatNotices(bundled)
        ? []
        : [at(NOTICES, `the notices are not those of what the build bundles: ${names}`, write)]),
    ...(files.includes(NOTICES) ? [] : [at('package.json', 'the notices are not published', `add "${NOTICES}" to "files"`)]),
  ];
}

/** The packages whose code the last build bundled, by name. Throws when one carries no licence: then a person has to decide. */
function bundledPackages(folder: string): readonly BundledPackage[] {
  const packages = readBundled(folder).map((one) => readPackage(join(folder, one)));
  return packages.sort((left, right) => left.name.localeCompare(right.name, 'en'));
}

function readPackage(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as BundledPackage;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`cannot read licence of ${name}@${version}: no licence file in the package`);
  return { name, version, license, text: readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() };
}

function formatNotices(packages: readonly BundledPackage[]): string {
  const sections = packages.map(
    ({ name, version, license, text }) => `## ${name} ${version} (${license})\n\n\`\`\`text\n${text}\n\`\`\`\n`,
  );
  return [
    '# Third-party notices\n\nCode of these packages is bundled into `dist/`. Written from what the build bundles; do not edit.\n',
    ...sections,
  ].join('\n');
}

if (import.meta.main) {
  for (const dir of process.argv.slice(2)) {
    writeFileSync(join(workspaceRoot, dir, NOTICES), formatNotices(bundledPackages(join(workspaceRoot, dir))));
  }
}
