// Holds each package to its kind: same files, scripts, exports, engines, configs and README headings. Support packages are held to
// what RedBack would emit for them, the others to a table; what deviates with a reason stands in a list.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareFiles } from './uniformity/compare-files.ts';
import { compareJson } from './uniformity/compare-json.ts';
import { compareReadme } from './uniformity/compare-readme.ts';
import { declaredSkeleton } from './uniformity/declared-skeleton.ts';
import { EXCEPTIONS, type Exception } from './uniformity/exceptions.ts';
import { KINDS, kindOf } from './uniformity/package-kind.ts';
import type { Deviation } from './uniformity/skeleton.ts';
import { supportSkeleton } from './uniformity/support-skeleton.ts';
import { type Problem, readPackages, report, restoreSupport, type WorkspacePackage, workspaceRoot } from './workspace.ts';

const EXCEPTIONS_FILE = 'tools/workspace/src/uniformity/exceptions.ts';

/** Everything in which the packages at `root` do not look like their kinds, and every exception that nothing needs. */
export function checkUniformity(root: string = workspaceRoot, exceptions: readonly Exception[] = EXCEPTIONS): readonly Problem[] {
  const used = new Set<Exception>();
  const problems = readPackages(root).flatMap((pkg) => {
    const name = pkg.json.name.split('/')[1] ?? pkg.json.name;
    return deviations(pkg, root).flatMap(({ place, file, fix, ...found }): readonly Problem[] => {
      const exception = exceptions.find((one) => one.package === name && covers(one.place, place));
      if (exception === undefined) {
        const except = `or give a reason in ${EXCEPTIONS_FILE}: { package: '${name}', place: '${place}', reason: '…' }`;
        return [{ ...found, file: `${pkg.dir}/${file}`, fix: `${fix}; ${except}` }];
      }
      used.add(exception);
      return [];
    });
  });
  return [...problems, ...exceptions.filter((exception) => !used.has(exception)).map(needless)];
}

/** Where `pkg` does not look like its kind, exceptions not yet taken out. */
function deviations(pkg: WorkspacePackage, root: string): readonly Deviation[] {
  const kind = kindOf(pkg);
  const file = 'package.json';
  if (kind === undefined) {
    const fix = `write "nx": { "tags": ["kind:…"] } with one of ${KINDS.join(', ')}`;
    return [{ file, line: 1, place: `${file}#nx.tags`, text: 'the package is of no kind', fix }];
  }
  try {
    const skeleton = kind === 'support' ? supportSkeleton(pkg.dir, root) : declaredSkeleton(pkg, kind);
    const folder = join(root, pkg.dir);
    const readme = join(folder, 'README.md');
    return [
      ...compareJson(file, readFileSync(join(folder, file), 'utf8'), skeleton.packageJson),
      ...compareFiles(folder, skeleton),
      ...(existsSync(readme) ? compareReadme(readFileSync(readme, 'utf8'), pkg.json.name, skeleton) : []),
    ];
  } catch (error) {
    const text = `it cannot be said how the package ought to look: ${(error as Error).message}`;
    return [{ file, line: 1, place: file, text, fix: `mend its support.config.ts, then ${restoreSupport(pkg.dir)}` }];
  }
}

const covers = (exception: string, place: string): boolean => place === exception || place.startsWith(`${exception}.`);

function needless({ package: name, place }: Exception): Problem {
  const lines = readFileSync(join(workspaceRoot, EXCEPTIONS_FILE), 'utf8').split('\n');
  const line = lines.findIndex((text) => text.includes(`'${name}'`) && text.includes(`'${place}'`)) + 1;
  return {
    file: EXCEPTIONS_FILE,
    line: Math.max(line, 1),
    text: `nothing needs the exception of ${name} at ${place}`,
    fix: 'delete the line',
  };
}

if (import.meta.main) report('uniformity', checkUniformity());
