/** The data owner's process: a domain on a folder, served over WebSocket. It is the one that gets killed. */

import { Domain, mockOf, readCsv } from '@syft-libs/domain';
import { numjs } from '@syft-libs/numjs';
import { serveTasks } from './actor.ts';
import { PENGUINS_CSV, penguinsTable } from './penguins-table.ts';
import { STUDY_COLUMNS } from './study.ts';

let domain: Domain;

const tasks = {
  /** Opens the domain of a folder, new or old, and gives its address. */
  async open(dataDir: string) {
    domain = await Domain.open({ dataDir, libraries: [numjs], name: 'clinic' });
    return (await domain.listen()).url;
  },
  /** Adds the table with its mock, and grants two of its columns to a scientist, who gets the invitation. */
  async admitScientist() {
    const table = await readCsv(PENGUINS_CSV, penguinsTable);
    await domain.addDataset('penguins', table, { description: 'Palmer penguins', mock: mockOf(penguinsTable, { rows: 200, seed: 1 }) });
    const { person, invitation } = await domain.invite({ name: 'ada' });
    await domain.grant({ to: person, dataset: 'penguins', columns: STUDY_COLUMNS });
    return { invitation, rows: table.rowCount, columns: table.columns.size };
  },
  requests: () => domain.requests(),
  review: (id: string) => domain.review(id),
  approve: (id: string) => domain.approve(id, { uses: 2 }),
  deny: (id: string) => domain.deny(id),
  async audit() {
    return { kinds: (await domain.audit()).map(({ kind }) => kind), verdict: await domain.verifyAudit() };
  },
  close: () => domain.close(),
};

export type OwnerTasks = typeof tasks;

serveTasks(tasks);
