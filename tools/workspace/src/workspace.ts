import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The root of the repository, absolute. */
export const workspaceRoot = join(import.meta.dirname, '../../..');

/** What the checks need to know of a package.json. */
export interface PackageJson {
  readonly name: string;
  readonly version?: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  /** The libraries that a support package is for, with their ranges. */
  readonly syft?: { readonly libraries?: Readonly<Record<string, string>> };
  readonly nx?: { readonly tags?: readonly string[] };
}

/** One workspace package: `dir` is relative to the root, as in `packages/syft-ast`. */
export interface WorkspacePackage {
  readonly dir: string;
  readonly json: PackageJson;
}

/** Every package below `packages/` and `tools/`, in order of its folder. */
export function readPackages(root: string = workspaceRoot): readonly WorkspacePackage[] {
  return globSync('{packages,tools}/*/package.json', { cwd: root })
    .map((file) => file.slice(0, -'/package.json'.length))
    .sort()
    .map((dir) => ({ dir, json: JSON.parse(readFileSync(join(root, dir, 'package.json'), 'utf8')) as PackageJson }));
}

/** The hand-written TypeScript of a package, sources and tests, relative to the root; generated folders are left out. */
export function sourceFiles(pkg: WorkspacePackage, root: string = workspaceRoot): readonly string[] {
  return globSync('{src,test,bench}/**/*.ts', { cwd: join(root, pkg.dir) })
    .filter((file) => !/(^|\/)(gen|fixtures|golden)\//.test(file))
    .map((file) => `${pkg.dir}/${file}`)
    .filter((file) => existsSync(join(root, file)))
    .sort();
}

/** The command that makes the generated part of the support package in `dir` anew, and writes what of it is not there. */
export const restoreSupport = (dir: string): string => `run \`pnpm nx g @syft-libs/redback:sync ${dir}\` and commit what it writes`;

/** Something that a check found; `fix` says what to do about it. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly fix: string;
}

/** Prints each problem as `file:line`, and makes the process fail when there is one. */
export function report(check: string, problems: readonly Problem[]): void {
  for (const { file, line, text, fix } of problems) console.error(`${file}:${line}: ${text}\n    ${fix}`);
  console.log(`${check}: ${problems.length === 0 ? 'no problem' : `${problems.length} problem(s)`}`);
  if (problems.length > 0) process.exitCode = 1;
}
