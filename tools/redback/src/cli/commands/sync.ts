import { summarize } from '../../decide/summary.ts';
import { type SyncResult, syncPackage } from '../../sync/sync-package.ts';
import { action, type CommandContext, defineCommand, type Program } from '../command.ts';
import { decisionLines } from '../decision-lines.ts';
import { summaryLines } from '../summary-lines.ts';
import { countOf } from '../terminal.ts';
import { runCheck } from './check.ts';

/** `sync`: makes the generated part of a support package anew. */
export function defineSync(program: Program): void {
  defineCommand(program, 'sync', 'make the generated part of a support package anew; what people wrote stays')
    .option('--dir <folder>', 'the support package (default: the current folder)')
    .option('--check', 'write nothing; tell what would change, and fail when something would')
    .option('--crawl', 'crawl though nothing asks for it')
    .action(action(program, sync));
}

async function sync(context: CommandContext): Promise<number> {
  if (context.options['check'] === true) return runCheck(context);
  const { terminal, folder, options } = context;
  const result = await syncPackage(folder, { crawl: options['crawl'] === true, progress: terminal.progress });
  const { plan, crawled, changes, notes } = result;
  const summary = summarize(plan);
  const decisions = plan.libraries.flatMap(({ outcomes = [] }) => outcomes);
  terminal.answer({ crawled, changes, summary, decisions, notes }, [
    ...changeLines(result),
    '',
    ...summaryLines(summary),
    ...decisionLines(plan, notes),
  ]);
  return 0;
}

function changeLines({ crawled, changes }: SyncResult): readonly string[] {
  const seen = crawled.length === 0 ? 'nothing crawled: the libraries are as they were' : `crawled ${crawled.join(', ')}`;
  const written = changes.length === 0 ? 'no file changed' : `${countOf(changes.length, 'file')} changed:`;
  return [`${seen}; ${written}`, ...changes.map(({ path, kind }) => `  ${kind.padEnd(6)}  ${path}`)];
}
