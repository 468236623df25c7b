// A change to what a published package ships needs a changeset, or nobody would ever get it. What is compared: the working tree with
// the commit at which this branch left the main one; in a pull request's run with the one at which it left its base.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseChangesetFile } from '@changesets/parse';
import { parse } from 'yaml';
import { git, tryGit } from './git.ts';
import { type PackageJson, type Problem, readPackages, report, type WorkspacePackage, workspaceRoot } from './workspace.ts';

const SETTINGS = 'pnpm-workspace.yaml';

/** What of a package is not shipped, and makes nothing that is. */
const NOT_SHIPPED = /^(?:test|bench|crawl|types)\/|^(?:CHANGELOG|README)\.md$|^(?:tsconfig|compat)\.json$|^(?:vitest|support)\.config\.ts$/;

/** What of a package.json nobody sees who installs the package. */
const NOT_SEEN: readonly (keyof PackageJson)[] = ['devDependencies', 'scripts', 'nx'];

/** A release that a changeset asks for. */
interface Pending {
  readonly file: string;
  readonly name: string;
}

/** Each published package at `root` that changed, or was never released, and has no changeset for it. */
export function checkChangesets(
  root: string = workspaceRoot,
  target: string | undefined = process.env['GITHUB_BASE_REF'],
): readonly Problem[] {
  const base = baseOf(root, target);
  if (base === undefined) return target === undefined || target === '' ? [] : [noBase(target)];
  const touched = touchedFiles(root, base);
  const catalog = changedCatalog(root, base);
  const pending = readPending(root);
  const published = readPackages(root).filter(({ json }) => json.private !== true);
  return published.flatMap((pkg): readonly Problem[] => {
    const { name, version = '' } = pkg.json;
    const own = pending.filter((one) => one.name === name);
    if (!isReleased(root, pkg)) return version === '0.0.0' && own.length === 0 ? [neverReleased(pkg)] : [];
    const before = packageJsonAt(root, base, pkg.dir);
    // Its version was raised: this is the release itself.
    if (before !== undefined && before.version !== version) return [];
    const files = [...touched.filter((file) => ships(file, pkg, before)), ...(dependsOnAny(pkg.json, catalog) ? [SETTINGS] : [])];
    const [first] = files;
    if (first === undefined || own.some(({ file }) => touched.includes(file))) return [];
    const more = files.length === 1 ? '' : ` and ${files.length - 1} more`;
    return [{ file: first, line: 1, text: `${name} changes by this file${more}, and no changeset says so`, fix: recipe(name, 'patch') }];
  });
}

/** Where this branch left the one that it goes back to; `undefined` outside of a repository, and where there is no such branch. */
function baseOf(root: string, target: string | undefined): string | undefined {
  const branches = target === undefined || target === '' ? ['origin/main', 'main'] : [`origin/${target}`];
  const bases = branches.map((branch) => tryGit(root, 'merge-base', 'HEAD', branch)).filter((base) => base !== undefined);
  // A clone's own main may be behind its remote's, or ahead of it: the nearest of both.
  return bases.find((base) => bases.every((other) => tryGit(root, 'merge-base', '--is-ancestor', other, base) !== undefined));
}

function noBase(target: string): Problem {
  const text = `it is not known where this branch left ${target}, so not what it changes`;
  return { file: '.changeset/config.json', line: 1, text, fix: 'fetch the whole history and its tags, as by `fetch-depth: 0`' };
}

/** What differs from the base, committed or not. */
function touchedFiles(root: string, base: string): readonly string[] {
  const changed = git(root, 'diff', '--name-only', '--no-renames', base).split('\n');
  const added = git(root, 'ls-files', '--others', '--exclude-standard').split('\n');
  return [...changed, ...added].filter((file) => file !== '');
}

/** Dependencies of which the catalog has another version than at the base. */
function changedCatalog(root: string, base: string): ReadonlySet<string> {
  const catalogIn = (text: string): Readonly<Record<string, string>> =>
    (parse(text) as { readonly catalog?: Record<string, string> } | null)?.catalog ?? {};
  const before = catalogIn(tryGit(root, 'show', `${base}:${SETTINGS}`) ?? '');
  const now = existsSync(join(root, SETTINGS)) ? catalogIn(readFileSync(join(root, SETTINGS), 'utf8')) : {};
  return new Set(Object.keys(now).filter((name) => before[name] !== undefined && before[name] !== now[name]));
}

function dependsOnAny({ dependencies, peerDependencies, optionalDependencies }: PackageJson, names: ReadonlySet<string>): boolean {
  return Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies }).some((name) => names.has(name));
}

function readPending(root: string): readonly Pending[] {
  return globSync('.changeset/*.md', { cwd: root })
    .filter((file) => !file.endsWith('README.md'))
    .flatMap((file) => parseChangesetFile(readFileSync(join(root, file), 'utf8')).releases.map(({ name }) => ({ file, name })));
}

/** A first release leaves a tag, each further one a line in the changelog. */
function isReleased(root: string, { dir, json: { name, version } }: WorkspacePackage): boolean {
  return (
    existsSync(join(root, dir, 'CHANGELOG.md')) ||
    tryGit(root, 'rev-parse', '--verify', '--quiet', `refs/tags/${name}@${version}`) !== undefined
  );
}

function packageJsonAt(root: string, commit: string, dir: string): PackageJson | undefined {
  const text = tryGit(root, 'show', `${commit}:${dir}/package.json`);
  return text === undefined ? undefined : (JSON.parse(text) as PackageJson);
}

function ships(file: string, { dir, json }: WorkspacePackage, before: PackageJson | undefined): boolean {
  if (!file.startsWith(`${dir}/`)) return false;
  const path = file.slice(dir.length + 1);
  if (path === 'package.json' && before !== undefined) return JSON.stringify(seen(json)) !== JSON.stringify(seen(before));
  return !NOT_SHIPPED.test(path);
}

function seen(json: PackageJson): object {
  return Object.fromEntries(Object.entries(json).filter(([key]) => !(NOT_SEEN as readonly string[]).includes(key)));
}

function neverReleased({ dir, json: { name } }: WorkspacePackage): Problem {
  return {
    file: `${dir}/package.json`,
    line: 1,
    text: `${name} was never released, and no changeset releases it`,
    fix: recipe(name, 'major'),
  };
}

function recipe(name: string, bump: string): string {
  const file = `.changeset/${name.slice(name.indexOf('/') + 1)}-<what>.md`;
  return `run \`pnpm changeset\`, or write ${file}: "---\\n'${name}': ${bump}\\n---\\n\\nWhat its users notice.\\n"`;
}

if (import.meta.main) report('changesets', checkChangesets());
