import { SyftError } from '@syft-libs/ast';
import type { Command } from 'commander';
import type { AuditEntry, AuditVerdict } from '../../store/store.ts';
import { action, type CommandContext, defineCommand, textOption } from '../command.ts';
import { countOf, layoutTable } from '../layout.ts';
import { openAudit, readTail } from '../open-audit.ts';
import { plainText } from '../plain-text.ts';
import { readWhole } from '../read-number.ts';
import type { Styler } from '../terminal.ts';

const SHOWN_ENTRIES = '20';

/** `audit`: what happened, in a chain that shows if it was altered. */
export function defineAudit(program: Command): void {
  defineCommand(program, 'audit', 'print the last entries of the audit, or check the whole of it')
    .option('--verify', 'check the chain from its first entry; exit code 1 when it is broken')
    .option('--tail <number>', `how many entries to print (default: ${SHOWN_ENTRIES}, none with --verify)`)
    .action(action(audit));
}

async function audit(context: CommandContext): Promise<void> {
  const { folder, terminal, options } = context;
  const wantsVerdict = options['verify'] === true;
  const count = readWhole('--tail', textOption(context, 'tail') ?? (wantsVerdict ? '0' : SHOWN_ENTRIES), { lowest: 0, highest: 1_000_000 });
  const opened = await openAudit(folder);
  let verdict: AuditVerdict | undefined;
  let entries: readonly AuditEntry[];
  try {
    verdict = wantsVerdict ? await opened.verify() : undefined;
    entries = count === 0 ? [] : await readTail(opened, count);
  } finally {
    await opened.close();
  }
  if (verdict?.ok === false) {
    throw new SyftError(
      'CORRUPT',
      `cannot verify audit: entry ${verdict.firstBad} breaks the chain after ${countOf(verdict.entries, 'good entry', 'good entries')}: ${verdict.reason}`,
    );
  }
  terminal.answer({ entries, ...(verdict && { verdict }) }, (style) => [
    ...(entries.length > 0 ? tableOf(entries, { width: terminal.width, style }) : wantsVerdict ? [] : ['No entries.']),
    ...(verdict?.ok
      ? [`${style('green', 'Verified')}: ${countOf(verdict.entries, 'entry', 'entries')}, none altered. Head ${verdict.head}`]
      : []),
  ]);
}

function tableOf(entries: readonly AuditEntry[], { width, style }: { readonly width: number; readonly style: Styler }): readonly string[] {
  return layoutTable({
    headings: ['#', 'TIME (UTC)', 'KIND', 'DETAIL'],
    rows: entries.map(({ sequence, at, kind, detail }) => [
      String(sequence),
      new Date(at).toISOString().slice(0, 19).replace('T', ' '),
      plainText(kind),
      Object.entries(detail)
        .map(([name, value]) => `${plainText(name)}=${detailOf(value)}`)
        .join(' '),
    ]),
    width,
    heading: (text) => style('dim', text),
  });
}

/** Hashes are cut to their beginning, so that what follows them is seen; `--json` gives them whole. */
function detailOf(value: AuditEntry['detail'][string]): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return plainText(/^[0-9a-f]{32,}$/.test(text) ? `${text.slice(0, 8)}…` : text);
}
