import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Rehearsal } from '../src/rehearsal.ts';

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'syft-rehearsal-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('a step that others stand on ends the rehearsal, a check does not, and both are told', async () => {
  const said: string[] = [];
  const rehearsal = new Rehearsal((line) => said.push(line.replace(/\(.* s\)/, '(time)')));
  await rehearsal.step('one', async () => 1);
  await rehearsal.check('two', () => Promise.reject(new Error('no two')));
  await expect(rehearsal.step('three', () => Promise.reject(new Error('no three')))).rejects.toThrow('no three');
  expect(said).toEqual(['… one', '✓ one (time)', '… two', '✗ two (time)\nno two', '… three', '✗ three (time)\nno three']);
  expect(rehearsal.failed).toBe(2);
});

test('its report is one of tests, each step a test', async () => {
  const rehearsal = new Rehearsal(() => undefined);
  await rehearsal.check('one', async () => 1);
  await rehearsal.check('two', () => Promise.reject(new Error('no two')));
  const file = join(scratch(), 'deep/rehearsal.json');
  rehearsal.writeReport(file);
  const assertionResults = [
    { title: 'one', status: 'passed' },
    { title: 'two', status: 'failed' },
  ];
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    testResults: [{ name: 'rehearsal', status: 'failed', assertionResults }],
    figures: [],
  });
});

test('its table aligns what installs took', () => {
  const rehearsal = new Rehearsal(() => undefined);
  rehearsal.figures.push({ what: 'pnpm: owner', seconds: 1.25, bytes: 4_100_000 }, { what: 'npm: all', seconds: 12 });
  expect(rehearsal.table()).toEqual([
    '  what           time  installed size',
    '  pnpm: owner   1.3 s          4.1 MB',
    '  npm: all     12.0 s                ',
  ]);
});
