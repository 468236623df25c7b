/** The steps of the demo, in order. Each does one thing for real, says it, and throws when it is not as it should be. */

import assert from 'node:assert/strict';
import { detail, fact, heading, table } from './narrator.ts';
import { plainStudy } from './plain-study.ts';
import { showReview } from './show-review.ts';
import type { Stage } from './stage.ts';
import { STUDY_COLUMNS, STUDY_FIGURES } from './study.ts';

const DIGITS = 10;

export async function openDomain(stage: Stage): Promise<void> {
  heading('The owner opens a domain');
  stage.startBoth();
  stage.url = await stage.owner.ask('open', stage.dataDir);
  const { invitation, rows, columns } = await stage.owner.ask('admitScientist');
  assert.equal(rows, 344);
  fact('process', `${stage.owner.pid}, listening on ${stage.url}`);
  fact('table', `penguins: ${rows} birds, ${columns} columns (Palmer Station, Antarctica)`);
  fact('grant', `to ada: to use, not read, ${STUDY_COLUMNS.join(' and ')}`);
  fact('invitation', `${invitation.slice(0, 12)}… carries the domain’s key; handed over once`);
  await stage.scientist.ask('enrol', invitation, stage.identity);
}

export async function lookAround(stage: Stage): Promise<void> {
  heading('The scientist looks around');
  assert.equal(await stage.scientist.ask('connect', stage.url, stage.identity), 'ada');
  const datasets = await stage.scientist.ask('catalogue');
  const [penguins] = datasets;
  assert(penguins !== undefined && datasets.length === 1);
  assert.deepEqual(
    penguins.columns.map(({ name }) => name),
    STUDY_COLUMNS,
  );
  fact('process', `${stage.scientist.pid}, over a WebSocket`);
  fact('catalogue', `${penguins.name}, up to ${penguins.rows.count} rows, a public mock of ${penguins.mockRows}`);
  table(
    ['column', 'type', 'unit', 'bounds', 'missing'],
    penguins.columns.map(({ name, type, unit = '', bounds = [], mayBeMissing }) => [
      name,
      type,
      unit,
      bounds.join(' to '),
      mayBeMissing ? 'maybe' : 'no',
    ]),
  );
}

export async function readPrivateColumn(stage: Stage): Promise<void> {
  heading('Reading a private column is refused');
  const outcome = await stage.scientist.ask('readColumn');
  assert('code' in outcome && outcome.code === 'NOT_READABLE');
  fact('asked', 'body_mass_g.get()');
  fact('answer', `${outcome.code}: ${outcome.message}`, 'refused');
}

export async function studyTheMock(stage: Stage): Promise<void> {
  heading('The study, first on the mock');
  const figures = await stage.scientist.ask('studyMock');
  assert.equal(figures.length, STUDY_FIGURES.length);
  assert(Math.abs(figures[1] ?? 1) < 0.3, 'made-up columns have nothing to do with each other');
  fact('result', 'at once: a mock is public, made from the schema alone');
  table(
    ['figure', 'on the mock'],
    STUDY_FIGURES.map((name, index) => [name, show(figures[index])]),
  );
}

export async function studyTheData(stage: Stage): Promise<string> {
  heading('The same study, on the data');
  const { id, calls, frames, bytes } = await stage.scientist.ask('studyData');
  assert(calls >= 10 && frames <= 3);
  fact('sent', `${calls} library calls and one request in ${frames} ${frames === 1 ? 'frame' : 'frames'} (${bytes} bytes)`);
  fact('waited', 'for none of them: each call gave a pointer at once');
  fact('request', `${id}, pending`);
  return id;
}

export async function reviewAndApprove(stage: Stage, id: string): Promise<void> {
  heading('The owner reads the request, and approves');
  const review = await stage.owner.ask('review', id);
  assert.equal(review.elements, STUDY_FIGURES.length);
  assert.deepEqual(review.provenance?.supplied, []);
  assert.deepEqual(review.provenance.inputs, [{ dataset: 'penguins', columns: [...STUDY_COLUMNS], mock: false }]);
  showReview(review);
  await stage.owner.ask('approve', id);
  fact('decision', 'approved for ada, these bytes and no others, at most two times', 'good');
}

