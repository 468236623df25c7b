import { checkPackage } from '../../sync/check-package.ts';
import { findingText } from '../../sync/finding.ts';
import { action, type CommandContext, defineCommand, type Program, textOption } from '../command.ts';
import { typable } from '../commands-here.ts';
import { countOf } from '../terminal.ts';

/** `check`: is the support package what `sync` makes today? */
export function defineCheck(program: Program): void {
  defineCommand(program, 'check', 'tell in what a support package is not what sync would make; the same as sync --check')
    .option('--dir <folder>', 'the support package (default: the current folder)')
    .option('--crawl', 'crawl again, and compare that too')
    .action(action(program, runCheck));
}

/** Prints every finding with its file, line and cure. Resolves with 1 when there is one. */
export async function runCheck(context: CommandContext): Promise<number> {
  const { terminal, folder, options } = context;
  const findings = await checkPackage(folder, { crawl: options['crawl'] === true, progress: terminal.progress });
  const end = findings.length === 0 ? 'no difference' : countOf(findings.length, 'difference');
  const dir = textOption(context, 'dir');
  const place = (text: string) => (dir === undefined ? text : text.replace('`redback sync', `\`redback sync --dir ${dir}`));
  terminal.answer(findings, [...findings.map((finding) => typable(place(findingText(finding, '')))), end]);
  return findings.length === 0 ? 0 : 1;
}
