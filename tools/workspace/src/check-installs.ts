// No dependency may need an install script: package managers refuse them, and they run as whoever installs. Those that have one, and
// work without it, stand with their reason in `pnpm-workspace.yaml`, for development alone.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Lockfile, publishedDependencies, readLockfile } from './lockfile.ts';
import { type Problem, report, workspaceRoot } from './workspace.ts';

const SETTINGS = 'pnpm-workspace.yaml';
const SCRIPTS = ['preinstall', 'install', 'postinstall'] as const;

/** A package in `node_modules` that would run something when it is installed. */
interface Scripted {
  readonly name: string;
  readonly version: string;
  /** What would run: `postinstall: node install.js`. */
  readonly runs: string;
}

/** One line of `allowBuilds`. */
interface Allowed {
  readonly name: string;
  readonly line: number;
  readonly runs: boolean;
  readonly reason: string;
}

/** Each dependency with an install script that is not known to work without it, and each that is shipped. */
export function checkInstalls(root: string = workspaceRoot): readonly Problem[] {
  const lockfile = readLockfile(root);
  const scripted = scriptedPackages(root, lockfile);
  const allowed = readAllowed(root);
  const shipped = publishedDependencies(lockfile, root);
  return [
    ...scripted.flatMap(({ name, version, runs }): readonly Problem[] => {
      const found = { file: 'pnpm-lock.yaml', line: lockfile.lineOf(`${name}@${version}`) };
      const by = shipped.get(`${name}@${version}`);
      if (by !== undefined) {
        const text = `${by} depends on ${name}@${version}, which has an install script: ${runs}`;
        return [{ ...found, text, fix: 'use another library: what a published package depends on may have none' }];
      }
      if (allowed.some((one) => one.name === name)) return [];
      const fix = `use another library; or, if it works without, add to allowBuilds in ${SETTINGS}: ${name}: false # why it works without`;
      return [{ ...found, text: `${name}@${version} has an install script: ${runs}`, fix }];
    }),
    ...allowed.flatMap((one) => allowedProblems(one, scripted)),
  ];
}

function allowedProblems({ name, line, runs, reason }: Allowed, scripted: readonly Scripted[]): readonly Problem[] {
  const found = { file: SETTINGS, line };
  if (!scripted.some((one) => one.name === name))
    return [{ ...found, text: `no ${name} with an install script is installed`, fix: 'delete the line' }];
  if (runs) return [{ ...found, text: `the install script of ${name} may run`, fix: `write ${name}: false # why it works without` }];
  return reason === ''
    ? [{ ...found, text: `nothing says why ${name} works without its script`, fix: `write ${name}: false # why it works without` }]
    : [];
}

/** Of what the lockfile names, all that is installed here; the rest is for other machines. */
function scriptedPackages(root: string, { packages }: Lockfile): readonly Scripted[] {
  const files = globSync('node_modules/.pnpm/*/node_modules/{@*/*,*}/package.json', { cwd: root });
  const found = new Map<string, Scripted>();
  for (const file of files) {
    const {
      name,
      version,
      scripts = {},
    } = JSON.parse(readFileSync(join(root, file), 'utf8')) as {
      readonly name: string;
      readonly version: string;
      readonly scripts?: Readonly<Record<string, string>>;
    };
    if (!packages.has(`${name}@${version}`)) continue;
    const script = SCRIPTS.find((one) => scripts[one] !== undefined);
    const builds = existsSync(join(root, dirname(file), 'binding.gyp'));
    if (script === undefined && !builds) continue;
    found.set(`${name}@${version}`, {
      name,
      version,
      runs: script === undefined ? 'binding.gyp, for a compiler' : `${script}: ${scripts[script]}`,
    });
  }
  return [...found.values()].sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** The lines of `allowBuilds`, read as text, since their reasons are comments. */
function readAllowed(root: string): readonly Allowed[] {
  const lines = readFileSync(join(root, SETTINGS), 'utf8').split('\n');
  const start = lines.indexOf('allowBuilds:');
  const end = lines.findIndex((line, index) => index > start && /^\S/.test(line));
  return lines.slice(0, end === -1 ? undefined : end).flatMap((line, index): readonly Allowed[] => {
    const [, name, runs, reason = ''] =
      (start !== -1 && index > start && /^ {2}'?([^':]+)'?: (true|false)\s*(?:#\s*(.*))?$/.exec(line)) || [];
    return name === undefined ? [] : [{ name, line: index + 1, runs: runs === 'true', reason }];
  });
}

if (import.meta.main) report('install scripts', checkInstalls());
