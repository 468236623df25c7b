import { createSigningKey, DEFAULT_LIMITS, decodeDomainFrame, type SigningKey } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import { SYSTEM_ENVIRONMENT } from '../../src/environment.ts';
import { openKeys } from '../../src/identity/key-files.ts';
import { answerOf, PENGUINS, runCli, SCHEMA, scratchDomain, startDomain } from './cli-child.ts';
import { answerHere } from './cli-here.ts';
import { RawScientist } from './raw-scientist.ts';

/** A running domain with a dataset that a scientist may use. */
async function runningDomain() {
  const { folder, file } = scratchDomain();
  await answerHere(folder, 'init');
  await answerHere(folder, 'add', 'penguins', file('penguins.csv', PENGUINS), '--schema', file('schema.json', SCHEMA));
  const { invitation } = await answerHere<{ invitation: string }>(folder, 'invite', 'alice');
  await answerHere(folder, 'grant', 'alice', 'penguins');
  return { folder, invitation, ...(await startDomain(folder)) };
}

test('an owner sees a request, looks at its value, approves it once, and denies another', { timeout: 60_000 }, async () => {
  const { folder, invitation, started, child } = await runningDomain();
  const scientist = await RawScientist.dial(started.url);
  const { prefix } = await scientist.enrol(invitation);
  const id = await scientist.ask(prefix, { dataset: 'penguins', column: 'bill', reason: 'bills, study 12' });
  expect(await answerOf(folder, 'requests')).toMatchObject([
    { id, person: { name: 'alice' }, reason: 'bills, study 12', state: 'pending' },
  ]);

  const short = `${prefix.slice(0, 4)}:2`;
  const review = await answerOf<{ binding: string }>(folder, 'show', short, '--value');
  expect(review).toMatchObject({ id, elements: 3, failure: null, preview: { value: [39.1, 39.5, 46.1], truncated: false } });
  const { stdout } = await runCli(folder, 'show', short);
  expect(stdout).toContain('“bills, study 12”');
  expect(stdout).toContain('3 elements');
  expect(stdout).toContain('penguins: bill');
  expect(stdout).not.toContain('39.1');

  const approved = await answerOf(folder, 'approve', short, '--expires', '2037-06-30', '--uses', '1');
  expect(approved).toMatchObject({
    id,
    state: 'approved',
    binding: review.binding,
    expires: Date.parse('2037-06-30T23:59:59.999Z'),
    uses: 1,
  });
  scientist.send({ messages: [{ fetch: { call: 2, request: id } }] });
  expect((await scientist.answer()).answer?.call).toBe(2);
  scientist.send({ messages: [{ fetch: { call: 3, request: id } }] });
  expect((await scientist.answer()).reply?.code).toBe('USED_UP');
  const again = await runCli(folder, 'approve', short, '--json');
  expect(JSON.parse(again.stderr)).toEqual({ code: 'EXISTS', message: 'cannot approve: the request is used-up already' });

  scientist.send({
    messages: [
      {
        call: {
          call: 4,
          op: 'request',
          json: new TextEncoder().encode(JSON.stringify({ id: `${prefix}:3`, object: `${prefix}:1`, reason: 'once more' })),
        },
      },
    ],
  });
  await scientist.answer();
  child.process.kill('SIGTERM');
  await child.ended;
  // With nobody serving, the folder itself answers in the same way.
  expect(await answerOf(folder, 'show', ':3')).toMatchObject({ elements: 3 });
  expect(await answerOf(folder, 'deny', ':3')).toMatchObject({ id: `${prefix}:3`, state: 'denied' });
  expect(await answerOf(folder, 'requests')).toEqual([]);
  const ambiguous = await runCli(folder, 'show', prefix.slice(0, 4), '--json');
  expect(JSON.parse(ambiguous.stderr)).toMatchObject({ code: 'BAD_ARGUMENT', message: expect.stringContaining('may be any of') });
});

test('the owner’s key opens nothing over the WebSocket, and owner messages are refused there', { timeout: 60_000 }, async () => {
  const { folder, invitation, started } = await runningDomain();
  const { owner } = await openKeys(folder, SYSTEM_ENVIRONMENT);
  expect(await refusal(started.url, owner)).toBe('NOT_AUTHENTICATED');
  expect(await refusal(started.url, await createSigningKey(false))).toBe('NOT_AUTHENTICATED');
  const scientist = await RawScientist.dial(started.url);
  await scientist.enrol(invitation);
  scientist.send({ messages: [{ call: { call: 1, op: 'owner.people' } }] });
  expect((await scientist.answer()).reply).toMatchObject({ call: 1, code: 'NOT_PERMITTED' });
});

async function refusal(url: string, key: SigningKey): Promise<string | undefined> {
  const answer = await (await RawScientist.dial(url)).greet(key);
  return decodeDomainFrame(answer, DEFAULT_LIMITS).messages[0]?.reply?.code;
}
