// A domain in a process of its own, for the rows about a network.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Domain, tableOf } from '@syft-libs/domain';
import { numjs } from '@syft-libs/numjs';
import { serveParent, serverArgument } from '../measure/child-server.ts';
import { liveBytes, readMemory, settleMemory } from '../measure/memory.ts';
import type { DomainArgument, DomainHello } from './remote-domain.ts';
import { sampleColumn } from './sample-column.ts';

const { vm, inFolder = false, rows } = serverArgument<DomainArgument>();
const dataDir = inFolder ? mkdtempSync(join(tmpdir(), 'syft-bench-')) : undefined;
if (dataDir !== undefined) process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));

const domain = await Domain.open({
  ...(dataDir === undefined ? {} : { dataDir }),
  libraries: [numjs],
  vm,
  limits: { vmIdle: 1, sessionIdle: 1, sessionsPerPerson: 4_096, sessionBytes: 2 ** 36, failedHandshakesPerMinute: 1e6 },
});
const { person, invitation } = await domain.invite({ name: 'scientist' });
if (rows !== undefined) {
  await domain.addDataset('bench', tableOf({ x: sampleColumn(rows, 1), y: sampleColumn(rows, 2) }));
  await domain.grant({ to: person, dataset: 'bench' });
}
const { url } = await domain.listen();

serveParent({ url, invitation } satisfies DomainHello, {
  approve: (id: string) => domain.approve(id),
  liveBytes,
  settleMemory,
  readMemory,
});
