import { summarize } from '../../decide/summary.ts';
import { interruptedLines, madeLines } from '../../generators/support-package/made-lines.ts';
import { makeSupportPackage } from '../../generators/support-package/make-support-package.ts';
import { FolderTree } from '../../generators/tree.ts';
import { action, type CommandContext, defineCommand, type Program, textOption, textsOption } from '../command.ts';
import { tellInterrupted } from '../tell-interrupted.ts';

/** `new`: a support package for a library, or for several that belong together. */
export function defineNew(program: Program): void {
  defineCommand(program, 'new [libraries...]', 'make a support package: install, crawl, decide, emit')
    .option('--library <name...>', 'more libraries for the same package; name@version asks for a version')
    .option('--name <name>', 'the package’s name, in the workspace without its scope (default: made of the first library’s)')
    .option('--dir <folder>', 'its folder (default: packages/syft-<name>, or the package’s name outside the workspace)')
    .option('--root <library=identifier...>', 'the first segment of a library’s paths (default: made of its name)')
    .option('--version <version>', 'the version of a single library (default: the newest)')
    .option('--no-install', 'use what is installed; ask no registry and run no package manager')
    .option('--dry-run', 'show which files come first; install and write nothing')
    .action(action<[readonly string[]]>(program, makeNew));
}

async function makeNew(context: CommandContext, positional: readonly string[]): Promise<number> {
  const { terminal, cwd, options } = context;
  const tree = new FolderTree(cwd);
  const [name, dir, version] = ['name', 'dir', 'version'].map((option) => textOption(context, option));
  const asked = {
    libraries: [...positional, ...textsOption(context, 'library')],
    roots: textsOption(context, 'root'),
    ...(name !== undefined && { name }),
    ...(dir !== undefined && { dir }),
    ...(version !== undefined && { version }),
  };
  const installs = options['install'] !== false;
  const { prepared, fill } = await makeSupportPackage(tree, asked, { progress: terminal.progress, installs });
  if (options['dryRun'] === true) {
    const { changes } = tree;
    terminal.answer({ dir: prepared.dir, changes }, [
      ...changes.map(({ path, kind }) => `${kind.padEnd(6)}  ${path}`),
      'nothing was written',
    ]);
    return 0;
  }
  tree.flush();
  const tell = () => terminal.tell(interruptedLines(prepared, { installs }));
  const { plan, changes } = await tellInterrupted(tell, fill);
  const { packageName, dir: folder } = prepared;
  terminal.answer({ package: packageName, dir: folder, changes, summary: summarize(plan) }, madeLines(prepared, plan));
  return 0;
}
