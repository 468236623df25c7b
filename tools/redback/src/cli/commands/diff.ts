import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { changesetOf } from '../../diff/changeset-of.ts';
import { describeDiff } from '../../diff/describe-diff.ts';
import { diffSnapshots } from '../../diff/diff-snapshots.ts';
import { FolderTree } from '../../generators/tree.ts';
import { packageNameOf } from '../../sync/package-name.ts';
import { action, type CommandContext, defineCommand, type Program, textOption } from '../command.ts';
import { findSnapshots } from '../find-snapshots.ts';

/** `diff`: what another version of a library changes, and how far that moves its support package's version. */
export function defineDiff(program: Program): void {
  defineCommand(
    program,
    'diff <library>',
    'tell what another version of a library changes, and the release that follows; 1 when anything does',
  )
    .option('--dir <folder>', 'the support package, or where the library is resolved from (default: the current folder)')
    .option('--from <version|file>', 'a version to fetch, or a snapshot (default: the one that the support package keeps)')
    .option('--to <version|file>', 'a version to fetch, or a snapshot (default: what is installed)')
    .option('--changeset <file>', 'write the changeset of the support package in --dir')
    .action(action<[string]>(program, diff));
}

async function diff(context: CommandContext, name: string): Promise<number> {
  const { terminal, folder, cwd } = context;
  const [from, to] = [textOption(context, 'from'), textOption(context, 'to')];
  const sources = { from: from ?? { keptIn: folder }, to: to ?? { installedIn: folder } };
  const { before, after } = await findSnapshots(name, sources, { folder, cwd, progress: terminal.progress });
  const found = diffSnapshots(before, after);
  const file = textOption(context, 'changeset');
  const changeset = file === undefined ? null : changesetOf(found, packageNameOf(new FolderTree(folder)));
  if (file !== undefined && changeset !== null) writeFileSync(resolve(cwd, file), changeset);
  terminal.answer(found, [describeDiff(found).trimEnd()]);
  return found.bump === 'none' ? 0 : 1;
}
