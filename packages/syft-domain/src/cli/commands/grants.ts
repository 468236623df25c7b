import type { Command } from 'commander';
import type { Grant } from '../../grants/grants.ts';
import type { Person } from '../../identity/people.ts';
import { type CommandContext, defineCommand, ownerAction, textOption } from '../command.ts';
import { layoutTable } from '../layout.ts';
import { matchGrant, matchPerson, shortId } from '../match-id.ts';
import type { OwnedDomain } from '../open-owner.ts';
import { plainText } from '../plain-text.ts';
import { parseEnd, showEnd } from '../show-time.ts';

type Context = CommandContext & OwnedDomain;

/** `grant`, `grants` and `revoke`: who may use what. */
export function defineGrants(program: Command): void {
  defineCommand(program, 'grant <person> <dataset> [columns...]', 'let a person use columns of a dataset, all unless named')
    .option('--until <date>', 'when it ends (default: never)')
    .option('--purpose <text>', 'what it is for; the person sees it')
    .action(ownerAction(grant));
  defineCommand(program, 'grants', 'list the grants').action(ownerAction(list));
  defineCommand(program, 'revoke <grant|person> [dataset]', 'end a grant, or all of a person on a dataset').action(ownerAction(revoke));
}

async function grant(context: Context, typed: string, dataset: string, columns: readonly string[] = []): Promise<void> {
  const { connection, terminal } = context;
  const end = textOption(context, 'until');
  const until = end === undefined ? undefined : parseEnd('--until', end);
  const purpose = textOption(context, 'purpose');
  const person = matchPerson(await connection.call('owner.people'), typed);
  const args = {
    to: person.id,
    dataset,
    ...(columns.length > 0 && { columns }),
    ...(until !== undefined && { until }),
    ...(purpose !== undefined && { purpose }),
  };
  const granted = await connection.call('owner.grant', { args });
  terminal.answer(granted, (style) => [
    `${style('bold', plainText(person.name))} may use ${style('bold', granted.dataset)}: ${granted.columns.map(plainText).join(', ')}`,
    style(
      'dim',
      `Grant ${shortId(granted.id, [])}, ${granted.until === null ? 'without end' : `until ${showEnd(granted.until)}`}. They may compute; seeing a result takes your approval.`,
    ),
  ]);
}

async function list({ connection, terminal }: Context): Promise<void> {
  const [grants, people] = await Promise.all([connection.call('owner.grants'), connection.call('owner.people')]);
  terminal.answer(grants, (style) => {
    if (grants.length === 0) return ['No grants.'];
    const ids = grants.map(({ id }) => id);
    return layoutTable({
      headings: ['ID', 'PERSON', 'DATASET', 'UNTIL', 'PURPOSE', 'COLUMNS'],
      rows: grants.map((one) => [
        shortId(one.id, ids),
        nameOf(one, people),
        one.dataset,
        endOf(one, (text) => style('yellow', text)),
        plainText(one.purpose) || '-',
        one.columns.map(plainText).join(', '),
      ]),
      width: terminal.width,
      heading: (text) => style('dim', text),
    });
  });
}

async function revoke({ connection, terminal }: Context, typed: string, dataset: string | undefined): Promise<void> {
  const people = await connection.call('owner.people');
  const args =
    dataset === undefined
      ? { id: matchGrant(await connection.call('owner.grants'), typed).id }
      : { person: matchPerson(people, typed).id, dataset };
  const ended = await connection.call('owner.revoke', { args });
  terminal.answer(ended, (style) =>
    ended.map(
      (one) => `Revoked: ${style('bold', nameOf(one, people))} may no longer use ${one.dataset} (${one.columns.map(plainText).join(', ')})`,
    ),
  );
}

function nameOf({ person }: Grant, people: readonly Person[]): string {
  const found = people.find(({ id }) => id === person);
  return found === undefined ? '(removed)' : plainText(found.name);
}

function endOf({ until }: Grant, warn: (text: string) => string): string {
  if (until === null) return '-';
  return until > Date.now() ? showEnd(until) : warn(`${showEnd(until)}, over`);
}