/** Gives the number of birds, which by now is public. */
export async function compareWithTheFile(stage: Stage, id: string): Promise<number> {
  heading('The result, beside the file');
  const outcome = await stage.scientist.ask('value', id);
  assert('value' in outcome, `an approved value should arrive: ${JSON.stringify(outcome)}`);
  const expected = plainStudy();
  table(
    ['figure', 'released', 'plain JavaScript, CSV'],
    STUDY_FIGURES.map((name, index) => [name, show(outcome.value[index]), show(expected[index])]),
  );
  assert.deepEqual(outcome.value.map(show), expected.map(show));
  fact('agreement', `all ${DIGITS} digits shown`, 'good');
  return Math.round(outcome.value[3] ?? 0);
}

export async function denyOneBird(stage: Stage, birds: number): Promise<string> {
  heading('Asking for one bird is denied');
  const id = await stage.scientist.ask('askForOneBird', birds);
  const review = await stage.owner.ask('review', id);
  const [mask] = review.provenance?.supplied ?? [];
  assert(mask !== undefined && mask.elements === birds && mask.nonZeroShare < 0.01);
  showReview(review);
  await stage.owner.ask('deny', id);
  fact('decision', 'denied: a mask that picks one row is no total', 'refused');
  await showDenied(stage, id);
  return id;
}

export async function killAndRestart(stage: Stage): Promise<void> {
  heading('The domain is killed, and started again');
  const { pid } = stage.owner;
  assert.equal(await stage.owner.kill('SIGKILL'), 'SIGKILL');
  fact('process', `${pid} ended by SIGKILL; nothing was closed or saved`, 'refused');
  await stage.scientist.kill('SIGKILL');
  stage.startBoth();
  stage.url = await stage.owner.ask('open', stage.dataDir);
  const requests = await stage.owner.ask('requests');
  assert.deepEqual(
    requests.map(({ state }) => state),
    ['approved', 'denied'],
  );
  fact('process', `${stage.owner.pid} on the same folder: ${requests.map(({ reason, state }) => `“${reason}” ${state}`).join(', ')}`);
}

export async function returnTomorrow(stage: Stage, { study, snoop }: { readonly study: string; readonly snoop: string }): Promise<void> {
  heading('The scientist returns, in a new process');
  const { pid } = stage.scientist;
  assert.equal(await stage.scientist.ask('connect', stage.url, stage.identity), 'ada');
  const outcome = await stage.scientist.ask('value', study);
  assert('value' in outcome, `what was released should still be there: ${JSON.stringify(outcome)}`);
  assert.deepEqual(outcome.value.map(show), plainStudy().map(show));
  fact('process', `${pid}, with the identity’s file and the requests’ ids`);
  fact('released', `${outcome.value.map((figure) => Number(figure.toPrecision(4))).join(', ')}: the same`, 'good');
  await showDenied(stage, snoop);
  const again = await stage.scientist.ask('value', study);
  assert('code' in again && again.code === 'USED_UP');
  fact('released', `${again.code} the third time: the owner allowed two`, 'refused');
  await stage.scientist.ask('close');
}

export async function verifyTheAudit(stage: Stage): Promise<void> {
  heading('The audit');
  const { kinds, verdict } = await stage.owner.ask('audit');
  assert(verdict.ok && verdict.entries === kinds.length);
  assert.equal(kinds.filter((kind) => kind === 'release').length, 2);
  const counts = Map.groupBy(kinds, (kind) => kind);
  fact('entries', [...counts].map(([kind, entries]) => (entries.length === 1 ? kind : `${kind} ×${entries.length}`)).join(', '));
  fact('chain', `${verdict.entries} hashes verified`, 'good');
  detail(verdict.head);
  await stage.owner.ask('close');
}

async function showDenied(stage: Stage, id: string): Promise<void> {
  const outcome = await stage.scientist.ask('value', id);
  assert('code' in outcome && outcome.code === 'DENIED');
  fact('denied', `${outcome.code}: ${outcome.message}`, 'refused');
}

function show(figure: number | undefined): string {
  assert(figure !== undefined && Number.isFinite(figure));
  return Number.isInteger(figure) ? String(figure) : figure.toPrecision(DIGITS);
}
