import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromHex, messages, toHex } from '@syft-libs/ast';
import { expect, onTestFinished, test } from 'vitest';
import { OwnerConnection } from '../../src/cli/owner-connection.ts';
import { type DecisionDomain, signDecision } from '../../src/cli/sign-decision.ts';
import { Domain } from '../../src/domain.ts';
import { SYSTEM_ENVIRONMENT } from '../../src/environment.ts';
import { openKeys } from '../../src/identity/key-files.ts';
import { parseTableSchema } from '../../src/table/define-table.ts';
import { readCsv } from '../../src/table/read-csv.ts';
import { RawScientist } from './raw-scientist.ts';

type RecordFields = messages.DecisionRecord;

test('the owner signs the record of what was shown, and none that differs in any part', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'syft-decide-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  await using domain = await Domain.open({ dataDir, libraries: [], vm: 'in-thread' });
  await domain.addDataset(
    'ages',
    await readCsv({ text: 'age\n40\n50\n' }, parseTableSchema({ subject: 'row', columns: { age: { kind: 'int32', missing: [] } } })),
  );
  const { person, invitation } = await domain.invite({ name: 'alice' });
  await domain.grant({ to: person, dataset: 'ages' });
  const scientist = await RawScientist.dial((await domain.listen()).url);
  const { prefix } = await scientist.enrol(invitation);
  const id = await scientist.ask(prefix, { dataset: 'ages', column: 'age', reason: 'ages' });

  const keys = await openKeys(dataDir, SYSTEM_ENVIRONMENT);
  const domainKey = keys.domain.publicKey;
  const honest = await OwnerConnection.open(domain.connectInProcess(), { owner: keys.owner, domainKey });
  const review = await honest.call('owner.request', { args: { id } });
  const verdict = { approve: true, expires: Date.now() + 60_000, uses: 2 };

  /** A domain that offers another record than the one that it was asked for. */
  const lying = (change: Partial<RecordFields>): DecisionDomain => {
    const call = async (op: never, options: never): Promise<never> => {
      const answer: unknown = await honest.call(op, options);
      if (op !== 'owner.decisionRecord') return answer as never;
      const record = messages.DecisionRecord.decode(fromHex((answer as { record: string }).record));
      return { record: toHex(messages.DecisionRecord.encode(Object.assign(record, change)).finish()) } as never;
    };
    return { connection: { call } as DecisionDomain['connection'], owner: keys.owner, domainKey };
  };
  const lies: readonly Partial<RecordFields>[] = [
    { domain: '00'.repeat(32) },
    { request: `${prefix}:9` },
    { object: `${prefix}:9` },
    { person: 'p-0' },
    { binding: new Uint8Array(32) },
    { approve: false },
    { expires: 0 },
    { uses: 0 },
  ];
  for (const lie of lies)
    await expect(signDecision(lying(lie), review, verdict), Object.keys(lie)[0]).rejects.toMatchObject({ code: 'CORRUPT' });
  expect(domain.requests()).toMatchObject([{ id, state: 'pending' }]);
  await signDecision({ connection: honest, owner: keys.owner, domainKey }, review, verdict);
  expect(await domain.review(id)).toMatchObject({ state: 'approved', uses: 2, expires: verdict.expires });
  honest.close();
});
