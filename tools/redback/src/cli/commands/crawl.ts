import { existsSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { SyftError } from '@syft-libs/ast';
import { printSnapshot } from '../../snapshot-file/snapshot-file.ts';
import type { Snapshot } from '../../surface/snapshot.ts';
import { action, type CommandContext, defineCommand, type Program, textOption } from '../command.ts';
import { countOf, tableLines } from '../terminal.ts';

/** `crawl`: what an installed library offers, as seen. Nothing is decided. */
export function defineCrawl(program: Program): void {
  defineCommand(program, 'crawl <library>', 'look at an installed library: what it exports, declares, and does when it is called')
    .option('--dir <folder>', 'where the library is resolved from (default: the current folder)')
    .option('--root <identifier>', 'the first segment of every path (default: made of the library’s name)')
    .option('-o, --output <file>', 'write the snapshot to a file')
    .action(action<[string]>(program, crawl));
}

async function crawl(context: CommandContext, library: string): Promise<number> {
  const { terminal, folder } = context;
  const root = textOption(context, 'root');
  const output = textOption(context, 'output');
  // Said now, and not after minutes.
  if (output !== undefined && !existsSync(dirname(resolve(context.cwd, output)))) {
    throw new SyftError('BAD_ARGUMENT', `cannot write ${output}: its folder is not there`);
  }
  const { crawlLibrary } = await import('../../crawl/crawl-library.ts');
  const snapshot = await crawlLibrary(library, { from: folder, ...(root !== undefined && { root }), progress: terminal.progress });
  if (output !== undefined) writeFileSync(resolve(context.cwd, output), printSnapshot(snapshot));
  terminal.answer(snapshot, snapshotLines(snapshot));
  return 0;
}

/** A snapshot in a few lines. */
export function snapshotLines({ library, observer, entryPoints, members, types }: Snapshot): readonly string[] {
  const probed = members.filter(({ probe }) => probe !== null && probe.ok > 0).length;
  const loaded = entryPoints.filter(({ loads }) => loads !== 'none');
  const rows = [
    ['entry points', String(entryPoints.length), `${loaded.length} load`],
    ['types', String(types.length), `${types.filter(({ travel }) => travel !== null).length} can travel`],
    ['members', String(members.length), `${members.filter(({ aliasOf }) => aliasOf !== null).length} of them aliases`],
    ['  at run time', String(members.filter(({ runtime }) => runtime !== null).length), ''],
    ['  declared', String(members.filter(({ declared }) => declared !== null).length), ''],
    ['  called', String(probed), 'with success'],
  ];
  const problems = entryPoints.filter(({ problem }) => problem !== null);
  return [
    `${library.name} ${library.version} as ${library.root}`,
    `seen by RedBack ${observer.redback}, ${observer.oracle}, ${observer.cage}`,
    '',
    ...tableLines(rows, [1]),
    ...(problems.length === 0 ? [] : ['', `${countOf(problems.length, 'entry point')} with a problem:`]),
    ...problems.map(({ subpath, problem }) => `  ${subpath}  ${problem}`),
  ];
}
