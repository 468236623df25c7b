import type { Command } from 'commander';
import { type CommandContext, defineCommand, ownerAction } from '../command.ts';
import { layoutTable } from '../layout.ts';
import { matchRequest, shortId } from '../match-id.ts';
import type { OwnedDomain } from '../open-owner.ts';
import { plainText } from '../plain-text.ts';
import { showReview, styleState } from '../show-review.ts';
import { showAge } from '../show-time.ts';

type Context = CommandContext & OwnedDomain;

/** `requests` and `show`: what people ask to see. */
export function defineRequests(program: Command): void {
  defineCommand(program, 'requests', 'list the requests that wait for you')
    .option('--all', 'the decided ones too')
    .action(ownerAction(list));
  defineCommand(program, 'show <request>', 'say who asks for what, how it was made and what would leave')
    .option('--value', 'print the value itself, for your eyes only')
    .action(ownerAction(show));
}

async function list({ connection, terminal, options }: Context): Promise<void> {
  const all = await connection.call('owner.requests');
  const shown = options['all'] === true ? all : all.filter(({ state }) => state === 'pending');
  const ids = all.map(({ id }) => id);
  terminal.answer(shown, (style) => {
    if (shown.length === 0) return [all.length === 0 ? 'No requests.' : 'No open requests. See the decided ones with --all.'];
    return layoutTable({
      headings: ['ID', 'STATE', 'FROM', 'ASKED', 'TYPE', 'REASON'],
      rows: shown.map(({ id, state, person, created, type, reason }) => [
        shortId(id, ids),
        styleState(state, style),
        plainText(person.name),
        showAge(created, Date.now()),
        plainText(type),
        plainText(reason),
      ]),
      width: terminal.width,
      heading: (text) => style('dim', text),
    });
  });
}

async function show({ connection, terminal, options }: Context, typed: string): Promise<void> {
  const all = await connection.call('owner.requests');
  const { id } = matchRequest(all, typed);
  const review = await connection.call('owner.request', { args: { id } });
  const preview = options['value'] === true ? await connection.call('owner.preview', { args: { id } }) : undefined;
  const ids = all.map((one) => one.id);
  terminal.answer({ ...review, ...(preview && { preview }) }, (style) =>
    showReview({ review, preview, shortened: shortId(id, ids), style }),
  );
}
