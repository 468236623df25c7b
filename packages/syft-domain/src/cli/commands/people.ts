import type { Command } from 'commander';
import { type CommandContext, defineCommand, ownerAction, textOption } from '../command.ts';
import { countOf, layoutTable } from '../layout.ts';
import { matchPerson, shortId } from '../match-id.ts';
import type { OwnedDomain } from '../open-owner.ts';
import { plainText } from '../plain-text.ts';
import { parseEnd, showEnd, showTime } from '../show-time.ts';

type Context = CommandContext & OwnedDomain;

/** `invite` and `people`: who may connect. */
export function definePeople(program: Command): void {
  defineCommand(program, 'invite <name>', 'add a person and print their one-time invitation')
    .option('--until <date>', 'when the invitation ends (default: in seven days)')
    .action(ownerAction(invite));
  const people = defineCommand(program, 'people', 'list the people').action(ownerAction(list));
  defineCommand(people, 'remove <person>', 'end a person’s access').action(ownerAction(remove));
}

async function invite(context: Context, name: string): Promise<void> {
  const text = textOption(context, 'until');
  const until = text === undefined ? undefined : parseEnd('--until', text);
  const answer = await context.connection.call('owner.invite', { args: { name, ...(until === undefined ? {} : { until }) } });
  context.terminal.answer(answer, (style) => [
    `Invited ${style('bold', plainText(answer.person.name))}. The invitation works once, ${until === undefined ? 'for seven days' : `until ${showEnd(until)}`}:`,
    '',
    plainText(answer.invitation),
    '',
    style('dim', 'Hand it over on a channel that you trust. It is not shown again.'),
  ]);
}

async function list({ connection, terminal }: Context): Promise<void> {
  const people = await connection.call('owner.people');
  const grants = await connection.call('owner.grants');
  terminal.answer(people, (style) => {
    if (people.length === 0) return ['Nobody yet. Invite somebody with syft-domain invite <name>.'];
    const ids = people.map(({ id }) => id);
    return layoutTable({
      headings: ['NAME', 'ID', 'STATE', 'GRANTS', 'INVITED'],
      rows: people.map(({ id, name, key, invited }) => [
        plainText(name),
        shortId(id, ids),
        key === null ? style('yellow', 'invited') : style('green', 'enrolled'),
        String(grants.filter(({ person }) => person === id).length),
        showTime(invited),
      ]),
      width: terminal.width,
      heading: (text) => style('dim', text),
    });
  });
}

async function remove({ connection, terminal }: Context, typed: string): Promise<void> {
  const { id } = matchPerson(await connection.call('owner.people'), typed);
  const person = await connection.call('owner.removePerson', { args: { person: id } });
  const left = (await connection.call('owner.people')).length;
  terminal.answer(person, (style) => [`Removed ${style('bold', plainText(person.name))}; ${countOf(left, 'person', 'people')} left.`]);
}
