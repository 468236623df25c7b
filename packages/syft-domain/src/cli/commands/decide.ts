import { SyftError } from '@syft-libs/ast';
import type { Command } from 'commander';
import { type CommandContext, defineCommand, ownerAction, textOption } from '../command.ts';
import { countOf } from '../layout.ts';
import { matchRequest, shortId } from '../match-id.ts';
import type { OwnedDomain } from '../open-owner.ts';
import type { OwnerAnswers } from '../owner-answers.ts';
import { plainText } from '../plain-text.ts';
import { readWhole } from '../read-number.ts';
import { parseEnd, showEnd } from '../show-time.ts';
import { signDecision, type Verdict } from '../sign-decision.ts';

type Context = CommandContext & OwnedDomain;
type Review = OwnerAnswers['owner.request'];

/** `approve` and `deny`: the owner's signed word. */
export function defineDecide(program: Command): void {
  defineCommand(program, 'approve <request>', 'sign the release of exactly what show showed, to who asked')
    .option('--expires <date>', 'until when it may be fetched (default: without end)')
    .option('--uses <number>', 'how many times it may be fetched (default: without bound)')
    .action(ownerAction(approve));
  defineCommand(program, 'deny <request>', 'refuse; who asked learns that and nothing more').action(ownerAction(deny));
}

async function approve(context: Context, typed: string): Promise<void> {
  const end = textOption(context, 'expires');
  const uses = textOption(context, 'uses');
  const verdict: Verdict = {
    approve: true,
    ...(end !== undefined && { expires: parseEnd('--expires', end) }),
    ...(uses !== undefined && { uses: readWhole('--uses', uses, { lowest: 1, highest: 0xffff_ffff }) }),
  };
  const { review, shortened } = await decide(context, typed, verdict);
  context.terminal.answer(answerOf(review), (style) => {
    const what = review.failure === null ? countOf(review.elements, 'element') : `the code ${review.failure.code}`;
    const bounds = [
      ...(review.expires === null ? [] : [`until ${showEnd(review.expires)}`]),
      ...(review.uses === null ? [] : [`at most ${countOf(review.uses, 'time')}`]),
    ];
    return [[`${style('green', 'Approved')} ${shortened}: ${plainText(review.person.name)} may fetch ${what}`, ...bounds].join(', ')];
  });
}

async function deny(context: Context, typed: string): Promise<void> {
  const { review, shortened } = await decide(context, typed, { approve: false });
  context.terminal.answer(answerOf(review), (style) => [
    `${style('red', 'Denied')} ${shortened}: ${plainText(review.person.name)} learns that and nothing more`,
  ]);
}

async function decide(context: Context, typed: string, verdict: Verdict): Promise<{ readonly review: Review; readonly shortened: string }> {
  const { connection } = context;
  const all = await connection.call('owner.requests');
  const { id } = matchRequest(all, typed);
  const review = await connection.call('owner.request', { args: { id } });
  if (review.state !== 'pending')
    throw new SyftError('EXISTS', `cannot ${verdict.approve ? 'approve' : 'deny'}: the request is ${review.state} already`);
  await signDecision(context, review, verdict);
  const shortened = shortId(
    id,
    all.map((one) => one.id),
  );
  return { review: await connection.call('owner.request', { args: { id } }), shortened };
}

function answerOf({ id, state, person, binding, expires, uses }: Review): Readonly<Record<string, unknown>> {
  return { id, state, person, binding, expires, uses };
}
